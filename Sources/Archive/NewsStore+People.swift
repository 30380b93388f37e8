public import Actors
internal import GRDB

extension NewsStore {
  /// An article that is to be read again, since it names people of whom others tell more.
  public struct Unacquainted: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// The people whom it names and others introduce.
    public let people: Acquaintances
  }

  /// The articles whose reading would change if it were known what others tell of the people that they name, in the order in which they
  /// came.
  ///
  /// An article that tells itself whose somebody is stands. Others follow the articles that tell it, where four of five agree.
  /// What comes out depends on the archive's articles alone. Articles without a kept text are left out. The time grows
  /// with the people that articles name.
  ///
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public func unacquainted() throws -> [Unacquainted] {
    try read { db in
      let known = try Self.introduced(db)
      var articles: [(id: String, people: [Introduction], isChanged: Bool)] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.id, p.name, p.code, p.sectors, p.basis FROM people AS p JOIN articles AS a ON a.number = p.article
          WHERE EXISTS (SELECT 1 FROM texts WHERE texts.article = a.number) ORDER BY a.number, p.name
          """)
      while let row = try rows.next() {
        let id: String = row[0]
        let basis = Introduction.Basis(rawValue: row[4]) ?? .guessed
        let person = known[row[1]]
        if articles.last?.id != id { articles.append((id, [], false)) }
        let last = articles.count - 1
        if let person { articles[last].people.append(person) }
        let isOther = basis != .told && person.map { $0.code != row[2] } ?? (basis == .acquainted)
        articles[last].isChanged = articles[last].isChanged || isOther
      }
      return articles.filter(\.isChanged).map { Unacquainted(id: $0.id, people: Acquaintances($0.people)) }
    }
  }

  /// People whom articles introduce, by name.
  private static func introduced(_ db: Database) throws -> [String: Introduction] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT name, code, sectors, office, count(*) FROM people WHERE basis = \(Introduction.Basis.told.rawValue)
        GROUP BY name, code, sectors, office ORDER BY name, count(*) DESC, code, sectors, office
        """)
    var known: [String: Introduction] = [:]
    var name: String?
    var told: [(person: Introduction, count: Int)] = []
    func close() {
      guard let name else { return }
      known[name] = agreed(told)
    }
    while let row = try rows.next() {
      if name != row[0] {
        close()
        name = row[0]
        told = []
      }
      let sectors = (row[2] as String).split(separator: " ").map(String.init)
      told.append(
        (Introduction(name: row[0], code: row[1], sectors: sectors, office: row[3], basis: .acquainted), row[4]))
    }
    close()
    return known
  }

  /// What most tell of a person, where four of five agree on the code.
  private static func agreed(_ told: [(person: Introduction, count: Int)]) -> Introduction? {
    func most<Value: Hashable>(_ value: (Introduction) -> Value?) -> (value: Value, count: Int)? {
      var counts: [(value: Value, count: Int)] = []
      for (person, count) in told {
        guard let value = value(person) else { continue }
        if let place = counts.firstIndex(where: { $0.value == value }) {
          counts[place].count += count
        } else {
          counts.append((value, count))
        }
      }
      return counts.max { $0.count < $1.count }
    }
    let all = told.reduce(0) { $0 + $1.count }
    guard var best = told.first?.person, let code = most(\.code), !code.value.isEmpty, 5 * code.count >= 4 * all else {
      return nil
    }
    best.code = code.value
    best.sectors = most { $0.code == code.value && !$0.sectors.isEmpty ? $0.sectors : nil }?.value ?? []
    best.office = most { $0.code == code.value ? $0.office : nil }?.value
    return best
  }
}
