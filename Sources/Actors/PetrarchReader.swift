import Articles

/// Reads the actor and agent files of TABARI and PETRARCH.
///
/// An actor is a name, words joined by `_`, with `+SYNONYM` lines below and codes in brackets, beside the name or on lines of
/// their own: `[USAGOV 20010120-20090120]`, `[USAGOV >20090120]`, `[USAELI]`. An agent is a noun with a sector, `NOUN [~GOV]`,
/// its plural in braces where it is irregular, `{}` where it has none; `!NAME! = A, B` is a set of words that `!NAME!` stands
/// for. `#` and `;` begin a comment. Lines that cannot be understood are left out, and told.
struct PetrarchReader {
  private(set) var records: [ActorRecord] = []
  private(set) var sectors: [SectorRecord] = []
  /// Names that stand for nobody (`[---]`).
  private(set) var nobodies: [String] = []
  private(set) var warnings: [FactsFinding] = []

  /// The state that a territory belongs to; an empty text for a state of its own, `nil` for no state.
  private let parent: (String) -> String?
  private let file: String
  private var line = 0
  private var entry = Entry()
  private var sets: [String: [String]] = [:]
  private var sectorIndex: [String: Int] = [:]
  private var isRemark = false

  /// A name with all that its lines told so far.
  private struct Entry {
    var names: [(text: String, line: Int)] = []
    var codes: [(code: String, from: CalendarDate?, to: CalendarDate?, line: Int)] = []
    var isNobody = false
    /// Whether its codes said something, if only what was left out and told.
    var isCoded = false
  }

