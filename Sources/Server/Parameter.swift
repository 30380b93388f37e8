import Chancery

/// A parameter of a question: what it is called, what it may be, what it means. From this one description questions are read and
/// refused, and `/openapi.json` is written.
struct Parameter<Value: Sendable>: ParameterDescription {
  let name: String
  let summary: String
  let schema: JSON
  let place: ParameterPlace
  let count: ParameterCount
  /// What is taken where the parameter is left out.
  let standard: Value?
  let examples: [String]
  private let parse: @Sendable (String, ActorDictionary) throws -> Value

  /// - Parameters:
  ///   - schema: The JSON Schema of one value.
  ///   - examples: Values that make sense; as many as there have to be.
  ///   - parse: Makes a value of a text; throws ``Problem`` or `ArchiveError`, or gives a ``ParameterFlaw``.
  init(
    _ name: String, _ summary: String, schema: JSON, place: ParameterPlace = .query, count: ParameterCount = .one,
    standard: Value? = nil, examples: [String] = [],
    parse: @escaping @Sendable (String, ActorDictionary) throws -> Value
  ) {
    self.name = name
    self.summary = summary
    self.schema = schema
    self.place = place
    self.count = count
    self.standard = standard
    self.examples = examples
    self.parse = parse
  }

  func value(_ text: String, _ dictionary: ActorDictionary) throws -> any Sendable { try parse(text, dictionary) }
}

/// Where a parameter stands.
enum ParameterPlace: String, Sendable {
  case query, path
}

/// How often a parameter is given.
enum ParameterCount: Sendable, Hashable {
  /// Once, or left out.
  case one
  /// Once.
  case required
  /// Any number of times, up to ``most``.
  case several
  /// Twice, or left out.
  case pair
  /// Twice.
  case requiredPair

  static let most = 32

  var range: ClosedRange<Int> {
    switch self {
    case .one: 0...1
    case .required: 1...1
    case .several: 0...Self.most
    case .pair: 0...2
    case .requiredPair: 2...2
    }
  }

  var isRequired: Bool { range.lowerBound > 0 }
  var isList: Bool { range.upperBound > 1 }
}

/// A parameter of values of whatever type.
protocol ParameterDescription: Sendable {
  var name: String { get }
  var summary: String { get }
  var schema: JSON { get }
  var place: ParameterPlace { get }
  var count: ParameterCount { get }
  var examples: [String] { get }
  func value(_ text: String, _ dictionary: ActorDictionary) throws -> any Sendable
}

/// What keeps a text from being a value, for people: "takes a number from 1 to 1000".
struct ParameterFlaw: Error, Sendable {
  let message: String
  init(_ message: String) { self.message = message }
}
