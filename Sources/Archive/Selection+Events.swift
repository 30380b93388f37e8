import Chancery
internal import GRDB

extension EventQuery {
  /// The question as SQL.
  func selection(_ db: Database) throws -> Selection {
    var selection = try Selection("events", of: self, db)
    if !actors.isEmpty { selection.ways.append(try Self.way(parties: actors, role: 0, db)) }
    if !recipients.isEmpty { selection.ways.append(try Self.way(parties: recipients, role: 1, db)) }
    if let dyads = dyads(of: actors, recipients) { selection.ways.append(dyads) }
    if between.count == 2 { try addBetween(to: &selection, db) }
    if !categories.isEmpty { selection.ways.append(Self.way("category", categories.map(\.rawValue))) }
    if !quads.isEmpty {
      let inside = Category.allCases.filter { quads.contains($0.quadClass) }.map(\.rawValue)
      selection.ways.append(Self.way("category", inside))
    }
    if !cameo.isEmpty { selection.ways.append(Self.way("cameo", try codes(db))) }
    if !modalities.isEmpty { addModalities(to: &selection) }
    if isDayTold { selection.tests.append(.init(sql: "x.date_text IS NOT NULL")) }
    if let place { selection.ways.append(Self.way(place: place)) }
    if !saidBy.isEmpty {
      let (sql, values) = SpeakerSQL.test(saidBy, statement: "s")
      selection.tests.append(
        .init(
          sql: """
            EXISTS (SELECT 1 FROM vouchers AS v JOIN statements AS s ON s.number = v.statement
            WHERE v.event = x.number AND v.relation = 0 AND (\(sql)))
            """, values: values))
    }
    try TextSQL.add(text, article: article, to: &selection, db)
    return selection
  }

  /// Stretches of an index over one column of events.
  private static func way(_ column: String, _ values: [String]) -> Selection.Way {
    let marks = repeatElement("?", count: values.count).joined(separator: ", ")
    return .init(
      stretches: values.map {
        .init(table: "events", number: "number", condition: .init(sql: "\(column) = ?", values: [$0]))
      }, test: .init(sql: "x.\(column) IN (\(marks))", values: values))
  }

  private static func way(place: String) -> Selection.Way {
    let isCode = place.utf8.count == 3 && place.utf8.allSatisfy { (65...90).contains($0) }
    let column = isCode ? "place_country" : "place"
    let collation = isCode ? "" : " COLLATE NOCASE"
    return .init(
      stretches: [
        .init(
          table: "events", number: "number",
          condition: .init(sql: "\(column) = ?\(collation) AND \(column) IS NOT NULL", values: [place]))
      ], test: .init(sql: "x.\(column) = ?\(collation)", values: [place]))
  }

