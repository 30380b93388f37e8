/// Works the pieces of an answer out, one after the other, while those that are done may be sent already.
///
/// It ends early where nobody takes what it makes: who asked has gone.
struct PieceWork: Sendable {
  /// The pieces, as they are done; problems take the place of those that cannot be had.
  let done: AsyncStream<Result<String, any Error>>
  private let ends: AsyncStream<Bool>
  private let end: AsyncStream<Bool>.Continuation

  init(_ pieces: [Answer.Piece], on desk: Desk) {
    let (done, results) = AsyncStream.makeStream(of: Result<String, any Error>.self)
    (ends, end) = AsyncStream.makeStream(of: Bool.self)
    self.done = done
    Task { [end] in
      do {
        try await desk.ask { _ in
          for piece in pieces {
            if case .terminated = results.yield(Result { try piece() }) { return }
          }
        }
      } catch {
        results.yield(.failure(error))
      }
      results.finish()
      end.yield(true)
    }
  }

  /// Whether all pieces are done in some time, which is waited for.
  func isDone(within time: Duration) async -> Bool {
    guard time > .zero else { return false }
    let timer = Task { [end] in
      try? await Task.sleep(for: time)
      end.yield(false)
    }
    defer { timer.cancel() }
    return await ends.first { _ in true } ?? true
  }
}
