import Chancery
import HTTPTypes

/// A question as it was put, its parameters read and found to make sense.
struct Question: Sendable {
  /// The form of the answer.
  let form: Form
  /// What was sent with it.
  let body: RequestContent?
  /// Its address without the parameters: `/api/v1/events`.
  let path: String
  /// The parameters as they were given, in their order.
  let given: [(name: String, text: String)]
  private let values: [String: [any Sendable]]

  /// What came with a request.
  struct RequestContent: Sendable {
    /// The media type, in lower case, without its parameters; empty where none was given.
    var media: String
    var bytes: [UInt8]
  }

  /// - Parameters:
  ///   - parameters: Those that there are.
  ///   - query: What stands after the question mark, as it was sent.
  ///   - segments: The values of parameters in the path, as they were sent.
  ///   - ignoresBlank: Whether parameters without a value are as if they were left out: a form sends its empty fields, too.
  /// - Throws: ``Problem`` where a parameter is unknown, missing, given too often, or makes no sense.
  init(
    _ parameters: [any ParameterDescription], path: String, query: String, segments: [String: String] = [:],
    ignoresBlank: Bool = false, form: Form, body: RequestContent? = nil, dictionary: ActorDictionary
  ) throws {
    self.form = form
    self.body = body
    self.path = path
    given = try AddressEncoding.pairs(query).filter { !ignoresBlank || !$0.text.allSatisfy(\.isWhitespace) }
    var values: [String: [any Sendable]] = [:]
    for (name, _) in given where !parameters.contains(where: { $0.name == name && $0.place == .query }) {
      let known = parameters.filter { $0.place == .query }.map(\.name).joined(separator: ", ")
      throw Problem(
        .unknownParameter,
        "there is no parameter '\(name.prefix(100))'; " + (known.isEmpty ? "leave it out" : "there are: \(known)"),
        parameter: String(name.prefix(100)))
    }
    for parameter in parameters {
      let texts: [String]
      switch parameter.place {
      case .query: texts = given.filter { $0.name == parameter.name }.map(\.text)
      case .path:
        guard let segment = segments[parameter.name].flatMap({ AddressEncoding.decoded($0) }) else {
          throw Problem(.notFound, "the address is not written as UTF-8 with percent signs (RFC 3986)")
        }
        texts = [segment]
      }
      try Self.check(parameter, texts.count)
      values[parameter.name] = try texts.map { try Self.value(parameter, $0, dictionary) }
    }
    self.values = values
  }

  private static func check(_ parameter: any ParameterDescription, _ count: Int) throws {
    let name = parameter.name
    if count == 0, parameter.count.isRequired {
      let often = parameter.count == .requiredPair ? "twice" : "once"
      throw Problem(.missingParameter, "give '\(name)' \(often): \(parameter.summary)", parameter: name)
    }
    if parameter.count == .pair || parameter.count == .requiredPair, count == 1 {
      throw Problem(.missingParameter, "give '\(name)' twice: \(name)=USA&\(name)=CHN", parameter: name)
    }
    guard count <= parameter.count.range.upperBound else {
      let most = parameter.count.range.upperBound
      throw Problem(
        .repeatedParameter, "give '\(name)' \(most == 1 ? "once" : "\(most) times at most")", parameter: name)
    }
  }

  private static func value(
    _ parameter: any ParameterDescription, _ text: String, _ dictionary: ActorDictionary
  ) throws -> any Sendable {
    let name = parameter.name
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw Problem(.badValue, "'\(name)' holds control characters; leave them out", parameter: name)
    }
    do {
      return try parameter.value(text, dictionary)
    } catch let flaw as ParameterFlaw {
      throw Problem(.badValue, "'\(name)' \(flaw.message)", parameter: name)
    } catch {
      let problem = Problem(error)
      throw Problem(problem.kind, problem.detail, parameter: name)
    }
  }

  /// The value of a parameter; where it was left out, the standard one.
  subscript<Value>(_ parameter: Parameter<Value>) -> Value? { all(parameter).first ?? parameter.standard }

  /// All values of a parameter, in the order in which they were given.
  func all<Value>(_ parameter: Parameter<Value>) -> [Value] {
    values[parameter.name, default: []].compactMap { $0 as? Value }
  }

  /// The same address with other values of parameters: to go on, to have another form.
  func address(_ changes: [(name: String, text: String?)]) -> String {
    var pairs = given
    for (name, text) in changes {
      pairs.removeAll { $0.name == name }
      if let text { pairs.append((name, text)) }
    }
    return pairs.isEmpty ? path : path + "?" + AddressEncoding.query(pairs)
  }
}
