import Foundation
#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Why an address could not be fetched.
public struct FetchError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The address.
  public let url: String
  /// What is wrong and what to do about it.
  public let message: String
  /// The seconds after which the server asks to be asked again.
  public let retryAfter: Int?

  /// Trouble with an address.
  public init(url: String, _ message: String, retryAfter: Int? = nil) {
    self.url = url
    self.message = message
    self.retryAfter = retryAfter
  }

  /// `address: what is wrong`.
  public var description: String { "\(url): \(message)" }
}

/// What a server said of a document, by which it is asked next time whether that has changed.
public struct Validator: Sendable, Hashable {
  /// Its `ETag`.
  public var tag: String?
  /// Its `Last-Modified`.
  public var modified: String?

  /// A validator; of a document that was never fetched both are `nil`.
  public init(tag: String? = nil, modified: String? = nil) {
    self.tag = tag
    self.modified = modified
  }
}

/// A document as a server sent it.
public struct Fetched: Sendable, Hashable {
  /// Its bytes.
  public var bytes: [UInt8]
  /// `Content-Type`, as it was sent.
  public var type: String?
  /// The address that it came from, after redirections.
  public var url: String
  /// By what to ask again.
  public var validator: Validator
}

/// Fetches documents by HTTP: one at a time, no more than a number of bytes, in no more than a number of seconds.
public struct Fetcher: Sendable {
  /// As what it names itself.
  public var agent: String
  /// The longest document that is taken, in bytes.
  public var limit: Int
  /// The longest time without a byte, in seconds; six times as long for all of a document.
  public var timeout: Double

  /// A fetcher.
  public init(agent: String, limit: Int = 64_000_000, timeout: Double = 30) {
    self.agent = agent
    self.limit = limit
    self.timeout = timeout
  }

  /// Fetches a document; `nil` where it has not changed since `validator` was given.
  ///
  /// Blocks until it is there. Redirections are followed to http and https alone.
  ///
  /// - Throws: ``FetchError``.
  public func fetch(_ address: String, since validator: Validator = Validator()) throws -> Fetched? {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
      url.host?.isEmpty == false
    else {
      throw FetchError(url: address, "this is no address of the web; give one that begins with http:// or https://")
    }
    var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: timeout)
    request.setValue(agent, forHTTPHeaderField: "User-Agent")
    if let tag = validator.tag { request.setValue(tag, forHTTPHeaderField: "If-None-Match") }
    if let modified = validator.modified { request.setValue(modified, forHTTPHeaderField: "If-Modified-Since") }
    let transfer = Transfer(limit: limit)
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = timeout
    configuration.timeoutIntervalForResource = 6 * timeout
    let session = URLSession(configuration: configuration, delegate: transfer, delegateQueue: nil)
    session.dataTask(with: request).resume()
    let outcome = transfer.wait()
    session.invalidateAndCancel()
    switch outcome {
    case .failure(let reason): throw FetchError(url: address, reason.text)
    case .success(let (response, bytes)): return try document(address, response, bytes, since: validator)
    }
  }

  private func document(
    _ address: String, _ response: HTTPURLResponse, _ bytes: [UInt8], since validator: Validator
  ) throws -> Fetched? {
    switch response.statusCode {
    case 200:
      return Fetched(
        bytes: bytes, type: response.value(forHTTPHeaderField: "Content-Type"),
        url: response.url?.absoluteString ?? address,
        validator: Validator(
          tag: response.value(forHTTPHeaderField: "ETag"),
          modified: response.value(forHTTPHeaderField: "Last-Modified")))
    case 304 where validator != Validator(): return nil
    case 404, 410:
      throw FetchError(url: address, "there is no such document (\(response.statusCode)); check the address")
    case 401, 403: throw FetchError(url: address, "the server does not give it out (\(response.statusCode))")
    case 429, 503:
      let wait = response.value(forHTTPHeaderField: "Retry-After").flatMap { Self.seconds(of: $0, now: Date()) }
      throw FetchError(url: address, "the server is busy (\(response.statusCode))", retryAfter: wait)
    default: throw FetchError(url: address, "the server answers with status \(response.statusCode)")
    }
  }
}

extension Fetcher {
  /// The seconds that `Retry-After` names, as their number or as a date.
  static func seconds(of wait: String, now: Date) -> Int? {
    if let seconds = Int(wait) { return max(0, seconds) }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    guard let date = format.date(from: wait) else { return nil }
    return Int(max(0, min(date.timeIntervalSince(now), 1e9)).rounded(.up))
  }
}

/// One transfer, from its beginning to its end.
private final class Transfer: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  // Unchecked: all variables are used with `state` locked.
  private let limit: Int
  private let state = NSCondition()
  private var response: HTTPURLResponse?
  private var bytes: [UInt8] = []
  private var reason: String?
  private var isOver = false

  init(limit: Int) { self.limit = limit }

  func wait() -> Result<(HTTPURLResponse, [UInt8]), Reason> {
    state.withLock {
      while !isOver { state.wait() }
      if let reason { return .failure(Reason(text: reason)) }
      guard let response else { return .failure(Reason(text: "the server gave no answer of HTTP")) }
      return .success((response, bytes))
    }
  }

  struct Reason: Error { var text: String }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let isTooLong = response.expectedContentLength > Int64(limit)
    state.withLock {
      self.response = response as? HTTPURLResponse
      if isTooLong {
        reason = "the document has \(response.expectedContentLength) bytes, more than the \(limit) that are taken"
      }
    }
    completionHandler(isTooLong ? .cancel : .allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLong = state.withLock {
      guard bytes.count + data.count <= limit else {
        reason = "the document has more than the \(limit) bytes that are taken"
        return true
      }
      bytes += data
      return false
    }
    if isTooLong { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    guard let scheme = request.url?.scheme?.lowercased(), ["http", "https"].contains(scheme) else {
      state.withLock { reason = "the server redirects to an address that is not of the web" }
      return completionHandler(nil)
    }
    completionHandler(request)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    state.withLock {
      if let error, reason == nil { reason = Self.spelled(error) }
      isOver = true
      state.broadcast()
    }
  }

  private static func spelled(_ error: any Error) -> String {
    switch (error as? URLError)?.code {
    case .timedOut: "the server does not answer in time; try again later"
    case .cannotFindHost, .dnsLookupFailed: "there is no such server; check the address"
    case .cannotConnectToHost: "the server cannot be reached; try again later"
    case .notConnectedToInternet, .networkConnectionLost: "the network cannot be reached"
    case .httpTooManyRedirects: "the server redirects without end"
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      "the server's certificate cannot be trusted"
    default: "fetching failed: \(error.localizedDescription)"
    }
  }
}
