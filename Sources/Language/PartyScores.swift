/// How far each word near an act names who acts and who is acted upon, as the encoder's party head sees it.
///
/// Only tokens that may tell an act have scores, and only over the words that the encoder read together with them: a window of
/// several sentences, so that a party named in another sentence is seen too.
public struct PartyScores: Sendable, Equatable {
  /// A party's part in an act.
  public enum Part: Int, Sendable, CaseIterable {
    case actor, recipient
  }

  /// The scores at one token.
  private struct Row: Sendable, Equatable {
    var window: Range<Int>
    /// Where the actors' scores begin in `values`; the recipients' follow.
    var start: Int
  }

  private var rows: [Int: Row] = [:]
  private var values: [Float] = []

  /// No scores.
  public init() {}

  /// Adds the scores of the act that may be told at a token.
  ///
  /// - Parameters:
  ///   - token: The token.
  ///   - window: The tokens that are scored.
  ///   - actor: A logit for each token of the window.
  ///   - recipient: The same.
  public mutating func add(
    token: Int, window: Range<Int>, actor: UnsafeBufferPointer<Float>, recipient: UnsafeBufferPointer<Float>
  ) {
    rows[token] = Row(window: window, start: values.count)
    values.append(contentsOf: actor)
    values.append(contentsOf: recipient)
  }

  /// Adds all of another's scores, which are of other tokens.
  mutating func add(_ other: PartyScores) {
    let base = values.count
    rows.merge(other.rows.mapValues { Row(window: $0.window, start: $0.start + base) }) { _, new in new }
    values += other.values
  }

  /// The tokens that are scored as parties of an act told at a token; `nil` where none are.
  public func window(at token: Int) -> Range<Int>? { rows[token]?.window }

  /// The greatest logit, over some tokens, that one names the act's actor or recipient; `nil` where none of them is scored.
  public func logit(_ part: Part, at token: Int, of tokens: Range<Int>) -> Float? {
    guard let row = rows[token] else { return nil }
    let seen = tokens.clamped(to: row.window)
    guard !seen.isEmpty else { return nil }
    let start = row.start + part.rawValue * row.window.count - row.window.lowerBound
    return values[(start + seen.lowerBound)..<(start + seen.upperBound)].max()
  }
}
