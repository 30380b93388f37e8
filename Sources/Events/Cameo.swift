/// CAMEO codes of PLOVER's categories and modes, for acts that no rule gives a code of its own.
///
/// After the Open Event Data Alliance's table from CAMEO to PLOVER (2021), read backwards: the most general code of a
/// category and mode.
enum Cameo {
  static func code(_ category: Category, mode: String) -> String {
    if let code = modes["\(category.rawValue)/\(mode)"] { return code }
    switch category {
    case .agree: return "030"
    case .consult: return "040"
    case .support: return "050"
    case .cooperate: return "060"
    case .aid: return "070"
    case .concede: return "080"
    case .retreat: return "084"
    case .request: return "100"
    case .accuse: return "110"
    case .reject: return "120"
    case .threaten: return "130"
    case .protest: return "140"
    case .mobilize: return "150"
    case .sanction: return "160"
    case .coerce: return "170"
    case .assault: return "190"
    }
  }

  /// PLOVER's modes of a category, in alphabetical order.
  static func modes(of category: Category) -> [String] {
    let prefix = category.rawValue + "/"
    return modes.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
  }

  private static let modes: [String: String] = [
    "CONSULT/phone": "041", "CONSULT/visit": "042", "CONSULT/third-party": "045", "CONSULT/multilateral": "046",
    "RETREAT/release": "0841", "RETREAT/return": "0842", "RETREAT/access": "086", "RETREAT/disarm": "0873",
    "RETREAT/ceasefire": "0871", "RETREAT/withdraw": "0874", "RETREAT/resign": "0831",
    "REQUEST/assist": "101", "REQUEST/change": "104", "REQUEST/yield": "105", "REQUEST/meet": "106",
    "ACCUSE/investigate": "090", "ACCUSE/disapprove": "111", "ACCUSE/allege": "112",
    "REJECT/assist": "121", "REJECT/change": "123", "REJECT/yield": "124", "REJECT/meet": "125",
    "THREATEN/relations": "1313", "THREATEN/restrict": "1312", "THREATEN/violence": "138", "THREATEN/territory": "1382",
    "THREATEN/expel": "136", "THREATEN/arrest": "132", "THREATEN/ban": "1322", "THREATEN/political": "1321",
    "PROTEST/demo": "141", "PROTEST/hunger": "142", "PROTEST/strike": "143", "PROTEST/boycott": "143",
    "PROTEST/obstruct": "144", "PROTEST/riot": "145", "PROTEST/vandalize": "145",
    "MOBILIZE/police": "153", "MOBILIZE/troops": "154", "MOBILIZE/weapons": "150", "MOBILIZE/militia": "155",
    "SANCTION/withdraw": "161", "SANCTION/discontinue": "163", "SANCTION/expel": "166", "SANCTION/convict": "116",
    "SANCTION/cancel": "164",
    "COERCE/seize": "171", "COERCE/restrict": "172", "COERCE/ban": "1722", "COERCE/censor": "1721",
    "COERCE/curfew": "1723",
    "COERCE/martial-law": "1724", "COERCE/arrest": "173", "COERCE/deport": "174", "COERCE/withhold": "172",
    "COERCE/cyber": "176", "COERCE/misinformation": "170",
    "ASSAULT/abduct": "181", "ASSAULT/beat": "182", "ASSAULT/sexual": "1821", "ASSAULT/torture": "1822",
    "ASSAULT/suicide-attack": "1831", "ASSAULT/explosives": "183", "ASSAULT/assassinate": "186",
    "ASSAULT/targeted": "186",
    "ASSAULT/crowd-control": "175", "ASSAULT/firearms": "193", "ASSAULT/heavy-weapons": "194", "ASSAULT/aerial": "195",
    "ASSAULT/drone": "1952", "ASSAULT/destroy": "1712", "ASSAULT/primitive": "182", "ASSAULT/unconventional": "204",
    "ASSAULT/massacre": "202", "ASSAULT/cleansing": "203", "ASSAULT/execute": "190",
  ]
}
