/// Names of authors as pages print them.
enum PageByline {
  /// The name in a byline: without "By", and what follows of dates, accounts and addresses; `nil` where none is left.
  static func name(_ written: String) -> String? {
    var words = written.collapsed.split(separator: " ")
    if let first = words.first?.lowercased(), ["by", "by:", "author:", "von", "par", "por"].contains(first) {
      words.removeFirst()
    }
    if let end = words.firstIndex(where: isEnd) { words = Array(words[..<end]) }
    while let last = words.last, last.allSatisfy({ !$0.isLetter }) || ["on", "at", "and"].contains(last.lowercased()) {
      words.removeLast()
    }
    let name = words.joined(separator: " ").trimming { ",;|–—-•·".contains($0) || $0.isWhitespace }
    guard (3...120).contains(name.count), name.contains(where: \.isLetter), !name.contains("/"),
      !nobody.contains(name.lowercased())
    else { return nil }
    return name
  }

  /// Whether the name is over before a word: at a date, a sign that parts fields, an account or address.
  private static func isEnd(_ word: Substring) -> Bool {
    if word.hasPrefix("@") || word.contains("@") || word.contains("://") || ["|", "•", "·"].contains(word) {
      return true
    }
    let small = word.lowercased().filter(\.isLetter)
    if ["published", "updated", "posted", "last", "publié", "veröffentlicht", "follow"].contains(small) { return true }
    return word.contains(where: \.isNumber) || WrittenDate.isMonth(small)
  }

  /// What stands where no author does.
  private static let nobody: Set<String> = [
    "admin", "administrator", "author", "guest", "editor", "staff", "unknown", "null", "name",
  ]
}
