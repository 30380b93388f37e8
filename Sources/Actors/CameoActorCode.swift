/// What a CAMEO actor code (`USAGOV`, `IGOUNO`, `NGOHRI`) means in PLOVER: a code and sectors.
enum CameoActorCode: Hashable {
  /// Somebody whom PLOVER can name.
  case actor(code: String, sectors: [String])
  /// `---`: the name stands for nobody.
  case nobody
  /// A role alone, of whoever the name's other codes tell.
  case role(sectors: [String])
  /// A code that says nobody in PLOVER, and why.
  case unknown(problem: String, remedy: String)

  /// Reads a code.
  ///
  /// - Parameter parent: The state that a territory belongs to; an empty text for a state of its own, `nil` for no state.
  init(_ code: String, parent: (String) -> String?) {
    if code == "---" {
      self = .nobody
      return
    }
    let bytes = Array(code.utf8)
    guard bytes.count >= 3, bytes.count % 3 == 0, bytes.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) })
    else {
      self = .unknown(
        problem: "'\(code)' is no CAMEO code",
        remedy: "Write groups of three capital letters: the actor's, then its roles, as USAGOV or IGOUNO")
      return
    }
    let parts = stride(from: 0, to: bytes.count, by: 3).map { String(decoding: bytes[$0..<($0 + 3)], as: UTF8.self) }
    let roles = parts[1...]
    let head = parts[0]
    let now = Self.successors[head] ?? head
    if let next = roles.first, let over = parent(next), over == now || now != head {
      // A territory after its state, a republic after its union: USAASM, YUGBIH.
      self = .actor(code: next, sectors: Self.sectors(roles.dropFirst()))
    } else if parent(now) != nil {
      self = .actor(code: now, sectors: Self.sectors(roles))
    } else if head == "IGO" {
      let body = roles.contains("UNO") ? "UNO" : roles.contains("EEC") ? "EUR" : "IGO"
      self = .actor(code: body, sectors: Self.sectors(roles).filter { ["MIL", "JUD", "LEG", "COP"].contains($0) })
    } else if head == "MNC" {
      self = .actor(code: head, sectors: ["BUS"])
    } else if head == "NGO" || head == "IMG" || head == "ISM" {
      // What such a body is for makes no sector of its own; that an armed one is religious does not either.
      self = .actor(
        code: head, sectors: Self.sectors(roles).filter { $0 != head && $0 != "SOC" && (head != "IMG" || $0 != "REL") })
    } else if Self.regions.contains(head) || Self.beliefs.contains(head) {
      if roles.contains(where: { Self.armed.contains($0) }) {
        self = .actor(code: "IMG", sectors: [])
      } else if Self.beliefs.contains(head) {
        self = .actor(code: "ISM", sectors: ["REL"])
      } else if let body = roles.first(where: { $0 == "NGO" || $0 == "MNC" }) {
        self = .actor(code: body, sectors: body == "MNC" ? ["BUS"] : [])
      } else {
        self = .unknown(
          problem: "'\(code)' is a region, which has no code in PLOVER",
          remedy: "Give the state, or IGO, NGO, MNC or IMG for an organisation")
      }
    } else if Self.chiefs[head] != nil {
      self = .role(sectors: Self.sectors(parts[...]))
    } else {
      self = .unknown(
        problem: "'\(head)' of '\(code)' is neither a state nor a kind of organisation",
        remedy: "Begin with a state's ISO 3166 code or with IGO, NGO, MNC or IMG")
    }
  }

  /// The sector of a noun's code, `~` left out: `GOV`, `CHRCTH`; `nil` where it tells none.
  static func sector(ofAgent code: String) -> String? {
    let bytes = Array(code.utf8)
    guard !bytes.isEmpty, bytes.count % 3 == 0 else { return nil }
    let roles = stride(from: 0, to: bytes.count, by: 3).map { String(decoding: bytes[$0..<($0 + 3)], as: UTF8.self) }
    return sectors(roles[...]).first
  }

  /// The sector that roles tell: the first of the chief ones, a branch of government before it as a whole; else that of a
  /// belief or a cause. Peoples, regions and named bodies among the roles tell none.
  private static func sectors(_ roles: ArraySlice<String>) -> [String] {
    let chief = roles.compactMap { chiefs[$0] }
    if let first = chief.first {
      let branch = first == "GOV" ? chief.first { ["LEG", "JUD", "SPY", "COP", "PTY"].contains($0) } : nil
      return [branch ?? first]
    }
    if roles.contains(where: { beliefs.contains($0) }) { return ["REL"] }
    if roles.contains(where: { ["DEV", "ENV", "HRI"].contains($0) }) { return ["SOC"] }
    return []
  }

  /// Roles whose sector has another name in PLOVER, and those it keeps.
  private static let chiefs: [String: String] = {
    var chiefs = ["MED": "JRN", "HLH": "MED", "JRN": "JRN"]
    for role in [
      "GOV", "MIL", "REB", "OPP", "PTY", "COP", "SPY", "JUD", "LEG", "CVL", "BUS", "LAB", "AGR", "EDU", "ELI", "REF",
      "CRM",
      "UAF", "NGO", "PRM", "SOC",
    ] {
      chiefs[role] = role
    }
    return chiefs
  }()

  private static let armed: Set<String> = ["REB", "UAF", "SEP", "INS", "IMG"]

  private static let beliefs: Set<String> = [
    "REL", "CHR", "CTH", "PRO", "DOX", "MOS", "MUS", "SHI", "SUN", "SFI", "JEW", "HIN", "BUD", "SIK", "BAH", "ITR",
    "MAR",
  ]

  /// CAMEO's regions of the world.
  private static let regions: Set<String> = [
    "AFR", "ASA", "BLK", "CAS", "CAU", "CFR", "CRB", "EAF", "EEU", "EIN", "EUR", "INT", "LAM", "MDT", "MEA", "NAF",
    "NMR",
    "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WEU", "WST",
  ]

  /// Codes of states that are no more, or that CAMEO writes otherwise, by the state that answers for them today.
  private static let successors = [
    "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "KSV": "XKX", "PAL": "PSE", "GZA": "PSE", "WBK": "PSE", "SUN": "RUS",
    "USR": "RUS", "DDR": "DEU", "GDR": "DEU", "GME": "DEU", "GMW": "DEU", "CSK": "CZE", "YUG": "SRB", "SCG": "SRB",
    "FRY": "SRB", "KRJ": "HRV", "SRP": "BIH", "YAR": "YEM", "YMD": "YEM", "BUR": "MMR", "FRN": "FRA",
  ]
}
