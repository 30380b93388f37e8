import Synchronization

/// A value that is worked out when it is first asked for, and once.
final class Once<Value: Sendable>: Sendable {
  private let make: @Sendable () throws -> Value
  private let known = Mutex<Value?>(nil)

  init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

  /// The value; who asks while it is being worked out waits.
  func value() throws -> Value {
    try known.withLock { known in
      if let known { return known }
      let new = try make()
      known = new
      return new
    }
  }
}
