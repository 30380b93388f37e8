import Archive

/// Addresses of pages. Ids stand after the question mark: they may hold anything, slashes too.
enum PageAddress {
  static func article(_ id: String, event: String? = nil) -> String {
    page("/article", [("id", id)]) + (event.map { "#" + $0 } ?? "")
  }

  /// The place in an article's text where an event is told.
  static func place(_ event: EventRow) -> String { article(event.article.id, event: "t-" + event.id) }

  static func happening(_ id: String) -> String { page("/happening", [("id", id)]) }

  static func actor(_ id: String) -> String { page("/actor", [("actor", id)]) }

  static func dyad(_ a: String, _ b: String, since: String? = nil, until: String? = nil) -> String {
    page("/dyad", [("a", a), ("b", b), ("since", since), ("until", until)])
  }

  static func audiences(_ actor: String, about subject: String) -> String {
    page("/audiences", [("actor", actor), ("about", subject)])
  }

  /// An address with those parameters that are given.
  static func page(_ path: String, _ pairs: [(name: String, text: String?)]) -> String {
    let given = pairs.compactMap { pair in pair.text.map { (name: pair.name, text: $0) } }
    return given.isEmpty ? path : path + "?" + AddressEncoding.query(given)
  }
}

extension Question {
  /// The same as CSV.
  var csvAddress: String { address([(QueryParameters.formName, Form.csv.rawValue)]) }

  /// What was given for a parameter, as it was written; empty where it was not.
  func written(_ name: String) -> String { given.first { $0.name == name }?.text ?? "" }
}
