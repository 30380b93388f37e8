import Chancery
internal import GRDB

extension StatementQuery {
  /// The question as SQL.
  func selection(_ db: Database) throws -> Selection {
    var selection = try Selection("statements", of: self, db)
    if !saidBy.isEmpty {
      let (sql, values) = SpeakerSQL.test(saidBy, statement: "x")
      selection.ways.append(
        .init(stretches: try saidBy.flatMap { try stretches(of: $0, db) }, test: .init(sql: sql, values: values)))
    }
    if !about.isEmpty {
      let actors = try about.flatMap { try PartySQL.numbers(of: $0, db) }
      let marks = actors.map(String.init).joined(separator: ", ")
      let sql = "number IN (SELECT statement FROM topics WHERE actor IN (\(marks)))"
      selection.ways.append(
        .init(
          stretches: [.init(table: "statements", number: "number", condition: .init(sql: sql))],
          test: .init(sql: "x.\(sql)"), isOrdered: false))
    }
    if !stances.isEmpty {
      let marks = repeatElement("?", count: stances.count).joined(separator: ", ")
      selection.tests.append(.init(sql: "x.stance IN (\(marks))", values: stances.map(\.rawValue)))
    }
    try TextSQL.add(text, article: article, to: &selection, db)
    return selection
  }

  private func stretches(of speaker: SpeakerFilter, _ db: Database) throws -> [Selection.Stretch] {
    func stretch(_ sql: String, _ value: any DatabaseValueConvertible) -> Selection.Stretch {
      .init(table: "statements", number: "number", condition: .init(sql: sql, values: [value]))
    }
    switch speaker {
    case .name(let name): return [stretch("speaker = ? COLLATE NOCASE AND speaker IS NOT NULL", name)]
    case .party(.code(let code, nil)): return [stretch("code = ?", code)]
    case .party(let party):
      return try PartySQL.numbers(of: party, db).map { stretch("actor = ? AND actor IS NOT NULL", $0) }
    }
  }
}

extension FigureQuery {
  /// The question as SQL.
  func selection(_ db: Database) throws -> Selection {
    var selection = try Selection("figures", of: self, db)
    if !units.isEmpty {
      let marks = repeatElement("?", count: units.count).joined(separator: ", ")
      selection.ways.append(
        .init(
          stretches: units.map {
            .init(table: "figures", number: "number", condition: .init(sql: "unit = ?", values: [$0]))
          }, test: .init(sql: "x.unit IN (\(marks))", values: units)))
    }
    try TextSQL.add(text, article: article, to: &selection, db)
    return selection
  }
}
