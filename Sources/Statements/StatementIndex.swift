/// The way from a token to the statements that it stands in.
public struct StatementIndex: Sendable {
  /// Indices of statements by token, innermost first; only for tokens that lie in a content.
  private var enclosing: [Int: [Int]] = [:]
  /// Indices of statements by the token at the head of their cue.
  private var cued: [Int: [Int]] = [:]

  /// An index over statements, which the results count into.
  public init(_ statements: [Statement]) {
    for (index, statement) in statements.enumerated() {
      if let cue = statement.cueToken { cued[cue, default: []].append(index) }
    }
    func size(_ index: Int) -> Int { statements[index].contentTokens.reduce(0) { $0 + $1.count } }
    let outermost = statements.indices.sorted { (-size($0), $0) < (-size($1), $1) }
    for index in outermost.reversed() {
      for token in statements[index].contentTokens.joined() { enclosing[token, default: []].append(index) }
    }
  }

  /// The statements whose content holds a token, as indices, the innermost first.
  public func holding(_ token: Int) -> [Int] { enclosing[token] ?? [] }

  /// The statements of whose cue a token is the head, as indices, in the order of the text.
  public func cued(by token: Int) -> [Int] { cued[token] ?? [] }

  /// Whether a token is the head of a cue: "said", "according".
  public func isCue(_ token: Int) -> Bool { cued[token] != nil }
}
