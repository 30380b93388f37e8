internal import Language

/// What the encoder marked, token by token, whichever attribution it tied it to.
struct EncoderMarks {
  /// Whether the encoder saw anything said or thought in the document.
  let isEmpty: Bool
  private let source: [Bool]
  private let cue: [Bool]
  private let content: [Bool]

  init(_ document: Document) {
    func marks(_ ranges: (Attribution) -> [Range<Int>]) -> [Bool] {
      var marks = [Bool](repeating: false, count: document.tokens.count)
      for attribution in document.attributions {
        for token in ranges(attribution).joined() where marks.indices.contains(token) { marks[token] = true }
      }
      return marks
    }
    isEmpty = document.attributions.isEmpty
    source = marks(\.source)
    cue = marks(\.cue)
    content = marks(\.content)
  }

  /// Whether the encoder took a token for a part of a speaker's name.
  func isSource(_ token: Int) -> Bool { source[token] }

  /// Whether the encoder took a token for a part of a cue.
  func isCue(_ token: Int) -> Bool { cue[token] }

  /// Whether the encoder took a token for a part of what is said or thought.
  func isContent(_ token: Int) -> Bool { content[token] }

  /// The share of tokens that the encoder took for a part of what is said or thought.
  func contentShare(_ ranges: [Range<Int>]) -> Double {
    let count = TokenRanges.count(ranges)
    guard count > 0 else { return 0 }
    return Double(ranges.joined().reduce(0) { $0 + (content[$1] ? 1 : 0) }) / Double(count)
  }
}
