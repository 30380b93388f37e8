import Language

// Whose somebody is, as the encoder sees it.
extension CastBuilder {
  /// The probability from which a description that no word beside it lays to anybody belongs to a state or body.
  private static let leastOfDescription = 0.4
  /// The same of anybody who is still without a code when all is read.
  private static let leastOfRest = 0.5
  /// The same of a person, who may be from anywhere.
  private static let leastOfPerson = 0.6
  /// The same of those who have another.
  private static let leastToChange = 0.85

  /// The code of the state or body that a noun's bearer belongs to, from what is named near it; `nil` where the encoder links it to none.
  func kinCode(_ head: Int) -> String? {
    guard let shares = kin(head),
      let best = shares.max(by: { $0.probability < $1.probability }), best.probability >= Self.leastOfDescription
    else { return nil }
    return best.kind
  }

  /// How far a noun's bearer belongs to each state or body that is named near it; `nil` for one from elsewhere ("Western officials").
  private func kin(_ head: Int) -> [(kind: String, probability: Double)]? {
    if let noun = nouns[head], isForeign(head, noun) { return nil }
    return document.kin.shares(of: head, by: codeNamed)
  }

  /// The code of the state or body that a name's word names.
  private func codeNamed(_ token: Int) -> String? {
    guard spanAt[token] >= 0, let entry = spans[spanAt[token]].entries.first, dateline(of: token) == nil else {
      return nil
    }
    let record = dictionary.records[Int(entry.value)]
    return record.kind == .person || record.code.isEmpty ? nil : record.code
  }

  /// Whether a name holds that of a state or body of a code, and so tells whose its bearer is: "Turkish Defense Ministry".
  private func isNamedFor(_ code: String, _ head: Int) -> Bool {
    guard spanAt[head] >= 0, !code.isEmpty else { return false }
    return spans[spanAt[head]].inner.contains { inner in
      inner.entries.contains { dictionary.records[Int($0.value)].code == code }
    }
  }

  /// Lays those whom the dictionary lacks to the state or body that the encoder links their mentions to.
  mutating func joinKin() {
    var sums: [Int: (shares: [(code: String, probability: Double)], count: Int)] = [:]
    for mention in mentions where mention.form == .name || mention.form == .description {
      let entity = entities[mention.entity]
      guard traits[mention.entity].record == nil, !traits[mention.entity].isCodeTold, entity.kind != .place,
        entity.kind != .state,
        !isNamedFor(entity.code, mention.head), let shares = kin(mention.head)
      else { continue }
      var sum = sums[mention.entity] ?? ([], 0)
      sum.count += 1
      for share in shares {
        if let known = sum.shares.firstIndex(where: { $0.code == share.kind }) {
          sum.shares[known].probability += share.probability
        } else {
          sum.shares.append((share.kind, share.probability))
        }
      }
      sums[mention.entity] = sum
    }
    for index in entities.indices {
      guard let sum = sums[index], let best = sum.shares.max(by: { $0.probability < $1.probability }) else { continue }
      let rest = entities[index].kind == .person ? Self.leastOfPerson : Self.leastOfRest
      let least = entities[index].code.isEmpty ? rest : Self.leastToChange
      guard best.probability >= least * Double(sum.count) else { continue }
      entities[index].code = best.code
      if entities[index].kind == .person, entities[index].sectors.isEmpty { entities[index].sectors = ["CVL"] }
    }
  }
}
