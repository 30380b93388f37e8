import Archive
import Chancery

/// What an article tells of what became of a promise.
struct PromiseEvidence {
  /// A sentence that tells of it.
  struct Telling {
    let sentence: Int
    let phase: Phase
    /// The phase of the clause that tells it.
    let clause: Phase
    let counts: [ContentWords.Count]
    /// How much of the promise's own words it has.
    let share: Double
    /// How rare the words are, together, that it shares with them.
    let common: Double
    var events: [ToldEvent]
    /// What speaks for it.
    var signs: TellingSigns
  }

  let article: ToldArticle
  /// How likely the article tells of the promise, as a logit.
  let score: Double
  /// Its sentences that do, in the order of the text.
  let tellings: [Telling]
}