  /// Whether a file has this form: a bracket with a code comes before any line of facts.
  static func reads(_ bytes: [UInt8]) -> Bool {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = withoutComment(line)
      if let bracket = text.firstIndex(of: UInt8(ascii: "[")) {
        let code = text[(bracket + 1)...].prefix {
          isCodeByte($0) || $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "-")
        }
        if code.count >= 3 { return true }
      }
      if line.first.map({ $0 > 32 }) == true, text.contains(UInt8(ascii: "|")) { return false }
    }
    return false
  }

  /// Reads a whole file.
  static func read(_ file: FactsFile, parent: @escaping (String) -> String?) -> PetrarchReader {
    var reader = PetrarchReader(file: file.name, parent: parent)
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for line in file.bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      reader.take(line)
    }
    reader.close()
    return reader
  }

  private init(file: String, parent: @escaping (String) -> String?) {
    self.file = file
    self.parent = parent
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (48...57).contains(byte) }

  private static func withoutComment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: ";") }
  }

  private mutating func warn(_ problem: String, _ remedy: String, at line: Int? = nil) {
    warnings.append(
      FactsFinding(.warning, FactPlace(file: file, line: line ?? self.line), problem: problem, remedy: remedy))
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    line += 1
    if isRemark || bytes.starts(with: Array("<!--".utf8)) {
      isRemark = !Self.contains(bytes, "-->")
      return
    }
    let bytes = Self.withoutComment(bytes)
    guard let first = bytes.first(where: { $0 > 32 }) else { return }
    let open = bytes.firstIndex(of: UInt8(ascii: "["))
    if open == nil, first == UInt8(ascii: "!"), let equals = bytes.firstIndex(of: UInt8(ascii: "=")) {
      define(bytes[..<equals], bytes[(equals + 1)...])
      return
    }
    let head = bytes[..<(open ?? bytes.endIndex)]
    if open == nil, bytes.contains(UInt8(ascii: "]")) {
      warn("']' stands without '['", "Write a code in brackets on one line: [USAGOV]")
      return
    }
    let codes = open.map { brackets(in: bytes[$0...]) } ?? []
    if codes.contains(where: { $0.first == "~" }) {
      close()
      agent(head, codes)
      return
    }
    if head.contains(where: { $0 > 32 }) { name(head) }
    for code in codes { take(code: code) }
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    let pattern = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: pattern) }
  }

  /// What stands in the brackets of a line.
  private mutating func brackets(in bytes: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    var rest = bytes
    while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      guard let end = rest[open...].firstIndex(of: UInt8(ascii: "]")) else {
        warn("'[' is not closed", "Write a code in brackets on one line: [USAGOV]")
        return found
      }
      found.append(text(rest[(open + 1)..<end]))
      rest = rest[(end + 1)...]
    }
    return found
  }

  // MARK: Actors

  private mutating func name(_ bytes: ArraySlice<UInt8>) {
    let bytes = Self.trimmed(bytes)
    let isSynonym = bytes.first == UInt8(ascii: "+")
    let text = PetrarchName.spelled(isSynonym ? bytes.dropFirst() : bytes)
    if !isSynonym, entry.isCoded { close() }
    guard !text.isEmpty else {
      warn("A name has no letter", "Write words joined by '_', or take the line out")
      return
    }
    entry.names.append((text, line))
  }

  private mutating func take(code: String) {
    let parts = code.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard let name = parts.first else {
      warn("A bracket is empty", "Write a code in it, as [USAGOV], or take it out")
      return
    }
    entry.isCoded = true
    if name == "---" {
      entry.isNobody = true
      return
    }
    let when = parts.dropFirst().joined()
    guard let (from, to) = Self.span(when) else {
      warn(
        "'\(when)' is no time",
        "Write >20090120, <20090120 or 20010120-20090120, in six or eight digits; the code was left out")
      return
    }
    if let from, let to, Office.last(to) < Office.first(from) {
      warn("'\(when)' ends before it begins", "Exchange or mend the dates; the code was left out")
      return
    }
    entry.codes.append((String(name), from, to, line))
  }

  private mutating func close() {
    defer { entry = Entry() }
    guard let first = entry.names.first else {
      if let code = entry.codes.first {
        warn("'[\(code.code)]' stands before any name", "Write a name above it", at: code.line)
      }
      return
    }
    guard entry.isCoded else {
      warn("'\(first.text)' has no code", "Write one below it, as [USAGOV], or take the name out", at: first.line)
      return
    }
    if entry.isNobody, entry.codes.isEmpty {
      nobodies += entry.names.map(\.text)
      return
    }
    var made: [ActorRecord] = []
    let isDated = entry.codes.contains { $0.from != nil || $0.to != nil || $0.code.hasSuffix("ELI") }
    let meanings = entry.codes.map { CameoActorCode($0.code, parent: parent) }
    let home = meanings.lazy.compactMap { if case .actor(let code, _) = $0 { code } else { nil } }.first
    for (given, meaning) in zip(entry.codes, meanings) {
      var meaning = meaning
      if case .role(let sectors) = meaning, let home { meaning = .actor(code: home, sectors: sectors) }
      switch meaning {
      case .nobody: break
      case .role:
        warn(
          "'\(given.code)' is a role without an actor",
          "Write the state's code, IGO, NGO or MNC before it; the code was left out", at: given.line)
      case .unknown(let problem, let remedy): warn(problem, remedy + "; the code was left out", at: given.line)
      case .actor(let code, let sectors):
        let isState = sectors.isEmpty && parent(code) != nil
        let slug = isState ? "" : NameFolding.slug(first.text)
        guard isState || !slug.isEmpty else {
          warn("'\(first.text)' has no letter", "Write words joined by '_', or take the line out", at: first.line)
          continue
        }
        let id = isState ? code : "\(code)/\(slug)"
        let index =
          made.firstIndex { $0.id == id }
          ?? {
            var record = ActorRecord(
              id: id, name: first.text,
              kind: isState ? .state : isDated && PetrarchName.isPersonal(first.text) ? .person : .organization,
              file: file, line: first.line)
            for name in entry.names.dropFirst() {
              record.names.append(name.text)
              record.sources.append(FactSource(field: .names, count: 1, file: file, line: name.line))
            }
            made.append(record)
            return made.count - 1
          }()
        if isState { continue }
        if isDated {
          made[index].offices.append(Office(title: "", sectors: sectors, from: given.from, to: given.to))
          made[index].sources.append(FactSource(field: .office, count: 1, file: file, line: given.line))
        } else if made[index].sectors.isEmpty {
          made[index].sectors = sectors
          made[index].sources.append(FactSource(field: .sector, count: sectors.count, file: file, line: given.line))
        }
      }
    }
    records += made
  }

  /// The days of `>20090120`, `<061231` or `20010120-20090120`; both `nil` for none, nothing for what is no time.
  private static func span(_ text: String) -> (from: CalendarDate?, to: CalendarDate?)? {
    if text.isEmpty { return (nil, nil) }
    if text.first == ">" { return day(text.dropFirst()).map { ($0, nil) } }
    if text.first == "<" { return day(text.dropFirst()).map { (nil, $0) } }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    // A day alone is where a term begins.
    guard let first = parts.first, let from = day(first), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return (from, nil) }
    return day(parts[1]).map { (from, $0) }
  }

  /// A day of six or eight digits; two digits up to 30 are years of this century.
  private static func day(_ text: Substring) -> CalendarDate? {
    guard let number = Int(text), number >= 0 else { return nil }
    let year: Int
    switch text.utf8.count {
    case 8: year = number / 10000
    case 6: year = number / 10000 + (number / 10000 <= 30 ? 2000 : 1900)
    default: return nil
    }
    return CalendarDate(year: year, month: number / 100 % 100, day: number % 100)
      // The 31st of a month of 30 days.
      ?? CalendarDate(year: year, month: number / 100 % 100)
  }

  // MARK: Agents

  private mutating func define(_ name: ArraySlice<UInt8>, _ values: ArraySlice<UInt8>) {
    let words = values.split(separator: UInt8(ascii: ",")).map { text(Self.trimmed($0)) }.filter { !$0.isEmpty }
    sets[text(Self.trimmed(name))] = words
  }

  private mutating func agent(_ bytes: ArraySlice<UInt8>, _ codes: [String]) {
    guard let code = codes.first(where: { $0.first == "~" }),
      let sector = CameoActorCode.sector(ofAgent: String(code.dropFirst()))
    else {
      warn(
        "'\(codes.first ?? "")' tells no sector", "Write '~' and a role: [~GOV], [~MIL], [~MED]; the noun was left out")
      return
    }
    var noun = text(bytes)
    var plural: String?
    if let open = noun.firstIndex(of: "{") {
      let end = noun[open...].firstIndex(of: "}") ?? noun.endIndex
      plural = String(noun[noun.index(after: open)..<end])
      noun = String(noun[..<open])
    }
    let isSet = noun.contains("!")
    guard let forms = expanded(noun) else { return }
    let singulars = forms.map(Self.noun).filter { !$0.isEmpty }
    guard !singulars.isEmpty else {
      warn("'[\(code)]' has no noun", "Write the noun before it, words joined by '_'")
      return
    }
    var nouns = singulars
    if let plural {
      let plural = Self.noun(plural)
      if !plural.isEmpty { nouns.append(plural) }
    } else if !isSet {
      nouns += singulars.map(PetrarchName.plural)
    }
    let index =
      sectorIndex[sector]
      ?? {
        sectors.append(SectorRecord(sector: sector, file: file, line: line))
        sectorIndex[sector] = sectors.count - 1
        return sectors.count - 1
      }()
    sectors[index].nouns += nouns
    sectors[index].sources.append(FactSource(field: .nouns, count: nouns.count, file: file, line: line))
  }

  /// A noun with its sets of words written out; `nil`, and told, where a set is unknown.
  private mutating func expanded(_ noun: String) -> [String]? {
    var forms = [""]
    for (i, part) in noun.split(separator: "!", omittingEmptySubsequences: false).enumerated() {
      guard i % 2 == 1 else {
        forms = forms.map { $0 + part }
        continue
      }
      guard let words = sets["!\(part)!"] else {
        warn("There is no set of words '!\(part)!'", "Write '!\(part)! = A, B' above; the noun was left out")
        return nil
      }
      forms = forms.flatMap { form in words.map { form + $0 } }
    }
    return forms
  }

  /// A noun as it stands in a text: in small letters, `_` as spaces.
  private static func noun(_ text: String) -> String {
    text.lowercased().split(whereSeparator: { $0 == "_" || $0.isWhitespace }).joined(separator: " ")
  }

  // MARK: Text

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 <= 32 }
    while let last = bytes.last, last <= 32 { bytes.removeLast() }
    return bytes
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { PetrarchName.text(bytes) }
}
