import Dispatch
import Synchronization

/// Work that goes on beside the thread that began it, and its result. What has been begun is waited for, asked or not.
package final class Background<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let group = DispatchGroup()

  package init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async(group: group) {
      let found = Result { try work() }
      self.result.withLock { $0 = found }
    }
  }

  /// What the work came to, once it has.
  package var value: Value {
    get throws {
      group.wait()
      guard let found = result.withLock({ $0 }) else { throw CancellationError() }
      return try found.get()
    }
  }
}
