import Archive
import Chancery

/// A promise that is being put together of what articles tell of it.
struct PromiseDraft {
  /// What one commitment tells of it; a class, since it is held against every article.
  final class Making: Sendable {
    let commitment: CommitmentRow
    let day: CalendarDay
    let due: CalendarDay?
    /// The words that tell what was promised, but for those that tell that it was.
    let core: Terms
    /// Of these the nouns and names.
    let things: Terms
    /// Those of the headline, and of the sentence before where its own are few: "the kits will be delivered".
    let context: Terms
    /// The words of the promise, and with little weight those of the context.
    let hint: Terms
    /// The words of its sentence.
    let sentence: Terms

    init(
      commitment: CommitmentRow, day: CalendarDay, core: Terms, things: Terms, context: Terms, sentence: Terms
    ) {
      self.commitment = commitment
      self.day = day
      due = commitment.due.flatMap(CalendarDay.init(iso:))
      self.core = core
      self.things = things
      self.context = context
      hint = core.union(context)
      self.sentence = sentence
    }
  }

  private(set) var made: [Making]
  /// Codes of those who promise.
  private(set) var promisers: Set<String>
  /// Codes of all whom it is between, in the order in which they were named.
  private var parties: [String] = []
  /// Codes of the others than who promises.
  private(set) var others: [String] = []
  private let actor: PartyFilter
  private(set) var due: CalendarDay?

  init(_ making: Making, of actor: PartyFilter) {
    made = [making]
    self.actor = actor
    promisers = Self.codes(making.commitment.actors)
    due = making.due
    note(making)
  }

  /// So much alike have two tellings of one promise to be.
  private static let sameLikeness = 0.55
  /// Their days may be so far apart.
  private static let nearby = 31

  /// When it was first told.
  var announced: CalendarDay { made[0].day }

  mutating func add(_ making: Making) {
    made.append(making)
    promisers.formUnion(Self.codes(making.commitment.actors))
    due = making.due ?? due
    note(making)
  }

  private mutating func note(_ making: Making) {
    // Those who promise together do so to one another.
    for actor in making.commitment.recipients + making.commitment.actors
    where !actor.code.isEmpty && !parties.contains(actor.code) { parties.append(actor.code) }
    others = parties.filter { !own.contains($0) }
  }

  private static func codes(_ actors: [ActorRow]) -> Set<String> { Set(actors.map(\.code)).subtracting([""]) }

  /// How alike a commitment is to this promise; `nil` where it is of another.
  func likeness(to making: Making, _ rarity: WordRarity) -> Double? {
    if let due, let other = making.due, abs(due.number - other.number) > Self.nearby { return nil }
    let theirs = Self.codes(making.commitment.recipients).union(Self.codes(making.commitment.actors))
    let other = theirs.subtracting(own)
    guard others.isEmpty || other.isEmpty || !other.isDisjoint(with: others) else { return nil }
    let best = made.map { Self.likeness(making, $0, rarity) }.max() ?? 0
    if best >= Self.sameLikeness { return best }
    return made.contains { Self.takesUp(making, $0, rarity) } ? Self.sameLikeness : nil
  }

  /// How much of what either says the other's sentence says, too, as a geometric mean; of two in one sentence, the other itself.
  private static func likeness(_ a: Making, _ b: Making, _ rarity: WordRarity) -> Double {
    let isBeside =
      a.commitment.articleNumber == b.commitment.articleNumber && a.commitment.sentence == b.commitment.sentence
    let (x, y) = isBeside ? (a.core, b.core) : (a.sentence, b.sentence)
    return (rarity.share(of: a.core, in: y) * rarity.share(of: b.core, in: x)).squareRoot()
  }

  /// So few words of its own has what takes up the promise of the sentence before …
  private static let fewWords = 3
  /// … and so rare are the nouns, together, that both have.
  private static let leastTakenUp = 0.5

  /// Whether a commitment goes on with one told shortly before: "24 kits to modernise its fighters. The kits will be delivered by 1 December."
  private static func takesUp(_ making: Making, _ earlier: Making, _ rarity: WordRarity) -> Bool {
    making.commitment.articleNumber == earlier.commitment.articleNumber
      && (1...2).contains(making.commitment.sentence - earlier.commitment.sentence)
      && making.core.words.count <= fewWords && rarity.common(making.things, earlier.things) >= leastTakenUp
  }

