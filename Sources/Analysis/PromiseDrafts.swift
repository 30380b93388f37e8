import Archive
import Chancery

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
  static let leastRarity = 0.25
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
