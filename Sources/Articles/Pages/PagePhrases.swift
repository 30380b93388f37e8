/// Phrases that pages put between the paragraphs of an article.
enum PagePhrases {
  /// Whether two texts have the same letters and digits.
  static func isSame(_ a: String, _ b: String) -> Bool { letters(a) == letters(b) }

  private static func letters(_ text: String) -> [UInt8] {
    text.utf8.compactMap { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x61...0x7A, 0x30...0x39, 0xC3...0xF4, 0x80...0xBF: byte
      default: nil
      }
    }
  }

  /// Whether a block is a button, a label or a call rather than text.
  static func isFurniture(_ block: PageBlock) -> Bool {
    guard block.words <= 120, block.text.count <= 1200 else { return false }
    let text = block.string.lowercased()
    if notices.contains(where: { text.hasPrefix($0) }) { return true }
    guard block.words <= 30 else { return false }
    if labels.contains(text.trimmingMarks) { return true }
    return openings.contains { text.hasPrefix($0) }
  }

  /// How notices of cookies and of scripts begin.
  private static let notices = [
    "we use cookies", "this website uses cookies", "this site uses cookies", "our website uses cookies",
    "by using this site, you",
    "by continuing to use this", "by continuing to browse", "necessary cookies are", "we value your privacy",
    "your browser does not support",
    "please enable javascript", "javascript is disabled", "this slideshow requires javascript", "wir verwenden cookies",
    "diese website verwendet cookies",
    "nous utilisons des cookies", "ce site utilise des cookies", "utilizamos cookies", "este sitio utiliza cookies",
    "este site utiliza cookies",
  ]

  private static let labels: Set<String> = [
    "advertisement", "advertising", "ad", "ads", "sponsored", "sponsored content", "story continues below",
    "story continues below advertisement", "article continues below", "article continues after advertisement",
    "continue reading", "read more", "more", "share",
    "share this", "share this article", "share this story", "print", "email", "comments", "comment", "related",
    "related articles",
    "related stories", "related content", "related news", "recommended", "loading", "close", "menu", "search",
    "subscribe", "sign up",
    "sign in", "log in", "next", "previous", "back to top", "most read", "most popular", "trending", "view comments",
    "show comments",
    "leave a comment", "newsletter", "follow us", "tweet", "facebook", "twitter", "whatsapp", "linkedin", "pinterest",
    "photos", "video", "watch", "image", "photo",
    "getty images", "reuters", "recommended for you", "you may also like", "editor's picks", "top stories",
    "skip advertisement",
  ]

  private static let openings = [
    "read more:", "read also:", "also read:", "read also ", "also read ", "see also:", "related:", "more:", "watch:",
    "read:", "read more on ",
    "sign up for ", "sign up to ", "subscribe to ", "click here ", "follow us on", "like us on", "download our app",
    "join us on",
    "share this ", "photo:", "photo by ", "photograph:", "image:", "image credit", "image source", "picture:",
    "photo credit", "file photo", "©", "copyright ©",
    "all rights reserved", "read next", "this story continues", "story continues ", "article continues ",
    "advertisement - ", "have something to tell us", "posted in ", "filed under", "tags:", "topics:",
  ]
}

extension String {
  /// Without signs and white space at either end.
  fileprivate var trimmingMarks: String {
    let isMark: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
    guard let first = firstIndex(where: { !isMark($0) }), let last = lastIndex(where: { !isMark($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
