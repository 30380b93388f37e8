import Foundation
@testable import Server

/// Speaks HTTP to a desk over a socket, so that a test says and sees every byte.
struct DeskClient: Sendable {
  let port: Int

  struct Answer: Sendable {
    let status: Int
    /// Names in lower case, in the order in which they came.
    let fields: [(name: String, value: String)]
    var bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The body as a JSON object.
    var object: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]) ?? [:]
    }
    var items: [[String: Any]] { object["items"] as? [[String: Any]] ?? [] }
    var problem: String { (object["type"] as? String)?.split(separator: ":").last.map(String.init) ?? "" }
  }

  struct Failure: Error {}

  func get(_ path: String, _ fields: [String] = []) async throws -> Answer { try await send("GET", path, fields) }

  /// Sends a request and waits for the answer.
  ///
  /// - Parameter fields: Lines of the head; without one that names the host, `localhost` is named.
  func send(_ method: String, _ path: String, _ fields: [String] = [], body: String = "") async throws -> Answer {
    var head = ["\(method) \(path) HTTP/1.1", "Connection: close"] + fields
    if !fields.contains(where: { $0.hasPrefix("Host:") }) { head.append("Host: localhost:\(port)") }
    if !body.isEmpty { head.append("Content-Length: \(body.utf8.count)") }
    let request = Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    let port = port
    return try await withCheckedThrowingContinuation { continuation in
      // A thread of its own: those of Dispatch, on which the desk runs, are few.
      Thread.detachNewThread {
        continuation.resume(with: Result { try Self.parse(Self.exchange(request, port: port)) })
      }
    }
  }

  private static func exchange(_ request: [UInt8], port: Int) throws -> [UInt8] {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw Failure() }
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Failure() }
    var sent = 0
    while sent < request.count {
      let count = request.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress?.advanced(by: sent), request.count - sent, Int32(MSG_NOSIGNAL))
      }
      // The desk may answer and close before it has read all.
      guard count > 0 else { break }
      sent += count
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return answer }
      answer += buffer[..<count]
    }
  }

  private static func parse(_ bytes: [UInt8]) throws -> Answer {
    guard let end = bytes.indices.dropLast(3).first(where: { Array(bytes[$0..<$0 + 4]) == [13, 10, 13, 10] }) else {
      throw Failure()
    }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Failure()
    }
    let fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (parts[0].lowercased(), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
    }
    var answer = Answer(status: status, fields: fields, bytes: Array(bytes[(end + 4)...]))
    if answer["transfer-encoding"] == "chunked" { answer.bytes = try joined(answer.bytes) }
    return answer
  }

  /// The chunks of a body, each behind a line with its length (RFC 9112, 7.1).
  private static func joined(_ chunks: [UInt8]) throws -> [UInt8] {
    var body: [UInt8] = []
    var rest = chunks[...]
    while let line = rest.firstRange(of: [13, 10]) {
      guard let length = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16),
        rest.endIndex >= line.upperBound + length + 2
      else { break }
      if length == 0 { return body }
      body += rest[line.upperBound..<line.upperBound + length]
      rest = rest[(line.upperBound + length + 2)...]
    }
    // The last chunk lacks.
    throw Failure()
  }
}

/// Opens a desk on an archive as long as a test asks it; unless told otherwise it waits for answers until they are whole.
func withDesk(
  _ path: String, token: String? = nil, patience: Duration = .seconds(60), limit: Duration = .seconds(60),
  _ body: (DeskClient) async throws -> Void
) async throws {
  let desk = try Desk(path: path, threads: 2, patience: patience, limit: limit)
  let server = try DeskServer(desk, host: "127.0.0.1", port: 0, token: token)
  let (addresses, continuation) = AsyncStream.makeStream(of: String.self)
  let running = Task {
    defer { continuation.finish() }
    try await server.run { continuation.yield($0) }
  }
  let address = await addresses.first { _ in true }
  guard let port = address.flatMap({ URL(string: $0)?.port }) else { throw DeskClient.Failure() }
  do { try await body(DeskClient(port: port)) } catch {
    running.cancel()
    _ = await running.result
    try await desk.close()
    throw error
  }
  running.cancel()
  _ = await running.result
  try await desk.close()
}
