/// The arcs of a document's dependency trees, followed downward.
public struct DependencyTree: Sendable {
  private let first: [Int32]
  private let list: [Int32]

  /// Gathers the dependents of every token. Linear in the number of tokens.
  public init(_ document: Document) {
    let count = document.tokens.count
    var starts = [Int32](repeating: 0, count: count + 1)
    for token in document.tokens {
      if let head = token.head.index { starts[head + 1] += 1 }
    }
    for i in 0..<count { starts[i + 1] += starts[i] }
    var next = starts
    var dependents = [Int32](repeating: 0, count: Int(starts[count]))
    for (i, token) in document.tokens.enumerated() {
      guard let head = token.head.index else { continue }
      dependents[Int(next[head])] = Int32(i)
      next[head] += 1
    }
    first = starts
    list = dependents
  }

  /// The dependents of a token, in the order of the text. Constant time.
  public func dependents(of token: Int) -> LazyMapSequence<ArraySlice<Int32>, Int> {
    list[Int(first[token])..<Int(first[token + 1])].lazy.map(Int.init)
  }

  /// The tokens under a token and itself, as the range from the first to the last of them. Linear in their number.
  public func extent(of token: Int) -> Range<Int> {
    var low = token
    var high = token
    var stack = [token]
    while let top = stack.popLast() {
      low = min(low, top)
      high = max(high, top)
      stack.append(contentsOf: dependents(of: top))
    }
    return low..<(high + 1)
  }
}
