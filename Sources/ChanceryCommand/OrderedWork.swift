import Foundation

/// Works on items several at a time, and hands on what comes out in the order in which the items went in, as soon as it is
/// that item's turn.
///
/// Items are taken no further ahead than a window, so that memory stays bounded where one takes long.
final class OrderedWork<Item, Output>: @unchecked Sendable {
  // Unchecked: `next` is called with `intake` locked, `emit` and all variables are used with `state` locked; `work` is
  // Sendable.
  private let next: () -> Item?
  private let work: @Sendable (Item) -> Output
  private let emit: (Output) throws -> Void
  private let window: Int

  private let intake = NSLock()
  private let state = NSCondition()
  private var taken = 0
  private var emitted = 0
  private var waiting: [Int: Output] = [:]
  private var isOver = false
  private var failure: (any Error)?
  private var running = 0

  private init(
    window: Int, next: @escaping () -> Item?, work: @escaping @Sendable (Item) -> Output,
    emit: @escaping (Output) throws -> Void
  ) {
    self.window = window
    self.next = next
    self.work = work
    self.emit = emit
  }

  /// Does all the work, on as many threads as there are workers, and returns when it is done.
  ///
  /// - Parameters:
  ///   - next: Gives the next item; `nil` at the end. Never called by two threads at once.
  ///   - work: Does the work of an item.
  ///   - emit: Takes what came out. Never called by two threads at once. Where it throws, the work ends.
  static func run(
    workers: Int, next: @escaping () -> Item?, work: @escaping @Sendable (Item) -> Output,
    emit: @escaping (Output) throws -> Void
  ) throws {
    let all = OrderedWork(window: 4 * workers, next: next, work: work, emit: emit)
    all.running = workers
    for _ in 0..<workers {
      let thread = Thread { all.labour() }
      thread.stackSize = 8 << 20  // as the main thread's: trees and JSON are walked by recursion
      thread.start()
    }
    all.state.withLock {
      while all.running > 0 { all.state.wait() }
    }
    if let failure = all.failure { throw failure }
  }

  private func labour() {
    while let (index, item) = take() { finish(index, work(item)) }
    state.withLock {
      running -= 1
      state.broadcast()
    }
  }

  private func take() -> (Int, Item)? {
    intake.withLock {
      let goesOn = state.withLock {
        while taken - emitted >= window, failure == nil { state.wait() }
        return failure == nil && !isOver
      }
      guard goesOn else { return nil }
      let item = next()
      return state.withLock {
        guard let item else {
          isOver = true
          return nil
        }
        taken += 1
        return (taken - 1, item)
      }
    }
  }

  private func finish(_ index: Int, _ output: Output) {
    state.withLock {
      waiting[index] = output
      while failure == nil, let ready = waiting.removeValue(forKey: emitted) {
        do { try emit(ready) } catch { failure = error }
        emitted += 1
      }
      state.broadcast()
    }
  }
}
