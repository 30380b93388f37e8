import Mustache

/// The values that a template names.
///
/// What is named but missing is nothing: a template asks the values around it only for names that are not given here at all.
struct Slots: MustacheParent, ExpressibleByDictionaryLiteral {
  private var values: [String: Any] = [:]

  init(dictionaryLiteral elements: (String, Any?)...) {
    for (name, value) in elements { values[name] = value ?? Nothing() }
  }

  subscript(_ name: String) -> Any? {
    get { values[name] }
    set { values[name] = newValue ?? Nothing() }
  }

  /// These values, and others; of the same name the other's counts.
  func adding(_ others: Slots) -> Slots {
    var slots = self
    slots.values.merge(others.values) { $1 }
    return slots
  }

  func child(named name: String) -> Any? { values[name] }

  private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }
}
