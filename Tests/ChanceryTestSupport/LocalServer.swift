import Foundation

/// A server of HTTP on this machine, one connection at a time, for as long as a test lasts.
public final class LocalServer: @unchecked Sendable {
  // Unchecked: variables are used with `state` locked.

  /// What was asked.
  public struct Request: Sendable {
    /// The path, with what is asked of it.
    public var path: String
    /// Its fields, their names in small letters.
    public var headers: [String: String]
  }

  /// What is answered.
  public struct Response: Sendable {
    var status: Int
    var headers: [String: String]
    var body: [UInt8]
    var tellsLength: Bool

    /// An answer; without its length the end of the connection ends it.
    public init(status: Int = 200, headers: [String: String] = [:], body: [UInt8] = [], tellsLength: Bool = true) {
      self.status = status
      self.headers = headers
      self.body = body
      self.tellsLength = tellsLength
    }

    var bytes: [UInt8] {
      var headers = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } + ["Connection: close"]
      if tellsLength { headers.append("Content-Length: \(body.count)") }
      return Array(("HTTP/1.1 \(status) Status\r\n" + headers.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }
  }

  private let listener: Int32
  private let port: UInt16
  private let answer: @Sendable (Request) -> Response
  private let state = NSLock()
  private var asked: [Request] = []
  private var isStopped = false

  /// Starts a server on a port that is free.
  public init(_ answer: @escaping @Sendable (Request) -> Response) throws {
    self.answer = answer
    #if os(Linux)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    listener = socket(AF_INET, kind, 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isListening = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    port = UInt16(bigEndian: place.sin_port)
    guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        self?.serve(connection)
        close(connection)
      }
    }
  }

  deinit { stop() }

  /// The address of a path.
  public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// What was asked so far, in its order.
  public var requests: [Request] { state.withLock { asked } }

  /// Ends it: who asks after that is refused.
  public func stop() {
    let isFirst = state.withLock {
      defer { isStopped = true }
      return !isStopped
    }
    guard isFirst else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func serve(_ connection: Int32) {
    var head: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: head, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return }
      head += piece[..<count]
    }
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    let fields = lines.dropFirst().compactMap { line -> (String, String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (
        line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      )
    }
    let path = lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let request = Request(path: path, headers: Dictionary(fields, uniquingKeysWith: { first, _ in first }))
    state.withLock { asked.append(request) }
    let bytes = answer(request).bytes
    var sent = 0
    while sent < bytes.count {
      #if os(Linux)
        let flags = Int32(MSG_NOSIGNAL)
      #else
        let flags: Int32 = 0
      #endif
      let count = bytes[sent...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { return }
      sent += count
    }
    shutdown(connection, Int32(SHUT_WR))
  }
}
