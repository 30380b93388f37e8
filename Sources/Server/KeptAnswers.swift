import Synchronization

/// Pages that were made, kept until the archive changes: many look at the same ones.
final class KeptAnswers: Sendable {
  private struct State {
    var version = ""
    var answers: [String: Answer] = [:]
    var bytes = 0
  }

  /// How much is kept, in bytes; then all are let go and kept anew.
  private static let most = 32 << 20

  private let state = Mutex(State())

  /// The answer to an address in one state of the archive.
  func answer(to address: String, version: String) -> Answer? {
    state.withLock { $0.version == version ? $0.answers[address] : nil }
  }

  func keep(_ answer: Answer, to address: String, version: String) {
    state.withLock { state in
      let bytes = answer.text.utf8.count + address.utf8.count
      guard bytes < Self.most / 4 else { return }
      if state.version != version || state.bytes + bytes > Self.most { state = State(version: version) }
      if state.answers.updateValue(answer, forKey: address) == nil { state.bytes += bytes }
    }
  }
}
