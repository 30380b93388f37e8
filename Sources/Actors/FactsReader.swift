import Articles

/// A file of facts: its name, for messages, and its bytes.
public struct FactsFile: Sendable {
  /// The name that errors give.
  public let name: String
  /// UTF-8.
  public let bytes: [UInt8]

  /// A file in memory.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A file made of a text.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}

/// The nouns and titles that make a sector.
struct SectorRecord: Sendable {
  var sector: String
  var nouns: [String] = []
  var titles: [String] = []
  /// Titles of offices that one person holds at a time.
  var single: [String] = []
  var sources: [FactSource] = []
  var file = ""
  var line = 0
}

/// Reads the grammar of facts, line by line over bytes.
///
/// A record begins at column 0 with `id | name`; its fields follow, indented: `key: value; value`. `#` begins a comment.
struct FactsReader {
  private(set) var records: [ActorRecord] = []
  private(set) var sectors: [SectorRecord] = []

  private let file: String
  private var line = 0
  private var current: ActorRecord?
  private var sector: SectorRecord?

  init(file: String) { self.file = file }

  /// Reads a whole file.
  static func read(_ file: FactsFile) throws -> FactsReader {
    var reader = FactsReader(file: file.name)
    try file.bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
      while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        try reader.take(UnsafeBufferPointer(rebasing: bytes[at..<end]))
        at = end + 1
      }
    }
    reader.finish()
    return reader
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    line += 1
    let words = trimmed(bytes, 0, bytes.count)
    guard !words.isEmpty, bytes[words.lowerBound] != UInt8(ascii: "#") else { return }
    if words.lowerBound == 0 {
      try begin(bytes, words)
    } else {
      try field(bytes, words)
    }
  }

  private mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>) throws {
    finish()
    guard let bar = words.first(where: { bytes[$0] == UInt8(ascii: "|") }) else {
      throw malformed("A record has no '|'", "Write 'CODE/slug | Name'; fields are indented by two spaces")
    }
    let id = text(bytes, trimmed(bytes, words.lowerBound, bar))
    let name = text(bytes, trimmed(bytes, bar + 1, words.upperBound))
    let code = id.utf8.prefix { $0 != UInt8(ascii: "/") }
    guard code.count == 3, code.allSatisfy({ (65...90).contains($0) }), !name.isEmpty,
      id.utf8.count == 3 || id.utf8.count > 4
    else {
      throw malformed("'\(id)' is no id", "Write three capital letters, or three and a slash and a slug, then '| Name'")
    }
    current = ActorRecord(
      id: id, name: name, kind: id.utf8.count == 3 ? .state : .organization, file: file, line: line)
  }

  private mutating func field(_ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>) throws {
    guard current != nil || sector != nil else {
      throw malformed("A field stands before any record", "Begin with 'CODE/slug | Name' at the line's beginning")
    }
    guard let colon = words.first(where: { bytes[$0] == UInt8(ascii: ":") }) else {
      throw malformed("A field has no ':'", "Write 'key: value; value'")
    }
    let key = text(bytes, trimmed(bytes, words.lowerBound, colon))
    let values = values(bytes, colon + 1, words.upperBound)
    guard let field = FactField(key) else {
      throw malformed(
        "There is no field '\(key)'", "Fields are \(FactField.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let source = FactSource(field: field, count: values.count, file: file, line: line)
    if field.isOfSectors {
      sector = sector ?? current.map { SectorRecord(sector: $0.id, file: file, line: $0.line) }
      current = nil
      sector?.sources.append(source)
    } else {
      current?.sources.append(source)
    }
    switch field {
    case .nouns: sector?.nouns += values
    case .titles: sector?.titles += values
    case .single: sector?.single += values
    case .names: current?.names += values
    case .adjectives: current?.adjectives += values
    case .demonyms: current?.demonyms += values
    case .capital: current?.capitals += values
    case .cities: current?.cities += values
    case .bare: current?.bare += values
    case .members: current?.members += values
    case .namesake: current?.namesakes += values
    case .also: current?.also += values
    case .of: current?.parent = values.first
    case .actsAs: current?.actsAs = values.first
    case .sector:
      let sectors = try values.flatMap { try sectorNames($0[...]) }
      current?.sectors += sectors
    case .seats:
      let seats = try values.map(seat)
      current?.seats += seats
    case .surname:
      current?.surname = values.first
      current?.kind = .person
    case .gender:
      guard let value = values.first, let gender = Gender(rawValue: value) else {
        throw malformed("'\(values.first ?? "")' is no gender", "Write f or m, or leave the field out")
      }
      current?.gender = gender
      current?.kind = .person
    case .office:
      let office = try office(values)
      current?.offices.append(office)
      current?.kind = .person
    case .since, .shared, .vacant:
      let terms = try values.map { try term($0, field) }
      current?.officeTerms += terms
    }
  }

  private mutating func finish() {
    if let current { records.append(current) }
    if let sector { sectors.append(sector) }
    current = nil
    sector = nil
  }

  private func seat(_ value: String) throws -> Seat {
    let parts = value.split(separator: "=", maxSplits: 1)
    let name = parts.first.map { trimmedText($0) } ?? ""
    guard parts.count == 2 else { return Seat(name: name, sector: "") }
    return Seat(name: name, sector: try sectorNames(parts[1]).first ?? "")
  }

  private func sectorNames(_ value: Substring) throws -> [String] {
    let names = value.split { $0 == " " || $0 == "," || $0 == "+" || $0 == "/" }.map(String.init)
    for name in names where name.utf8.count != 3 || !name.utf8.allSatisfy({ (65...90).contains($0) }) {
      throw malformed("'\(name)' is no sector", "Write one of PLOVER's three-letter sectors: GOV, MIL, LEG …")
    }
    return names
  }

  private func office(_ values: [String]) throws -> Office {
    guard values.count == 2 || values.count == 3, let title = values.first else {
      throw malformed(
        "An office has \(values.count) parts",
        "Write 'office: Title; SECTOR; 2021-01-26..2025-01-20'; either day may lack")
    }
    let sectors = try sectorNames(values[1][...])
    guard values.count == 3 else { return Office(title: title, sectors: sectors) }
    let (from, to) = try span(values[2])
    return Office(title: title, sectors: sectors, from: from, to: to)
  }

  private func span(_ value: String) throws -> (from: CalendarDate?, to: CalendarDate?) {
    let span = Array(value.utf8)
    guard let dots = span.indices.dropLast().first(where: { span[$0] == 46 && span[$0 + 1] == 46 }) else {
      throw malformed("'\(value)' is no span of time", "Write from..to, as 2021-01-26..2025-01-20 or 2021..")
    }
    return (try date(span[..<dots]), try date(span[(dots + 2)...]))
  }

  /// `1991-08-24`, `Prime Minister = 2008-02-17` for a beginning; `Title` or `Title = from..to` for the others.
  private func term(_ value: String, _ field: FactField) throws -> OfficeTerm {
    let parts = value.split(separator: "=", maxSplits: 1).map { trimmedText($0) }
    let kind: OfficeTerm.Kind = field == .since ? .since : field == .shared ? .shared : .vacant
    guard kind == .since else {
      guard let title = parts.first else { throw malformed("No office is named", "Write 'Title = from..to'") }
      let (from, to) = parts.count == 2 ? try span(parts[1]) : (nil, nil)
      return OfficeTerm(kind: kind, title: title, from: from, to: to, file: file, line: line)
    }
    guard let last = parts.last, let day = try date(Array(last.utf8)[...]) else {
      throw malformed("No date is given", "Write 'since: 1991-08-24' or 'since: Prime Minister = 1991-08-24'")
    }
    return OfficeTerm(
      kind: kind, title: parts.count == 2 ? parts[0] : nil, from: day, to: nil, file: file, line: line)
  }

  private func date(_ digits: ArraySlice<UInt8>) throws -> CalendarDate? {
    let digits = digits.filter { $0 != 32 }
    guard !digits.isEmpty else { return nil }
    var numbers: [Int] = [0]
    for byte in digits {
      if byte == UInt8(ascii: "-") {
        numbers.append(0)
      } else if (48...57).contains(byte), numbers[numbers.count - 1] < 100_000 {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte) - 48
      } else {
        numbers = []
        break
      }
    }
    guard !numbers.isEmpty, numbers.count <= 3,
      let date = CalendarDate(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    else {
      throw malformed(
        "'\(String(decoding: digits, as: UTF8.self))' is no date",
        "Write a year, a month or a day: 2021, 2021-01, 2021-01-26")
    }
    return date
  }

  private func values(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> [String] {
    var values: [String] = []
    var from = start
    var at = start
    while at <= end {
      if at == end || bytes[at] == UInt8(ascii: ";") {
        let range = trimmed(bytes, from, at)
        if !range.isEmpty { values.append(text(bytes, range)) }
        from = at + 1
      }
      at += 1
    }
    return values
  }

  private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
    var start = start
    var end = end
    while start < end, bytes[start] <= 32 { start += 1 }
    while end > start, bytes[end - 1] <= 32 { end -= 1 }
    return start..<end
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func trimmedText(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  private func malformed(_ problem: String, _ remedy: String) -> ActorsError {
    ActorsError(code: .malformed, file: file, line: line, problem: problem, remedy: remedy)
  }
}
