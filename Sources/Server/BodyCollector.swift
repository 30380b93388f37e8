import Hummingbird
import HummingbirdCore
import NIOCore
import Synchronization

/// Takes a response's body in.
final class BodyCollector: ResponseBodyWriter {
  private let collected = Mutex<[UInt8]>([])

  var bytes: [UInt8] { collected.withLock { $0 } }

  func write(_ buffer: ByteBuffer) async throws {
    collected.withLock { $0 += buffer.readableBytesView }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
