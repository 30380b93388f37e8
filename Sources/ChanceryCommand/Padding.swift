extension String {
  /// The text with spaces behind it, or before it, up to a width in letters.
  func padded(_ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - count))
    return right ? space + self : self + space
  }
}
