public import Chancery
internal import GRDB

/// What happened in a place.
public struct PlaceCount: Sendable, Hashable {
  /// The place's usual name; the state's code where the whole state is counted.
  public var name: String
  /// ISO 3166-1 alpha-3 of the state it lies in.
  public var country: String
  /// Where it lies; `nil` for a whole state.
  public var location: Location?
  /// How many happenings there are.
  public var happenings: Int
}

extension NewsStore {
  /// Where things happened on some days: by state, and by place within states, the most first. What is planned, supposed, denied or
  /// reported not to have happened is left out.
  ///
  /// - Parameters:
  ///   - quads: PLOVER's quad classes; none for all.
  ///   - most: How many places are given at most; states are all given.
  public func places(
    since: String?, until: String?, quads: [Int] = [], most: Int
  ) throws -> (countries: [PlaceCount], places: [PlaceCount]) {
    var condition = "day >= ? AND day < ? AND place_country IS NOT NULL AND reality & ? = 0"
    let unreal: Reality = [.future, .hypothetical, .negation, .denied]
    // The last day sorts before '~'.
    var values: [(any DatabaseValueConvertible)?] = [since ?? "0", (until ?? "") + "~", unreal.rawValue]
    if !quads.isEmpty {
      condition += " AND quad IN (\(repeatElement("?", count: quads.count).joined(separator: ", ")))"
      values += quads
    }
    return try read { db in
      let countries = try Row.fetchAll(
        db,
        sql: """
          SELECT place_country, count(DISTINCT coalesce(happening, -number)) FROM events INDEXED BY events_day
          WHERE \(condition) GROUP BY place_country ORDER BY 2 DESC, 1
          """, arguments: StatementArguments(values)
      ).map { PlaceCount(name: $0[0], country: $0[0], location: nil, happenings: $0[1]) }
      let places = try Row.fetchAll(
        db,
        sql: """
          SELECT place, place_country, min(latitude), min(longitude), count(DISTINCT coalesce(happening, -number))
          FROM events INDEXED BY events_day
          WHERE \(condition) AND latitude IS NOT NULL AND place_kind <> 'country'
          GROUP BY place, place_country ORDER BY 5 DESC, 1 LIMIT ?
          """, arguments: StatementArguments(values + [most])
      ).map { row in
        PlaceCount(
          name: row[0], country: row[1], location: Location(latitude: row[2], longitude: row[3]), happenings: row[4])
      }
      return (countries, places)
    }
  }

  /// The days of the first and the last article; `nil` where none has a day.
  public func span() throws -> (first: String, last: String)? {
    try read { db in
      let first = try String.fetchOne(db, sql: "SELECT min(published) FROM articles")
      let last = try String.fetchOne(db, sql: "SELECT max(published) FROM articles")
      return first.flatMap { first in last.map { (first, $0) } }
    }
  }
}
