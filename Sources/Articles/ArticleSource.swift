/// Articles, one after another, or what holds them.
protocol ArticleSource: AnyObject {
  /// The next article, or a source of articles to be read before what follows here; `nil` at the end.
  ///
  /// An error costs what it is about; the source goes on after it, and ends at some time.
  func next() throws(ArticleProblem) -> ArticleStep?
}

/// What an ``ArticleSource`` comes upon.
enum ArticleStep {
  case article(Article, warnings: [ArticleProblem])
  case source(any ArticleSource)
}

/// How articles are taken in, whatever they lie in.
struct Intake {
  /// The format of the files; `nil` where each tells its own.
  let format: ArticleFormat?
  /// The date of publication of articles that bring none.
  let published: CalendarDate?
  /// The names given to articles so far.
  let names = ArticleNames()
  /// How many archives lie around what is read.
  var depth = 0
}

/// Names for articles that are unique within a reading.
final class ArticleNames {
  /// Hashes of the names, FNV-1a: eight bytes a name, however long it is.
  private var given: Set<UInt64> = []

  /// The name itself where it is new, else with the first number from `~2` on that makes it so.
  func unique(_ name: String) -> String {
    if given.insert(Hash.fnv(name.utf8)).inserted { return name }
    var number = 2
    while !given.insert(Hash.fnv("\(name)~\(number)".utf8)).inserted { number += 1 }
    return "\(name)~\(number)"
  }
}

/// Hashes that are the same in every run.
enum Hash {
  /// FNV-1a, 64 bits.
  static func fnv(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
