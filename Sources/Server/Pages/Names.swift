import Archive
import Chancery

/// What actors are called on pages.
struct Names: Sendable {
  let dictionary: ActorDictionary

  /// The name of a code or id; itself where the dictionary lacks it.
  func name(_ id: String) -> String {
    if let record = dictionary.record(id: id) { return record.name }
    return Self.kinds[id] ?? id
  }

  /// The name of whom a question means: `USA MIL` is `United States, military`.
  func name(_ party: PartyFilter) -> String {
    switch party {
    case .code(let code, let sector): name(code) + (sector.map { ", " + (Self.sectors[$0] ?? $0) } ?? "")
    case .actor(let id): name(id)
    }
  }

  /// Codes for what is no state, as the dictionary of actors has them.
  private static let kinds = [
    "UNO": "United Nations", "EUR": "European Union", "IGO": "International organisations",
    "NGO": "Non-governmental organisations", "MNC": "Multinational companies", "IMG": "International armed groups",
    "ISM": "International movements",
  ]

  /// PLOVER's sectors, as the dictionary of actors has them.
  private static let sectors = [
    "GOV": "government", "MIL": "military", "LEG": "legislature", "JUD": "judiciary", "COP": "police",
    "SPY": "intelligence", "PTY": "parties", "OPP": "opposition", "REB": "rebels", "PRM": "militias",
    "UAF": "unidentified armed men", "UNK": "unknown", "CRM": "criminals", "CVL": "civilians", "SOC": "civil society",
    "NGO": "non-governmental organisations", "REF": "refugees", "BUS": "business", "LAB": "labour",
    "AGR": "agriculture", "EDU": "education", "MED": "medicine", "JRN": "journalism", "REL": "religion",
    "ELI": "elites", "PRE": "unrecognised states",
  ]
}

extension Category {
  /// The class of the sheet that gives a quad class its colour.
  var quadStyle: String { "q\(quadClass)" }
}

/// What quad classes are called.
enum QuadClass {
  static func title(_ quad: Int) -> String {
    switch quad {
    case 1: "verbal cooperation"
    case 2: "material cooperation"
    case 3: "verbal conflict"
    default: "material conflict"
    }
  }
}

extension Modality {
  /// What became of an act, for people.
  var title: String {
    switch self {
    case .denied: "denied"
    case .negated: "did not happen"
    case .feared: "supposed or feared"
    case .planned: "planned"
    case .past: "long past"
    case .happened: "happened"
    }
  }
}
