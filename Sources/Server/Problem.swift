import Chancery
import HTTPTypes

/// Why a question was not answered: what RFC 9457 calls problem details.
struct Problem: Error, Sendable, Hashable {
  /// What kinds there are, each with a status of its own.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case unknownParameter = "unknown-parameter"
    case repeatedParameter = "repeated-parameter"
    case missingParameter = "missing-parameter"
    case badValue = "bad-value"
    case badRequest = "bad-request"
    case notAllowed = "token-required"
    case foreignOrigin = "foreign-origin"
    case notFound = "not-found"
    case wrongMethod = "wrong-method"
    case noSuchForm = "no-such-form"
    case tooLarge = "too-large"
    case addressTooLong = "address-too-long"
    case wrongMedia = "wrong-media"
    case wrongHost = "wrong-host"
    case unreadableArticle = "unreadable-article"
    case failure = "failure"
    case busy = "busy"
    case tooLong = "took-too-long"
    case archive = "archive-unavailable"

    var status: HTTPResponse.Status {
      switch self {
      case .unknownParameter, .repeatedParameter, .missingParameter, .badValue, .badRequest: .badRequest
      case .notAllowed: .unauthorized
      case .foreignOrigin: .forbidden
      case .notFound: .notFound
      case .wrongMethod: .methodNotAllowed
      case .noSuchForm: .notAcceptable
      case .tooLarge: .contentTooLarge
      case .addressTooLong: .uriTooLong
      case .wrongMedia: .unsupportedMediaType
      case .wrongHost: .misdirectedRequest
      case .unreadableArticle: .unprocessableContent
      case .failure: .internalServerError
      case .busy, .tooLong, .archive: .serviceUnavailable
      }
    }

    var title: String {
      switch self {
      case .unknownParameter: "There is no such parameter"
      case .repeatedParameter: "A parameter was given too often"
      case .missingParameter: "A parameter is missing"
      case .badValue: "A value makes no sense"
      case .badRequest: "The request cannot be read"
      case .notAllowed: "A token is required"
      case .foreignOrigin: "The request comes from another site"
      case .notFound: "There is nothing here"
      case .wrongMethod: "The method is not allowed"
      case .noSuchForm: "The answer has no such form"
      case .tooLarge: "The request is too large"
      case .addressTooLong: "The address is too long"
      case .wrongMedia: "The article has no such form"
      case .wrongHost: "The request is for another host"
      case .unreadableArticle: "The article cannot be read"
      case .failure: "The desk has failed"
      case .busy: "The desk is busy"
      case .tooLong: "The question takes too long"
      case .archive: "The archive cannot be asked"
      }
    }
  }

  /// What kind of problem it is.
  let kind: Kind
  /// What is wrong and what to do about it.
  let detail: String
  /// The parameter that it is about.
  let parameter: String?
  /// Methods that are allowed, where another was used.
  let allowed: [HTTPRequest.Method]

  init(_ kind: Kind, _ detail: String, parameter: String? = nil, allowed: [HTTPRequest.Method] = []) {
    self.kind = kind
    self.detail = detail
    self.parameter = parameter
    self.allowed = allowed
  }

  var status: HTTPResponse.Status { kind.status }

  /// Whether the desk's log tells of it: it is not for whoever asked to mend.
  var isLogged: Bool { kind == .failure || kind == .archive }

  /// The problem as RFC 9457 writes it.
  var json: JSON {
    var members: [JSON.Member] = [
      .init("type", .string("urn:chancery:problem:\(kind.rawValue)")), .init("title", .string(kind.title)),
      .init("status", .integer(status.code)), .init("detail", .string(detail)),
    ]
    if let parameter { members.append(.init("parameter", .string(parameter))) }
    return .object(members)
  }

  /// The fields of the head that go with it.
  var fields: HTTPFields {
    var fields = HTTPFields()
    switch kind {
    case .wrongMethod: fields[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
    case .notAllowed: fields[.wwwAuthenticate] = "Bearer realm=\"chancery\""
    case .busy: fields[.retryAfter] = "2"
    case .tooLong: fields[.retryAfter] = "60"
    default: break
    }
    return fields
  }
}