  /// The CAMEO codes in the archive that begin as those asked for do.
  private func codes(_ db: Database) throws -> [String] {
    let known = try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE code(value) AS (
          SELECT min(cameo) FROM events
          UNION ALL SELECT (SELECT min(cameo) FROM events WHERE cameo > value) FROM code WHERE value IS NOT NULL)
        SELECT value FROM code WHERE value IS NOT NULL
        """)
    return known.filter { code in cameo.contains { code.hasPrefix($0) } }
  }

  private func addModalities(to selection: inout Selection) {
    let bits: [Modality: (mask: Int, value: Int)] = [
      .denied: (16, 16), .negated: (20, 4), .feared: (22, 2), .planned: (23, 1), .past: (31, 8), .happened: (31, 0),
    ]
    let tests = modalities.compactMap { bits[$0] }.map { "x.reality & \($0.mask) = \($0.value)" }
    selection.tests.append(.init(sql: tests.joined(separator: " OR ")))
    if modalities == [.denied] {
      selection.ways.append(
        .init(
          stretches: [.init(table: "events", number: "number", condition: .init(sql: "reality & 16"))],
          test: .init(sql: "1")))
    }
  }

  // MARK: Parties

  /// Whether events have one of some parties in a role.
  private static func way(parties: [PartyFilter], role: Int, _ db: Database) throws -> Selection.Way {
    var stretches: [Selection.Stretch] = []
    var tests: [Selection.Fragment] = []
    for party in parties {
      switch party {
      case .code(let code, nil):
        let condition = Selection.Fragment(sql: "role = \(role) AND code = ?", values: [code])
        stretches.append(.init(table: "parties", number: "event", condition: condition))
        // The sign keeps SQLite from going through all events of the code: an event's few parties are looked at.
        tests.append(.init(sql: "role = \(role) AND +code = ?", values: [code]))
      case .code, .actor:
        for actor in try PartySQL.numbers(of: party, db) {
          let condition = Selection.Fragment(sql: "actor = ? AND role = \(role)", values: [actor])
          stretches.append(.init(table: "parties", number: "event", condition: condition))
          tests.append(.init(sql: "+actor = ? AND role = \(role)", values: [actor]))
        }
      }
    }
    return .init(
      stretches: stretches,
      test: .init(
        sql: tests.isEmpty
          ? "0"
          : "EXISTS (SELECT 1 FROM parties WHERE event = x.number AND ("
            + tests.map { "(\($0.sql))" }.joined(separator: " OR ") + "))", values: tests.flatMap(\.values)))
  }

  /// The pairs of codes, where all parties are named by codes alone.
  private func dyads(of sources: [PartyFilter], _ targets: [PartyFilter]) -> Selection.Way? {
    func codes(_ parties: [PartyFilter]) -> [String]? {
      let codes = parties.compactMap { party -> String? in
        if case .code(let code, nil) = party { code } else { nil }
      }
      return codes.count == parties.count && !codes.isEmpty ? codes : nil
    }
    guard let sources = codes(sources), let targets = codes(targets) else { return nil }
    return .init(stretches: Self.stretches(from: sources, to: targets), test: .init(sql: "1"))
  }

  private func addBetween(to selection: inout Selection, _ db: Database) throws {
    let (a, b) = (between[0], between[1])
    if case .code(let x, nil) = a, case .code(let y, nil) = b {
      let pairs = x == y ? [(x, y)] : [(x, y), (y, x)]
      selection.ways.append(
        .init(
          stretches: pairs.map {
            .init(
              table: "dyads", number: "event",
              condition: .init(sql: "source = ? AND target = ?", values: [$0.0, $0.1]))
          },
          test: .init(
            sql: """
              EXISTS (SELECT 1 FROM dyads WHERE event = x.number
              AND (\(repeatElement("(source = ? AND target = ?)", count: pairs.count).joined(separator: " OR "))))
              """, values: pairs.flatMap { [$0.0, $0.1] })))
      return
    }
    var tests: [Selection.Fragment] = []
    var stretches: [Selection.Stretch] = []
    for (first, second) in [(a, b), (b, a)] {
      let source = try Self.way(parties: [first], role: 0, db)
      let target = try Self.way(parties: [second], role: 1, db)
      tests.append(
        .init(sql: "\(source.test.sql) AND \(target.test.sql)", values: source.test.values + target.test.values))
      stretches += source.stretches
    }
    // Those on one footing are all actors.
    let (first, second) = (try Self.way(parties: [a], role: 0, db), try Self.way(parties: [b], role: 0, db))
    tests.append(.init(sql: "\(first.test.sql) AND \(second.test.sql)", values: first.test.values + second.test.values))
    let all = Selection.Fragment(
      sql: tests.map { "(\($0.sql))" }.joined(separator: " OR "), values: tests.flatMap(\.values))
    selection.ways.append(.init(stretches: stretches, test: .init(sql: "1")))
    selection.tests.append(all)
  }
}

extension EventQuery {
  /// What one does to another; acts on one footing are those of both on each other. Parties of the question itself are not looked at.
  func selection(ofActsBy actor: PartyFilter, on recipient: PartyFilter, _ db: Database) throws -> Selection {
    var selection = try Selection("events", of: self, db)
    let acting = try Self.way(parties: [actor], role: 0, db)
    let others = [
      try Self.way(parties: [recipient], role: 1, db).test,
      // Those who stand on one footing are all of them actors.
      try Self.way(parties: [recipient], role: 0, db).test,
    ]
    selection.ways.append(acting)
    selection.tests.append(
      .init(
        sql: """
          \(others[0].sql) OR \(others[1].sql) AND NOT EXISTS (SELECT 1 FROM parties WHERE event = x.number AND role = 1)
          """, values: others.flatMap(\.values)))
    // Such acts stand among those between the codes, which are fewer; those of one code on itself need not.
    let (sources, targets) = (try PartySQL.codes(of: actor, db), try PartySQL.codes(of: recipient, db))
    if Set(sources).isDisjoint(with: targets), !(sources + targets).contains("") {
      selection.ways.append(.init(stretches: Self.stretches(from: sources, to: targets), test: .init(sql: "1")))
    }
    return selection
  }

  /// The stretches of the index of pairs.
  private static func stretches(from sources: [String], to targets: [String]) -> [Selection.Stretch] {
    sources.flatMap { source in
      targets.map { target in
        .init(
          table: "dyads", number: "event",
          condition: .init(sql: "source = ? AND target = ?", values: [source, target]))
      }
    }
  }
}

/// Actors that a filter means.
enum PartySQL {
  /// The codes that they bear, each once.
  static func codes(of party: PartyFilter, _ db: Database) throws -> [String] {
    switch party {
    case .code(let code, _): [code]
    case .actor(let id):
      try String.fetchAll(db, sql: "SELECT DISTINCT code FROM actors WHERE id = ? ORDER BY code", arguments: [id])
    }
  }

  static func numbers(of party: PartyFilter, _ db: Database) throws -> [Int64] {
    switch party {
    case .actor(let id):
      return try Int64.fetchAll(db, sql: "SELECT number FROM actors WHERE id = ? ORDER BY number", arguments: [id])
    case .code(let code, let sector):
      return try Int64.fetchAll(
        db,
        sql: """
          SELECT number FROM actors WHERE code = ?1 AND (?2 IS NULL OR ' ' || sectors || ' ' LIKE '% ' || ?2 || ' %')
          ORDER BY number
          """, arguments: [code, sector])
    }
  }
}

/// Who speaks.
enum SpeakerSQL {
  /// A condition on a row of statements.
  static func test(
    _ speakers: [SpeakerFilter], statement: String
  ) -> (sql: String, values: [(any DatabaseValueConvertible)?]) {
    var parts: [String] = []
    var values: [(any DatabaseValueConvertible)?] = []
    for speaker in speakers {
      switch speaker {
      case .name(let name):
        parts.append("\(statement).speaker = ? COLLATE NOCASE")
        values.append(name)
      case .party(.code(let code, nil)):
        parts.append("\(statement).code = ?")
        values.append(code)
      case .party(.code(let code, let sector)):
        parts.append(
          "\(statement).actor IN (SELECT number FROM actors WHERE code = ? AND ' ' || sectors || ' ' LIKE '% ' || ? || ' %')"
        )
        values += [code, sector]
      case .party(.actor(let id)):
        parts.append("\(statement).actor IN (SELECT number FROM actors WHERE id = ?)")
        values.append(id)
      }
    }
    return (parts.joined(separator: " OR "), values)
  }
}

/// Which articles hold words, or are one.
enum TextSQL {
  static func add(_ text: String?, article: String?, to selection: inout Selection, _ db: Database) throws {
    if let article {
      guard
        let number = try Int64.fetchOne(db, sql: "SELECT number FROM articles WHERE id = ?", arguments: [article])
      else { throw ArchiveError(.query, path: "", "the archive has no article '\(article)'") }
      selection.ways.append(
        .init(
          stretches: [
            .init(
              table: selection.table, number: "number", condition: .init(sql: "article = ?", values: [number]))
          ], test: .init(sql: "x.article = ?", values: [number])))
    }
    if let text {
      try NewsStore.check(words: text, db)
      let holds = "article IN (SELECT rowid FROM words WHERE words MATCH ?)"
      selection.ways.append(
        .init(
          stretches: [
            .init(table: selection.table, number: "number", condition: .init(sql: holds, values: [text]))
          ], test: .init(sql: "x.\(holds)", values: [text]), isOrdered: false))
    }
  }
}
