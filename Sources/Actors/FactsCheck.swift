import Articles

/// Looks for what cannot be, or lacks, in the facts of a dictionary.
public struct FactsCheck: Sendable {
  private let dictionary: ActorDictionary
  private let states: Set<String>
  private let sectors: Set<String>
  private var findings: [FactsFinding] = []

  /// What is wrong or lacks in a dictionary, by file and line.
  ///
  /// - Parameter files: The files of which findings are wanted, by name; `nil` for all. What these say is held against the
  ///   whole dictionary.
  public static func findings(in dictionary: ActorDictionary, files: Set<String>? = nil) -> [FactsFinding] {
    var check = FactsCheck(dictionary: dictionary)
    for record in dictionary.records { check.look(at: record) }
    check.lookAtNames()
    check.lookAtOffices()
    let findings = (dictionary.warnings + check.findings).filter { files?.contains($0.place.file) ?? true }
    return findings.enumerated().sorted { a, b in
      (a.element.place.file, a.element.place.line, a.offset) < (b.element.place.file, b.element.place.line, b.offset)
    }.map(\.element)
  }

  private init(dictionary: ActorDictionary) {
    self.dictionary = dictionary
    states = Set(dictionary.records.filter { $0.kind == .state }.map(\.id))
    sectors = Set(dictionary.sectorNames)
  }

  private mutating func find(
    _ severity: FactsFinding.Severity, _ place: FactPlace, _ problem: String, _ remedy: String
  ) {
    findings.append(FactsFinding(severity, place, problem: problem, remedy: remedy))
  }

  // MARK: Records

  private mutating func look(at record: ActorRecord) {
    let head = FactPlace(file: record.file, line: record.line)
    if !states.contains(record.code), !ActorRecord.bodies.contains(record.code) {
      find(
        .error, head, "'\(record.code)' is no state of the dictionary",
        "Write a state's code of ISO 3166-1 alpha-3, or \(ActorRecord.bodies.sorted().joined(separator: ", "))")
    }
    for (i, code) in record.members.enumerated() where !states.contains(code) {
      find(
        .error, record.place(of: .members, at: i), "The member '\(code)' of \(record.id) is no state of the dictionary",
        "Write the state's code of ISO 3166-1 alpha-3")
    }
    if let parent = record.parent, !states.contains(parent) {
      find(
        .error, record.place(of: .of), "\(record.id) belongs to '\(parent)', which is no state of the dictionary",
        "Write the state's code of ISO 3166-1 alpha-3")
    }
    for sector in record.sectors { lookAt(sector: sector, record.place(of: .sector)) }
    for (i, seat) in record.seats.enumerated() where !seat.sector.isEmpty {
      lookAt(sector: seat.sector, record.place(of: .seats, at: i))
    }
    for (ids, field) in [(record.namesakes, FactField.namesake), (record.also, .also)] {
      for (i, id) in ids.enumerated() where dictionary.record(id: id) == nil {
        find(
          .warning, record.place(of: field, at: i), "There is no record '\(id)'", "Mend the id, or take it out")
      }
    }
    for source in record.sources where source.count == 0 && source.field != .sector {
      find(.warning, source.place, "'\(source.field.rawValue)' gives no value", "Write values, or take the line out")
    }
    var seen: Set<String> = [record.name]
    for (i, name) in record.names.enumerated() where !seen.insert(name).inserted {
      find(.warning, record.place(of: .names, at: i), "'\(name)' stands twice in \(record.id)", "Take one of them out")
    }
    look(at: record.offices, of: record)
  }

  private mutating func lookAt(sector: String, _ place: FactPlace) {
    guard !sectors.contains(sector) else { return }
    find(
      .error, place, "'\(sector)' is no sector of the dictionary",
      "Write one of \(dictionary.sectorNames.uniqued().joined(separator: ", "))")
  }

  private mutating func look(at offices: [Office], of record: ActorRecord) {
    for (i, office) in offices.enumerated() {
      let place = record.place(of: .office, at: i)
      for sector in office.sectors { lookAt(sector: sector, place) }
      if let from = office.from, let to = office.to, Office.last(to) < Office.first(from) {
        find(
          .error, place, "\(record.name) is \(office.title) until \(to), before it begins on \(from)",
          "Exchange or mend the dates")
        continue
      }
      guard !office.title.isEmpty else { continue }
      for (j, other) in offices.enumerated().prefix(i) where other.title == office.title && other.layer == office.layer
      {
        if Self.overlap(office, other) {
          find(
            .error, place,
            "\(record.name) is \(office.title) twice at a time (also line \(record.place(of: .office, at: j).line))",
            "Join the two, or mend the dates")
        }
      }
    }
  }

