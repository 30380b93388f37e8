public import Articles

/// The fields of a record of facts, by the names they have in the files.
public enum FactField: String, Sendable, Hashable, CaseIterable {
  case names, adjectives, demonyms, capital, seats, cities, of, sector, bare, members, gender, surname, office,
    namesake, also,
    since, shared, vacant, nouns, titles, single
  case actsAs = "acts as"

  /// The field of a key as it is written; plural forms are taken too.
  init?(_ key: String) {
    switch key {
    case "capitals": self = .capital
    case "sectors": self = .sector
    default: self.init(rawValue: key)
    }
  }

  /// Whether it belongs to the records of sectors, not to those of actors.
  var isOfSectors: Bool { self == .nouns || self == .titles || self == .single }
}

/// A line of a file.
public struct FactPlace: Sendable, Hashable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// The line, from 1.
  public var line: Int

  /// A line of a file.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `leaders.facts:12`
  public var description: String { "\(file):\(line)" }
}

/// A field of a record, and where it stands.
public struct FactSource: Sendable, Hashable {
  /// Which field.
  public var field: FactField
  /// How many values it gives.
  public var count: Int
  /// The file's name.
  public var file: String
  /// The line, from 1.
  public var line: Int

  /// The line of the file.
  public var place: FactPlace { FactPlace(file: file, line: line) }
}

/// What is said of an office of a state or an organisation, beside who held it.
public struct OfficeTerm: Sendable, Hashable {
  /// What is said.
  public enum Kind: Sendable, Hashable {
    /// There was none before.
    case since
    /// Several hold it at a time.
    case shared
    /// Nobody held it, or there was none.
    case vacant
  }

  /// What is said.
  public var kind: Kind
  /// The office; `nil` for all of them.
  public var title: String?
  /// The first day; `nil` where it was ever so.
  public var from: CalendarDate?
  /// The last day; `nil` where it still is so.
  public var to: CalendarDate?
  /// The file that says it.
  public var file: String
  /// The line, from 1.
  public var line: Int
}

extension ActorRecord {
  /// Where a value of a field stands.
  ///
  /// - Parameter index: The value's place among those of its field; offices count as one each.
  public func place(of field: FactField, at index: Int = 0) -> FactPlace {
    var rest = index
    for source in sources where source.field == field {
      let count = field == .office ? 1 : source.count
      if rest < count { return source.place }
      rest -= count
    }
    return FactPlace(file: file, line: line)
  }
}