  private var own: Set<String> { actor.code.map { [$0] } ?? promisers }
}

/// Makes promises of commitments.
struct PromiseDrafts {
  private(set) var all: [PromiseDraft] = []
  private let actor: PartyFilter
  private let rarity: WordRarity
  private let articles: [Int64: ToldArticle]
  private var places: [Terms.Word: [Int]] = [:]

  init(of actor: PartyFilter, among articles: [ToldArticle], _ rarity: WordRarity) {
    self.actor = actor
    self.rarity = rarity
    self.articles = Dictionary(articles.map { ($0.number, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// Words that tell that something is promised, or by when; not what.
  private static let promising = Set(
    [
      "agree", "promise", "pledge", "sign", "offer", "announce", "undertake", "commit", "assure", "vow", "guarantee",
      "agreement", "deal", "contract", "plan", "decide", "decision", "commitment", "undertaking", "assurance",
      "proposal", "propose", "intend", "declaration", "protocol", "memorandum", "word", "paper", "document", "accord",
      "give", "need", "ready",
      "begin", "start", "end", "middle", "early", "mid", "late", "next", "will",
    ].map(Terms.number))
  /// A promise is told again in words rarer than this.
  private static let leastRarity = 0.25
  /// Rarer words than this, together, tell what is promised.
  private static let leastMass = 0.8
  /// The weight from which a word is a noun or name.
  private static let leastOfThings: UInt8 = 4

  /// Adds a commitment: to the promise that it tells again, else as a new one. Those that do not tell what is promised are passed over.
  mutating func add(_ commitment: CommitmentRow) {
    guard let making = making(commitment), rarity.mass(of: making.core) >= Self.leastMass else { return }
    var near: Set<Int> = []
    for word in making.sentence.words { near.formUnion(places[word] ?? []) }
    let best = near.sorted().compactMap { place in
      all[place].likeness(to: making, rarity).map { (place, $0) }
    }.max { ($0.1, -$0.0) < ($1.1, -$1.0) }
    let place = best?.0 ?? all.count
    if best == nil { all.append(PromiseDraft(making, of: actor)) } else { all[place].add(making) }
    for word in making.core.words
    where rarity.rarity(of: word) >= Self.leastRarity && places[word]?.last != place {
      places[word, default: []].append(place)
    }
  }

  private func making(_ commitment: CommitmentRow) -> PromiseDraft.Making? {
    guard let article = articles[commitment.articleNumber], article.sentences.indices.contains(commitment.sentence)
    else { return nil }
    let sentence = article.sentences[commitment.sentence].words
    func telling(_ words: Terms) -> Terms { words.filter { !Self.promising.contains($0) } }
    var core = telling(commitment.words)
    // What "agreed" alone tells is told by its sentence.
    if core.words.count < 2, core.words.count < commitment.words.words.count { core = core.union(telling(sentence)) }
    var context = TitleWords.terms(of: article, rarity)
    if core.words.count < 4, commitment.sentence > 0 {
      context = context.union(article.sentences[commitment.sentence - 1].words)
    }
    let own = core
    context = telling(context).filter { !own.contains($0) }.weighing(1)
    return PromiseDraft.Making(
      commitment: commitment, day: article.published, core: core,
      things: Terms(zip(core.words, core.weights).filter { $1 >= Self.leastOfThings }.map { ($0, $1) }),
      context: context, sentence: sentence)
  }
}

/// The words of a headline, which is not parsed: by whichever of its endings the texts know it.
enum TitleWords {
  private static let endings = ["", "s", "es", "ed", "d", "ing"]

  /// The words of an article's headline that sentences have, too.
  static func terms(of article: ToldArticle, _ rarity: WordRarity) -> Terms {
    guard let title = article.title else { return Terms() }
    let words = title.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.compactMap { word -> Terms.Word? in
      let lower = word.lowercased()
      let lemmas = endings.filter { lower.hasSuffix($0) && lower.count - $0.count > 2 }.map {
        Terms.number(of: String(lower.dropLast($0.count)))
      }
      return lemmas.filter { rarity.count(of: $0) > 0 }.max { rarity.count(of: $0) < rarity.count(of: $1) }
    }
    return Terms(words.map { ($0, 4) })
  }
}