  // MARK: Names

  private struct Bearer {
    var record: Int
    var spelling: ActorExplanation.Spelling
  }

  private mutating func lookAtNames() {
    var order: [[UInt64]] = []
    var bearers: [[UInt64]: [Bearer]] = [:]
    for (i, record) in dictionary.records.enumerated() {
      for spelling in record.spellings() where spelling.role != "surname" && spelling.role != "bare" {
        let key = ActorDictionary.hashes(dictionary.pieces(of: spelling.name))
        if bearers[key] == nil { order.append(key) }
        bearers[key, default: []].append(Bearer(record: i, spelling: spelling))
      }
    }
    for key in order {
      guard let all = bearers[key], all.count > 1 else { continue }
      var told: Set<Int> = []
      for (i, later) in all.enumerated() where !told.contains(later.record) {
        guard let earlier = all[..<i].first(where: { isSameName($0, later) }) else { continue }
        told.insert(later.record)
        let other = dictionary.records[earlier.record]
        // PETRARCH takes the first.
        let isTaken = dictionary.petrarchFiles.contains(later.spelling.place.file)
        find(
          isTaken ? .warning : .error, later.spelling.place,
          "'\(later.spelling.name)' of \(dictionary.records[later.record].id) also names \(other.id) (\(earlier.spelling.place))",
          "Take it out of one of them, join the two, or write 'namesake: \(other.id)' where they are two of one name, "
            + "'also: \(other.id)' where one served both")
      }
    }
  }

  /// Whether two records bear one name without the facts saying that they are two.
  private func isSameName(_ a: Bearer, _ b: Bearer) -> Bool {
    guard a.record != b.record else { return false }
    let (first, second) = (dictionary.records[a.record], dictionary.records[b.record])
    guard !first.namesakes.contains(second.id), !second.namesakes.contains(first.id),
      dictionary.layer(of: a.spelling.place.file) == dictionary.layer(of: b.spelling.place.file)
    else { return false }
    let forms = ["adjective", "demonym"]
    if forms.contains(a.spelling.role), forms.contains(b.spelling.role) { return false }
    return !first.isOnePerson(with: second)
      && (dictionary.layer(of: a.spelling.place.file) == 0 || first.code == second.code)
  }

  // MARK: Offices

  private struct Holder {
    var record: ActorRecord
    var office: Office
    var place: FactPlace
    var isActing: Bool
  }

  private mutating func lookAtOffices() {
    let single = Set(dictionary.sectors.flatMap(\.single))
    var order: [String] = []
    var holders: [String: [Holder]] = [:]
    var terms: [String: [OfficeTerm]] = [:]
    for record in dictionary.records {
      for term in record.officeTerms { terms[record.code, default: []].append(term) }
      for (i, office) in record.offices.enumerated() {
        let (title, isActing) = Self.plain(office.title)
        guard single.contains(title) else { continue }
        let key = record.code + " " + title
        if holders[key] == nil { order.append(key) }
        holders[key, default: []].append(
          Holder(record: record, office: office, place: record.place(of: .office, at: i), isActing: isActing))
      }
    }
    for key in order {
      let code = String(key.prefix(3))
      let title = String(key.dropFirst(4))
      let terms = (terms[code] ?? []).filter { $0.title == nil || $0.title == title }
      let all = (holders[key] ?? []).enumerated().sorted {
        ($0.element.office.begin, $0.offset) < ($1.element.office.begin, $1.offset)
      }.map(\.element)
      lookAtBirth(of: title, code, all, terms)
      lookAtOverlaps(of: title, code, all, terms)
      lookAtGaps(of: title, code, all, terms)
    }
    lookAtTerms(terms, titles: Set(order))
  }

  private mutating func lookAtTerms(_ terms: [String: [OfficeTerm]], titles: Set<String>) {
    for (code, terms) in terms.sorted(by: { $0.key < $1.key }) {
      for term in terms {
        guard let title = term.title, !titles.contains(code + " " + title) else { continue }
        find(
          .warning, FactPlace(file: term.file, line: term.line), "Nobody of \(code) is '\(title)', or many may be so",
          "Mend the title, or take it out")
      }
    }
  }

