import Dispatch
import Synchronization

/// Work that goes on beside the thread that began it, and its result. It is over before this goes, asked or not.
package final class Background<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let result = Mutex<Result<Value, any Error>>(.failure(CancellationError()))
  }

  private let box = Box()
  private let group = DispatchGroup()

  package init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async(group: group) { [box] in
      let found = Result { try work() }
      box.result.withLock { $0 = found }
    }
  }

  deinit { group.wait() }

  /// What the work came to, once it has.
  package var value: Value {
    get throws {
      group.wait()
      return try box.result.withLock { $0 }.get()
    }
  }
}
