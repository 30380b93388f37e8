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
  /// What articles are called that bring no name.
  let naming: ArticleNaming
  /// The address of the document that is read, where it was fetched.
  var address: String?
  /// The names given to articles so far.
  let names = ArticleNames()
  /// How many archives lie around what is read.
  var depth = 0

  init(
    format: ArticleFormat? = nil, published: CalendarDate? = nil, naming: ArticleNaming = .file, address: String? = nil
  ) {
    self.format = format
    self.published = published
    self.naming = naming
    self.address = address
  }
}
