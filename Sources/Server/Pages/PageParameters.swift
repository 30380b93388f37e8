import Archive
import Chancery

/// Parameters of pages alone.
enum PageParameters {
  static let id = QueryParameters.text("id", "The id.", count: .required)
  static let a = QueryParameters.party("a", "The first actor: a name, a code or an id.", .one)
  static let b = QueryParameters.party("b", "The second actor.", .one)
  static let actor = QueryParameters.party("actor", "An actor: a name, a code or an id.", .one)
  static let about = QueryParameters.party("about", "Of whom is spoken.", .one)
  static let q = QueryParameters.text("q", "Words to look for.")
}

extension PartyFilter {
  /// The id under which pages show it.
  var pageID: String {
    switch self {
    case .code(let code, let sector): sector.map { "\(code) \($0)" } ?? code
    case .actor(let id): id
    }
  }
}

/// A count with its noun: "1 event", "3 events".
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(ReadingContent.written(Double(count))) \(count == 1 ? noun : plural ?? noun + "s")"
}
