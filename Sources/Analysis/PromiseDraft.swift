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
    let best = made.filter { Self.mayBeOfOne(making, $0) }.map { Self.likeness(making, $0, rarity) }.max() ?? 0
    if best >= Self.sameLikeness { return best }
    return made.contains { Self.takesUp(making, $0, rarity) } ? Self.sameLikeness : nil
  }

  /// Whether what either is to give or do is among the other's words: "a company to plan the station" is not "the station".
  private static func mayBeOfOne(_ a: Making, _ b: Making) -> Bool {
    let (x, y) = (a.commitment.object, b.commitment.object)
    return x == y || x == 0 || y == 0 || b.sentence.contains(x) && a.sentence.contains(y)
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
