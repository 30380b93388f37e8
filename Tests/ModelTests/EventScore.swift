import Articles
import Chancery
import Events

/// Precision and recall of events against gold.
///
/// An event is right where gold has one of its category in the same sentence, or with overlapping words; `dyad` asks for
/// the same codes of actors and recipients as well (of all parties together, where they stand on one footing), and
/// `modality` for the same auxiliary modes too. Matches are one to one, those nearest to each other first.
struct EventScore {
  private(set) var event = 0
  private(set) var dyad = 0
  private(set) var modality = 0
  private(set) var system = 0
  private(set) var gold = 0

  /// F1 in per cent of a number of matches.
  func f1(_ matches: Int) -> Double { system + gold == 0 ? 0 : 200 * Double(matches) / Double(system + gold) }

  /// Adds an article.
  mutating func add(_ reading: Reading, gold article: GoldArticle) {
    let sentences = Self.sentences(of: Array(reading.article.text.string.unicodeScalars))
    func sentence(_ start: Int) -> Int { sentences.firstIndex { $0.contains(start) } ?? -1 - start }
    let mine = reading.events.map { Act($0, in: reading, sentence: sentence) }
    let theirs = article.events.map { Act($0, sentence: sentence) }
    system += mine.count
    gold += theirs.count
    event += Self.matches(theirs, mine) { $0.isSame($1) }
    dyad += Self.matches(theirs, mine) { $0.isSame($1) && $0.hasSameParties($1) }
    modality += Self.matches(theirs, mine) {
      $0.isSame($1) && $0.hasSameParties($1) && $0.auxiliaries == $1.auxiliaries
    }
  }

  private static func matches(_ gold: [Act], _ mine: [Act], _ isMatch: (Act, Act) -> Bool) -> Int {
    var pairs: [(distance: Int, gold: Int, mine: Int)] = []
    for i in gold.indices {
      for j in mine.indices where isMatch(gold[i], mine[j]) {
        pairs.append((abs(gold[i].span.lowerBound - mine[j].span.lowerBound), i, j))
      }
    }
    var taken = Set<Int>()
    var given = Set<Int>()
    for pair in pairs.sorted(by: { $0 < $1 }) where !taken.contains(pair.gold) && !given.contains(pair.mine) {
      taken.insert(pair.gold)
      given.insert(pair.mine)
    }
    return taken.count
  }
}

/// An event, as far as the score looks at it.
private struct Act {
  let category: String
  let mode: String
  let auxiliaries: Set<String>
  let actors: Set<String>
  let recipients: Set<String>
  let span: Range<Int>
  let sentence: Int

  init(_ event: GoldArticle.Event, sentence: (Int) -> Int) {
    category = event.event
    mode = event.mode
    auxiliaries = Set(event.auxiliary)
    actors = Set(event.actor.map(\.code).filter { !$0.isEmpty })
    recipients = Set(event.recipient.map(\.code).filter { !$0.isEmpty })
    span = event.trigger.start..<event.trigger.end
    self.sentence = sentence(event.trigger.start)
  }

  init(_ event: Event, in reading: Reading, sentence: (Int) -> Int) {
    func codes(_ mentions: [Int]) -> Set<String> {
      Set(mentions.map { reading.cast.entities[reading.cast.mentions[$0].entity].code }.filter { !$0.isEmpty })
    }
    category = event.category.rawValue
    mode = event.mode
    auxiliaries = Set(event.auxiliaries.map(\.rawValue))
    actors = codes(event.actors)
    recipients = codes(event.recipients)
    let (start, end) = reading.article.text.codePoints(event.trigger)
    span = start.value..<end.value
    self.sentence = sentence(start.value)
  }

  func isSame(_ other: Act) -> Bool {
    category == other.category && (sentence == other.sentence || span.overlaps(other.span))
  }

  /// Whether the parties of another, found by the system, are those of this, which is gold.
  func hasSameParties(_ other: Act) -> Bool {
    let isFree =
      category == "CONSULT" && mode != "visit"
      || ["COOPERATE", "AGREE", "SUPPORT"].contains(category) && recipients.isEmpty
    return isFree
      ? actors.union(recipients) == other.actors.union(other.recipients)
      : actors == other.actors && recipients == other.recipients
  }
}

extension EventScore {
  private static let abbreviations: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Adm", "Sgt", "Capt", "St", "Jr", "Sr", "U.S",
    "U.N",
    "U.K", "D.C", "No", "vs", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec", "a.m", "p.m",
  ]

  /// Sentences as the annotators had them before them: ended by `.`, `!` or `?` before a capital, and at line feeds.
  static func sentences(of text: [Unicode.Scalar]) -> [Range<Int>] {
    var cuts: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < text.count {
      var end = at
      if text[at] == "\n" {
        while end < text.count, text[end] == "\n" { end += 1 }
      } else if let stop = sentenceEnd(in: text, at: at) {
        guard !isAbbreviation(text[start..<at], isOneDot: stop == at + 1 && text[at] == ".") else {
          at = stop
          continue
        }
        end = stop
      } else {
        at += 1
        continue
      }
      cuts.append(start..<end)
      start = end
      at = end
    }
    cuts.append(start..<text.count)
    return cuts.compactMap { cut in
      guard let first = cut.first(where: { !text[$0].properties.isWhitespace }),
        let last = cut.last(where: { !text[$0].properties.isWhitespace })
      else { return nil }
      return first..<last + 1
    }
  }

  /// Where stops and closing quotes that begin at a place end, if white space and a capital or digit follow.
  private static func sentenceEnd(in text: [Unicode.Scalar], at place: Int) -> Int? {
    var end = place
    while end < text.count, ".!?".unicodeScalars.contains(text[end]) { end += 1 }
    guard end > place else { return nil }
    while end < text.count, "\"”’')]".unicodeScalars.contains(text[end]) { end += 1 }
    var next = end
    while next < text.count, text[next].properties.isWhitespace { next += 1 }
    guard next > end else { return nil }
    if next < text.count, "\"“‘'([".unicodeScalars.contains(text[next]) { next += 1 }
    guard next < text.count, text[next].isASCII else { return nil }
    return ("A"..."Z").contains(text[next]) || ("0"..."9").contains(text[next]) ? end : nil
  }

  private static func isAbbreviation(_ sentence: ArraySlice<Unicode.Scalar>, isOneDot: Bool) -> Bool {
    let word = sentence.reversed().prefix { !$0.properties.isWhitespace }.reversed()
    guard !word.isEmpty else { return false }
    if isOneDot, word.count == 1, let letter = word.first, ("A"..."Z").contains(letter) { return true }
    let bare = word.drop { "\"“(".unicodeScalars.contains($0) }
    return abbreviations.contains(String(String.UnicodeScalarView(bare)))
  }
}
