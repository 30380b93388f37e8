import Chancery
internal import GRDB

/// A question as SQL: rows of a table in the order of their days, found by the index that leaves the fewest.
///
/// Every way in (a party, a category, a place …) is a union of stretches of indices that are in the order of day and number
/// already, so that nothing is sorted and a question with a limit stops as soon as it has its rows. Of several ways in, the
/// one with the fewest rows is taken, and the others are asked of its rows.
struct Selection {
  /// SQL with its values.
  struct Fragment {
    var sql: String
    var values: [(any DatabaseValueConvertible)?] = []
  }

  /// A stretch of an index: a table, its columns of day and number, and what holds in it.
  struct Stretch {
    var table: String
    var number: String
    var condition: Fragment
  }

  /// A way into the table, and what to ask of its rows where another way is taken.
  struct Way {
    var stretches: [Stretch]
    var test: Fragment
    /// Whether its stretches are in the order of day and number.
    var isOrdered = true
  }

  let table: String
  var ways: [Way] = []
  var tests: [Fragment] = []
  private let since: String?
  private let until: String?
  private let after: (day: String, number: Int64)?
  private let limit: Int?

  /// What all questions for rows have in common; ways in and tests are still to be added.
  ///
  /// - Throws: ``ArchiveError`` where there is no row to go on after.
  init(_ table: String, of query: some RowQuery, _ db: Database) throws {
    self.table = table
    since = query.since
    until = query.until
    limit = query.limit
    after = try query.after.map { try Self.place(of: $0, table: table, db) }
  }

  /// The place in the order of a row's key: `ARTICLE/e1`.
  private static func place(of key: String, table: String, _ db: Database) throws -> (day: String, number: Int64) {
    guard let slash = key.lastIndex(of: "/"),
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT x.day, x.number FROM \(table) AS x JOIN articles AS a ON a.number = x.article
          WHERE a.id = ? AND \(table == "figures" ? "'f' || (x.number % \(EntryWriter.places) + 1)" : "x.id") = ?
          """, arguments: [String(key[..<slash]), String(key[key.index(after: slash)...])])
    else {
      throw ArchiveError(
        .query, path: "", "there is no row '\(key)' to go on after; give the key of the last one shown")
    }
    return (row[0], row[1])
  }

  /// Numbers of the rows, in the order of day and number.
  func numbers(_ db: Database) throws -> [Int64] {
    guard let question = try question(for: "x.number", db) else { return [] }
    return try Int64.fetchAll(db, sql: question.sql, arguments: StatementArguments(question.values))
  }

  /// A column of the rows, which are called `x`, in the order of day and number.
  ///
  /// - Returns: `nil` where there are none.
  func question(for column: String, _ db: Database) throws -> Fragment? {
    let counts = try ways.map { try count($0, db) }
    if counts.contains(0) { return nil }
    let chosen = counts.indices.filter { ways[$0].isOrdered || counts[$0] < Self.counted }
      .min { (counts[$0], $0) < (counts[$1], $1) }
    let stretches =
      chosen.map { ways[$0].stretches } ?? [Stretch(table: table, number: "number", condition: Fragment(sql: "1"))]
    var tests = tests
    for (index, way) in ways.enumerated() where index != chosen { tests.append(way.test) }
    var values: [(any DatabaseValueConvertible)?] = []
    let parts = stretches.map { stretch in
      let bounds = bounds(number: stretch.number)
      values += stretch.condition.values + bounds.values
      return "SELECT day, \(stretch.number) AS row FROM \(stretch.table) WHERE \(stretch.condition.sql)\(bounds.sql)"
    }
    // LIMIT -1 keeps the order of the inner question.
    let union =
      stretches.count == 1 && stretches[0].table == table
      ? parts[0] + " ORDER BY 1, 2 LIMIT -1"
      : parts.count == 1
        ? "SELECT DISTINCT" + parts[0].dropFirst("SELECT".count) + " ORDER BY 1, 2 LIMIT -1"
        : parts.joined(separator: " UNION ") + " ORDER BY 1, 2 LIMIT -1"
    var sql = "SELECT \(column) FROM (\(union)) AS way CROSS JOIN \(table) AS x ON x.number = way.row"
    if !tests.isEmpty { sql += " WHERE " + tests.map { "(\($0.sql))" }.joined(separator: " AND ") }
    values += tests.flatMap(\.values)
    sql += " LIMIT ?"
    values.append(limit ?? -1)
    return Fragment(sql: sql, values: values)
  }

  /// What has to hold of a row, `x`, that is found otherwise.
  var test: Fragment {
    let all = ways.map(\.test) + tests
    let bounds = bounds(number: "number", of: "x.")
    return Fragment(
      sql: (all.isEmpty ? "1" : all.map { "(\($0.sql))" }.joined(separator: " AND ")) + bounds.sql,
      values: all.flatMap(\.values) + bounds.values)
  }

  /// Whether there are rows enough that it is quicker to look for some of them one by one than to find them all.
  func isFrequent(_ db: Database) throws -> Bool {
    try ways.allSatisfy { try count($0, db, upTo: Self.frequent) >= Self.frequent }
  }

  private static let frequent = 2000

  /// How many rows a way has, counted no further than it matters.
  private func count(_ way: Way, _ db: Database, upTo most: Int = counted) throws -> Int {
    var count = 0
    for stretch in way.stretches where count < most {
      let bounds = bounds(number: stretch.number)
      count +=
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM (SELECT 1 FROM \(stretch.table) WHERE \(stretch.condition.sql)\(bounds.sql)
            LIMIT \(most))
            """, arguments: StatementArguments(stretch.condition.values + bounds.values)) ?? 0
    }
    return count
  }

  private static let counted = 20_000

  private func bounds(number: String, of row: String = "") -> Fragment {
    var bounds = Fragment(sql: "")
    if let after {
      bounds.sql += " AND (\(row)day, \(row)\(number)) > (?, ?)"
      bounds.values += [after.day, after.number]
    }
    if let since {
      bounds.sql += " AND \(row)day >= ?"
      bounds.values.append(since)
    } else if until != nil {
      bounds.sql += " AND \(row)day > ''"
    }
    if let until {
      // A month's or year's last day sorts before this.
      bounds.sql += " AND \(row)day < ?"
      bounds.values.append(until + "~")
    }
    return bounds
  }
}
