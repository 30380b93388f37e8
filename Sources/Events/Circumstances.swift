import Language
import Particulars

/// When and where an act happens, as syntax ties expressions of time and places to it.
struct Circumstances {
  private let document: Document
  /// The tokens that tell acts: what hangs on one of them is not another's.
  private let acts: Set<Int>
  /// By sentence.
  private let dates: [Int: [Circumstance]]
  private let places: [Int: [Circumstance]]

  /// Words that a time or place hangs on, the nearest first, with how many arcs they are away.
  private struct Circumstance {
    var index: Int
    /// Whether it is told with "to" or "from", so that only what moves is there.
    var isEnd = false
    var governors: [(token: Int, distance: Int)]
  }

  init(_ document: Document, dates: [DateExpression], places: [Place], acts: Set<Int>) {
    self.document = document
    self.acts = acts
    let tree = Climb(document: document)
    var when: [Int: [Circumstance]] = [:]
    for (i, date) in dates.enumerated()
    where (date.kind == .date || date.kind == .time) && !tree.isBeginning(date) {
      when[document.sentenceIndex(of: date.tokens.lowerBound), default: []].append(
        Circumstance(index: i, governors: tree.governors(of: date.tokens)))
    }
    var there: [Int: [Circumstance]] = [:]
    for (i, place) in places.enumerated() where tree.isWhere(place.tokens) {
      there[document.sentenceIndex(of: place.tokens.lowerBound), default: []].append(
        Circumstance(index: i, isEnd: tree.isEnd(place.tokens), governors: tree.governors(of: place.tokens)))
    }
    self.dates = when
    self.places = there
  }

  /// The index of the expression of time that tells when the act is that these tokens tell.
  func date(of tokens: [Int]) -> Int? { nearest(dates, tokens, moves: true) }

  /// The index of the place where the act is.
  ///
  /// - Parameter moves: Whether the act is one of going or sending somewhere.
  func place(of tokens: [Int], moves: Bool) -> Int? { nearest(places, tokens, moves: moves) }

  /// What hangs on the act's own words, or on the word that they hang on without a clause between.
  private func nearest(_ circumstances: [Int: [Circumstance]], _ tokens: [Int], moves: Bool) -> Int? {
    guard let first = tokens.first, let last = tokens.last,
      let beside = circumstances[document.sentenceIndex(of: first)]
    else {
      return nil
    }
    let act = Climb(document: document).governors(of: first..<last + 1)
    var best: (index: Int, distance: Int)?
    for circumstance in beside where moves || !circumstance.isEnd {
      var distance: Int?
      for (token, steps) in circumstance.governors {
        if tokens.contains(token) {
          distance = min(distance ?? .max, steps)
        } else if acts.contains(token) {
          break
        } else if let shared = act.first(where: { $0.token == token }) {
          distance = min(distance ?? .max, steps + 2 * shared.distance)
        }
      }
      if let distance, distance < best?.distance ?? .max { best = (circumstance.index, distance) }
    }
    return best?.index
  }

  /// Ways up the tree that do not leave the clause.
  private struct Climb {
    let document: Document

    /// Verbs and adjectives that tell for when something is planned.
    private static let setting: Set<String> = [
      "schedule", "plan", "set", "due", "slate", "fix", "expect", "hold", "begin",
    ]

    /// Relations that lead into another clause.
    private static let clauses: Set<String> = ["ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "root"]

    func governors(of tokens: Range<Int>) -> [(token: Int, distance: Int)] {
      guard var node = tokens.first(where: { document.tokens[$0].head.index.map { !tokens.contains($0) } ?? true })
      else { return [] }
      var governors: [(token: Int, distance: Int)] = []
      for distance in 1...6 {
        let relation = document.tokens[node].deprel.prefix { $0 != ":" }
        guard let head = document.tokens[node].head.index else { break }
        // "stormed the building and arrested two on Friday": what one of several acts has, the first has too.
        let isVerb = document.tokens[node].upos == "VERB"
        if Self.clauses.contains(String(relation)), isVerb || distance > 1 {
          // "planned to meet on Friday": an open complement has the same time; "talks that were scheduled for Friday" have it, too.
          guard relation == "xcomp" || relation == "acl" && Self.setting.contains(document.tokens[node].lemma) else {
            break
          }
        }
        governors.append((head, relation == "conj" ? distance + 2 : distance))
        node = head
      }
      return governors
    }

    /// Whether a place's name tells where, rather than who: it stands with a word such as "in".
    func isWhere(_ tokens: Range<Int>) -> Bool {
      guard let head = tokens.first(where: { document.tokens[$0].head.index.map { !tokens.contains($0) } ?? true })
      else { return false }
      let relation = document.tokens[head].deprel
      guard
        relation.hasPrefix("obl") || relation.hasPrefix("nmod") || relation.hasPrefix("appos")
          || relation.hasPrefix("conj"),
        !relation.hasSuffix(":poss")
      else { return false }
      return preposition(of: head).map(Self.wheres.contains) ?? false
    }

    /// Whether words of time tell a stretch from which on something holds: "their first meeting since 2029" is of today.
    func isBeginning(_ date: DateExpression) -> Bool {
      let first = date.tokens.lowerBound
      guard first > 0, document.form(first - 1).lowercased() == "since" else { return false }
      // What has gone on since Friday began that day.
      return date.days.map { $0.upperBound.number - $0.lowerBound.number > 31 } ?? true
    }

    func isEnd(_ tokens: Range<Int>) -> Bool {
      tokens.compactMap(preposition).contains { ["to", "into", "from", "over"].contains($0) }
    }

    private func preposition(of head: Int) -> String? {
      let sentence = document.sentences[document.sentenceIndex(of: head)]
      return sentence.first { document.tokens[$0].head == .token(head) && document.tokens[$0].deprel == "case" }.map {
        document.form($0).lowercased()
      }
    }

    private static let wheres: Set<String> = [
      "in", "at", "near", "on", "outside", "inside", "around", "across", "off", "along", "throughout", "over", "to",
      "into",
      "through", "from",
    ]
  }
}
