import Actors
import Articles

/// How a name resolves, laid out for people: everybody who bears it, what they held and when, where it stands, who wins.
public struct ActorView: Sendable {
  /// The number of characters in a line, at least 40.
  public let width: Int
  /// Whether escape sequences set colours and weights.
  public let colour: Bool

  /// A view of a width.
  public init(width: Int = 100, colour: Bool = false) {
    self.width = max(40, width)
    self.colour = colour
  }

  /// The layout of an explanation, ended by a line feed.
  public func text(of explanation: ActorExplanation) -> String {
    var heading = StyledText(explanation.name, .strong)
    if let day = explanation.day { heading.append(" as of \(ReadingView.spelled(day))") }
    var out = lines(heading)
    for (rank, bearer) in explanation.bearers.enumerated() { out += lines(of: bearer, rank, in: explanation) }
    for noun in explanation.nouns {
      out.append("")
      var text = StyledText("  ")
      text.append(noun.name, .strong)
      text.append(" as a \(noun.isTitle ? "title" : "common noun"): \(noun.sector)  ")
      text.append(noun.place.description, .faint)
      out += lines(text)
    }
    if explanation.bearers.isEmpty, explanation.nouns.isEmpty {
      out += [""] + lines(StyledText("The dictionary does not know it.", .plain), indent: 2)
      for name in explanation.similar { out += lines(StyledText("\(name.name)  \(name.id)"), indent: 4) }
      if !explanation.similar.isEmpty { out.insert("  Names that hold these words:", at: 3) }
    }
    return out.joined(separator: "\n") + "\n"
  }

  private func lines(
    of bearer: ActorExplanation.Bearer, _ rank: Int, in explanation: ActorExplanation
  ) -> [String] {
    let entity = bearer.entity
    var head = StyledText("  \(rank + 1)  ")
    head.append(entity.name, .strong)
    let codes = ([entity.code] + entity.sectors).joined(separator: " ")
    head.append("  \(entity.kind.rawValue), \(codes)" + (entity.office.map { ", \($0)" } ?? ""))
    var out = [""] + lines(head)
    var facts = StyledText(bearer.record.id + "  ")
    facts.append("\(bearer.record.file):\(bearer.record.line)", .faint)
    out += lines(facts, indent: 5)
    out += lines(StyledText(explanation.standing(of: rank)), indent: 5)
    for spelling in bearer.spellings {
      var text = StyledText("\(spelling.role) ")
      text.append(spelling.name, .strong)
      text.append("  ")
      text.append(spelling.place.description, .faint)
      out += lines(text, indent: 5)
    }
    let others = bearer.record.names.filter { name in !bearer.spellings.contains { $0.name == name } }
    if !others.isEmpty { out += lines(StyledText("also " + others.joined(separator: "; ")), indent: 5, hanging: 2) }
    if !bearer.record.sectors.isEmpty {
      var text = StyledText("sector \(bearer.record.sectors.joined(separator: " "))  ")
      text.append(bearer.record.place(of: .sector).description, .faint)
      out += lines(text, indent: 5)
    }
    if !bearer.record.members.isEmpty {
      out += lines(StyledText("members " + bearer.record.members.joined(separator: " ")), indent: 5, hanging: 2)
    }
    for index in bearer.record.officesInOrder {
      let office = bearer.record.offices[index]
      let decides = index == bearer.decidingOffice
      var text = StyledText(decides ? "▸ " : "  ")
      text.append(Self.span(of: office))
      text.pad(to: 27)
      text.append(office.title.isEmpty ? "(no title)" : office.title, decides ? .strong : .plain)
      text.append(", " + (office.sectors.isEmpty ? "no sector" : office.sectors.joined(separator: " ")) + "  ")
      text.append(bearer.record.place(of: .office, at: index).description, .faint)
      out += lines(text, indent: 3, hanging: 4)
    }
    return out
  }

