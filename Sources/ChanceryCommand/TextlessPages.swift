import Articles

/// Pages and entries of feeds without the text of an article. There are some among any, so that they are counted, and are a
/// failure only where nothing else was found.
struct TextlessPages {
  private(set) var count = 0
  /// The first of them.
  private(set) var first: ArticleProblem?

  /// Counts a problem where it is of this kind; whether it is.
  mutating func take(_ problem: ArticleProblem) -> Bool {
    guard problem.kind == .textless else { return false }
    if first == nil { first = problem }
    count += 1
    return true
  }

  /// Tells the user how many there were.
  ///
  /// - Parameter isAlone: Whether nothing else was found.
  /// - Returns: The failure that they are then.
  func report(isAlone: Bool) -> Failure? {
    guard let first else { return nil }
    if isAlone { Console.report(first.description) }
    if !isAlone || count > 1 { Console.report(summary) }
    return isAlone ? Failure(first) : nil
  }

  private var summary: String {
    count == 1
      ? "1 page or entry of a feed was passed over: it has no text of an article"
      : "\(count) pages or entries of feeds were passed over: they have no text of an article"
  }
}
