/// What speaks for a sentence's telling of a promise, as numbers: a logistic regression weighs them, fitted on invented news by
/// `Training/settling.py`.
struct TellingSigns: Sendable {
  /// A sign; its weight stands with it.
  enum Sign: Int, CaseIterable {
    /// How much of the promise's words the sentence has.
    case sentence
    /// How much of them its article has.
    case article
    /// How rare the nouns and names are, together, that both have.
    case common
    /// Whether it appeared around the day for which it was promised.
    case inTime
    /// Whether the sentence says that something was done.
    case done
    /// Whether it says that something ought to have been, or is taken back.
    case missed
    /// How long after the promise it appeared: ln(1 + days) / 6.
    case age
    /// Whether it tells a cooperative act of who promised.
    case ownAct
    /// Whether it counts things that the promise counts, too.
    case counted
    /// How much of the promise's words the headline has.
    case inTitle
    /// Whether it is the article's first.
    case lead

    var weight: Double {
      switch self {
      case .sentence: 1.36
      case .article: 1.01
      case .common: 1.32
      case .inTime: 1.48
      case .done: 0.33
      case .missed: 0.99
      case .age: -1.68
      case .ownAct: 1.06
      case .counted: 1.43
      case .inTitle: 2.58
      case .lead: 0.99
      }
    }
  }

  private static let bias = -4.86
  /// The score from which an article tells of the promise.
  static let least = -1.7

  private var values = [Double](repeating: 0, count: Sign.allCases.count)

  subscript(sign: Sign) -> Double {
    get { values[sign.rawValue] }
    set { values[sign.rawValue] = newValue }
  }

  /// How likely the sentence's article tells of the promise, as a logit.
  var score: Double { zip(values, Self.weights).reduce(Self.bias) { $0 + $1.0 * $1.1 } }

  private static let weights = Sign.allCases.map(\.weight)

  /// The signs by name.
  var named: [String: Double] {
    Dictionary(Sign.allCases.map { (String(describing: $0), self[$0]) }, uniquingKeysWith: { a, _ in a })
  }
}
