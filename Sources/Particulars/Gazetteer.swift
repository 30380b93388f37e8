internal import Articles
public import Foundation

/// Names of places with what they may mean.
///
/// The file (`Training/gazetteer.py` makes it from facts of GeoNames, CC BY 4.0) is sorted by folded name and searched where it
/// lies: nothing is read ahead.
public struct Gazetteer: Sendable {
  /// One meaning of a name.
  public struct Entry: Sendable, Hashable {
    /// The place's usual name.
    public var name: String
    /// Country, region, city or other.
    public var kind: Place.Kind
    /// Whether it is a state's capital.
    public var isCapital: Bool
    /// Where it lies.
    public var location: Location
    /// ISO 3166-1 alpha-3 of the state it lies in; empty for seas and continents.
    public var country: String
    /// The region that holds it; empty where it is none's.
    public var region: String
    /// How many people live there; of regions and countries, in their towns.
    public var population: Int
  }

  private let file: Data

  /// A gazetteer of such a file's bytes, which must be sorted.
  public init(_ file: Data) { self.file = file }

  /// The gazetteer that comes with the program.
  ///
  /// - Throws: ``ParticularsError`` where it is nowhere or cannot be read.
  public static func load() throws -> Gazetteer {
    guard let path = PackageResources.path("gazetteer.tsv", of: "Particulars"),
      let file = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else { throw ParticularsError.missingGazetteer }
    return Gazetteer(file)
  }

  /// What a name may mean, the most populous first; nothing where it is unknown. Logarithmic in the number of names.
  public func entries(named name: String) -> [Entry] { entries(key: Self.folded(name)) }

  /// A state by its ISO 3166-1 alpha-3 code.
  public func country(_ code: String) -> Entry? { entries(key: "iso " + code.lowercased()).first }

  private func entries(key: String) -> [Entry] {
    guard !key.isEmpty else { return [] }
    let wanted = Array((key + "\t").utf8)
    return file.withUnsafeBytes { bytes in
      // The first line that is not before the key.
      var low = 0
      var high = bytes.count
      while low < high {
        let start = Self.lineStart(bytes, (low + high) / 2)
        if Self.isLess(bytes, start, wanted) { low = Self.nextLine(bytes, start) } else { high = start }
      }
      var entries: [Entry] = []
      var at = low
      while at + wanted.count <= bytes.count, bytes[at..<at + wanted.count].elementsEqual(wanted) {
        let end = Self.nextLine(bytes, at)
        if let entry = Self.entry(bytes[at..<end]) { entries.append(entry) }
        at = end
      }
      return entries
    }
  }

  private static func lineStart(_ bytes: UnsafeRawBufferPointer, _ i: Int) -> Int {
    var i = i
    while i > 0, bytes[i - 1] != 10 { i -= 1 }
    return i
  }

  private static func nextLine(_ bytes: UnsafeRawBufferPointer, _ i: Int) -> Int {
    var i = i
    while i < bytes.count, bytes[i] != 10 { i += 1 }
    return min(i + 1, bytes.count)
  }

  /// Whether the line at a place comes before all lines of a key, which ends with the tab after it.
  private static func isLess(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ key: [UInt8]) -> Bool {
    // The keys are compared without their tabs, as they were sorted.
    for (k, byte) in key.enumerated() {
      let here = start + k < bytes.count ? bytes[start + k] : 0
      if here == byte { continue }
      if byte == 9 { return false }
      return here == 9 || here < byte
    }
    return false
  }

  private static func entry(_ line: Slice<UnsafeRawBufferPointer>) -> Entry? {
    let cells = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isNewline).first?.split(
      separator: "\t", omittingEmptySubsequences: false)
    guard let cells, cells.count == 8, let latitude = Double(cells[3]), let longitude = Double(cells[4]),
      let population = Int(cells[7]), let kind = cells[2] == "capital" ? .city : Place.Kind(rawValue: String(cells[2]))
    else { return nil }
    return Entry(
      name: String(cells[1]), kind: kind, isCapital: cells[2] == "capital",
      location: Location(latitude: latitude, longitude: longitude), country: String(cells[5]), region: String(cells[6]),
      population: population)
  }

  private static let letters: [Character: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a", "ħ": "h",
  ]

  /// A name in small plain letters, its words parted by single spaces; points and apostrophes vanish.
  static func folded(_ name: String) -> String {
    var plain = ""
    for character in name.lowercased() { plain += letters[character] ?? String(character) }
    var folded = ""
    var isParted = false
    for scalar in plain.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.canonicalCombiningClass != .notReordered || ".'’‘`ʻ".unicodeScalars.contains(scalar) {
        continue
      }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        isParted = !folded.isEmpty
        continue
      }
      if isParted { folded += " " }
      isParted = false
      folded.unicodeScalars.append(scalar)
    }
    return folded
  }
}

/// What can go wrong with the facts of this room.
public enum ParticularsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The gazetteer is nowhere, or cannot be read.
  case missingGazetteer

  /// What is wrong, and what to do.
  public var description: String {
    "the gazetteer was not found: keep Chancery_Particulars.resources beside the executable, where the build put it"
  }
}