  private static func span(of office: Office) -> String {
    switch (office.from, office.to) {
    case (nil, nil): "at any time"
    case (let from?, nil): "\(from) to now"
    case (nil, let to?): "until \(to)"
    case (let from?, let to?): "\(from) to \(to)"
    }
  }

  private func lines(_ text: StyledText, indent: Int = 0, hanging: Int = 0) -> [String] {
    text.lines(width: width, indent: indent, hanging: hanging, colour: colour)
  }
}

extension ActorExplanation {
  /// Why a bearer wins, or whom it gives way to.
  func standing(of rank: Int) -> String {
    let bearer = bearers[rank]
    if !bearer.replacedBy.isEmpty {
      return "never meant: a dictionary added later gives the name to \(bearer.replacedBy.joined(separator: ", "))"
    }
    if bearer.needsState { return "meant only where the text gives its state" }
    let others = bearers.filter { $0.replacedBy.isEmpty }.count - 1
    if rank == 0 { return others == 0 ? "meant: nobody else bears the name" : "wins where the text tells no more" }
    let isFull = bearer.spellings.contains { $0.role != "surname" }
    return isFull
      ? "meant where the text tells its state or office"
      : "meant where the text names it in full, or tells its state or office"
  }

  /// The explanation as JSON.
  public var json: JSON {
    .object([
      .init("name", .string(name)), .init("on", .optional(day?.description)),
      .init("bearers", .array(bearers.indices.map(json(ofBearer:)))),
      .init(
        "nouns",
        .array(
          nouns.map { noun in
            .object(
              [
                .init("name", .string(noun.name)), .init("sector", .string(noun.sector)),
                .init("role", .string(noun.isTitle ? "title" : "noun")),
              ] + Self.members(of: noun.place))
          })),
      .init(
        "similar",
        .array(similar.map { .object([.init("name", .string($0.name)), .init("id", .string($0.id))]) })),
    ])
  }

  private func json(ofBearer rank: Int) -> JSON {
    let bearer = bearers[rank]
    let record = bearer.record
    return .object(
      [
        .init("id", .string(record.id)), .init("name", .string(record.name)),
        .init("kind", .string(bearer.entity.kind.rawValue)), .init("code", .string(bearer.entity.code)),
        .init("sector", .strings(bearer.entity.sectors)), .init("office", .optional(bearer.entity.office)),
        .init("wins", .string(standing(of: rank))), .init("replaced_by", .strings(bearer.replacedBy)),
        .init(
          "borne_as",
          .array(
            bearer.spellings.map { spelling in
              .object(
                [.init("name", .string(spelling.name)), .init("role", .string(spelling.role))]
                  + Self.members(of: spelling.place))
            })),
        .init("names", .strings(record.names)), .init("members", .strings(record.members)),
        .init(
          "offices",
          .array(
            record.officesInOrder.map { index in
              let office = record.offices[index]
              return .object(
                [
                  .init("title", .string(office.title)), .init("sector", .strings(office.sectors)),
                  .init("from", .optional(office.from?.description)), .init("to", .optional(office.to?.description)),
                  .init("decides", .bool(index == bearer.decidingOffice)),
                ] + Self.members(of: record.place(of: .office, at: index)))
            })),
      ] + Self.members(of: FactPlace(file: record.file, line: record.line)))
  }

  private static func members(of place: FactPlace) -> [JSON.Member] {
    [.init("file", .string(place.file)), .init("line", .integer(place.line))]
  }
}

extension ActorRecord {
  /// The places of the offices, the latest begun first.
  var officesInOrder: [Int] {
    func begin(_ index: Int) -> CalendarDate? { offices[index].from }
    return offices.indices.sorted { a, b in
      switch (begin(a), begin(b)) {
      case (let x?, let y?) where x != y: x > y
      case (_?, nil): true
      case (nil, _?): false
      default: a < b
      }
    }
  }
}