  private mutating func lookAtBirth(of title: String, _ code: String, _ holders: [Holder], _ terms: [OfficeTerm]) {
    let since = terms.filter { $0.kind == .since }
    guard let term = since.first(where: { $0.title != nil }) ?? since.first, let day = term.from else { return }
    for holder in holders {
      guard let from = holder.office.from, Office.last(from) < Office.first(day) else { continue }
      find(
        .error, holder.place,
        "\(holder.record.name) is \(title) of \(code) from \(from), before there was one (\(day), \(term.file):\(term.line))",
        "Mend the date, or the 'since' of \(code)")
    }
  }

  private mutating func lookAtOverlaps(of title: String, _ code: String, _ holders: [Holder], _ terms: [OfficeTerm]) {
    let shared = terms.filter { $0.kind == .shared }
    let held = holders.filter { !$0.isActing && $0.office.from != nil }
    for (i, later) in held.enumerated() {
      for earlier in held[..<i] where earlier.record.id != later.record.id && Self.overlap(earlier.office, later.office)
      {
        // Later dictionaries say who holds an office now without saying when others ended.
        guard earlier.office.layer == later.office.layer else { continue }
        let begin = max(earlier.office.begin, later.office.begin)
        let end = min(earlier.office.end, later.office.end)
        let isShared = shared.contains { term in
          (term.from.map(Office.first) ?? 0) <= begin && end <= (term.to.map(Office.last) ?? .max)
        }
        if isShared { continue }
        let until = earlier.office.to.map { "until \($0)" } ?? "still"
        find(
          .error, later.place,
          "\(later.record.name) is \(title) of \(code) from \(Self.day(later.office.from)) while "
            + "\(earlier.record.name) is so \(until) (\(earlier.place))",
          "Mend the dates, or write 'shared: \(title) = from..to' into the record of \(code) where they held it together"
        )
      }
    }
  }

  /// Since 1990 alone: the facts do not tell of all holders before.
  private mutating func lookAtGaps(of title: String, _ code: String, _ holders: [Holder], _ terms: [OfficeTerm]) {
    let vacant = terms.filter { $0.kind == .vacant }
    var last: Holder?
    for holder in holders where holder.office.from != nil {
      defer { if last.map({ $0.office.end < holder.office.end }) ?? true { last = holder } }
      guard let earlier = last, let to = earlier.office.to, let from = holder.office.from, to.year >= 1990 else {
        continue
      }
      let isGap = Self.rough(Office.first(from)) - Self.rough(Office.last(to)) > 45
      let isTold = vacant.contains { term in
        (term.from.map(Office.first) ?? 0) <= Office.last(to)
          && Office.first(from) <= (term.to.map(Office.last) ?? .max)
      }
      guard isGap, !isTold else { continue }
      find(
        .warning, holder.place,
        "Nobody is \(title) of \(code) from \(to) to \(from), between \(earlier.record.name) and \(holder.record.name)",
        "Add who held it, or write 'vacant: \(title) = \(to)..\(from)' into the record of \(code)")
    }
  }

  private static func day(_ date: CalendarDate?) -> String { date.map(\.description) ?? "ever" }

  /// A title without words that say that it is held for a while, and whether it has such.
  private static func plain(_ title: String) -> (title: String, isActing: Bool) {
    for word in ["Acting ", "Interim ", "Transitional ", "Caretaker ", "Provisional "] where title.hasPrefix(word) {
      return (String(title.dropFirst(word.count)), true)
    }
    return (title, false)
  }

  /// Whether two offices were held at a time for sure, whatever days their dates may mean.
  private static func overlap(_ a: Office, _ b: Office) -> Bool {
    let begin = max(a.from.map(Office.last) ?? 0, b.from.map(Office.last) ?? 0)
    let end = min(a.to.map(Office.first) ?? .max, b.to.map(Office.first) ?? .max)
    return begin < end
  }

  /// A day's number in months of 31 days.
  private static func rough(_ number: Int) -> Int { (number / 10000) * 372 + (number / 100 % 100) * 31 + number % 100 }
}

extension Sequence where Element: Hashable {
  /// Each value once, in the order of its first.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
