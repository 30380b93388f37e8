import Archive

/// A piece of a text, with the words that matter in it.
struct Excerpt {
  let before: String
  let told: String
  let after: String

  /// What is shown on either side of the words at most, in code points.
  private static let reach = 260

  /// The sentence of an event, with the words that tell it; those alone where the archive keeps no texts.
  init(of event: EventRow) {
    guard let text = event.text else {
      self.init(before: "", told: event.trigger, after: "")
      return
    }
    self.init(text, event.start - event.sentenceStart..<max(event.start, event.end) - event.sentenceStart)
  }

  /// - Parameter words: Where they stand, in code points.
  init(_ text: String, _ words: Range<Int>) {
    let scalars = Array(text.unicodeScalars)
    let start = min(max(0, words.lowerBound), scalars.count)
    let end = min(max(start, words.upperBound), scalars.count)
    func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    let (first, last) = (max(0, start - Self.reach), min(scalars.count, end + Self.reach))
    self.init(
      before: (first > 0 ? "…" : "") + string(scalars[first..<start]), told: string(scalars[start..<end]),
      after: string(scalars[end..<last]) + (last < scalars.count ? "…" : ""))
  }

  private init(before: String, told: String, after: String) {
    self.before = before
    self.told = told
    self.after = after
  }

  /// The beginning of a text.
  static func beginning(of text: String, most: Int = 400) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: most, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }
}
