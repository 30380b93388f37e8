import Archive

/// An article's words, put together once for all promises.
struct ArticleWords {
  let article: ToldArticle
  /// Those of its headline.
  let title: Terms
  /// These, and those of all its sentences.
  let all: Terms

  init(_ article: ToldArticle, _ rarity: WordRarity) {
    self.article = article
    title = TitleWords.terms(of: article, rarity)
    var pairs = zip(title.words, title.weights).map { (word: $0, weight: $1) }
    for sentence in article.sentences {
      pairs.append(contentsOf: zip(sentence.words.words, sentence.words.weights).lazy.map { (word: $0, weight: $1) })
    }
    all = Terms(pairs)
  }
}

/// Finds the promises of which an article may tell: those with which it shares nouns and names that are rare enough.
struct PromiseIndex {
  private let rarity: WordRarity
  private var places: [Terms.Word: [Int]] = [:]

  init(_ drafts: [PromiseDraft], _ rarity: WordRarity) {
    self.rarity = rarity
    for (place, draft) in drafts.enumerated() {
      for word in Set(draft.made.flatMap { $0.things.words + $0.context.words })
      where rarity.rarity(of: word) >= PromiseDrafts.leastRarity {
        places[word, default: []].append(place)
      }
    }
  }

  /// The places of promises in their order.
  func candidates(for article: ArticleWords) -> [Int] {
    var common: [Int: Double] = [:]
    for word in article.all.words {
      guard let places = places[word] else { continue }
      let rarity = rarity.rarity(of: word)
      for place in places { common[place, default: 0] += rarity }
    }
    return common.filter { $0.value >= PromiseSettlement.leastCommon }.keys.sorted()
  }
}
