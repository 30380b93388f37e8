/// A web page: its article, with what the page says of it.
struct WebPage {
  /// The running text; empty where none was found.
  let text: String
  let metadata: PageMetadata

  /// What keeps a page from being read.
  enum Flaw: Error {
    /// Elements nested deeper than ``WebPage/depth``.
    case depth
    /// A tree that takes more memory than ``ArticleLimits`` allow.
    case memory
  }

  /// How deep elements may be nested. Gumbo's time grows with the square of the depth.
  static let depth = 4000

  /// Reads a page of UTF-8.
  init(_ html: [UInt8]) throws(Flaw) {
    let source = PageSource(html)
    guard source.depth <= Self.depth else { throw .depth }
    let page = PageTree.with(source.markup, limit: ArticleLimits.pageMemory) { tree in
      let metadata = PageMetadata(marks: PageMarks(tree: tree, savedFrom: source.savedFrom))
      let body = PageBody(
        tree: tree, blocks: tree.blocks(), title: metadata.title, witness: metadata.body.flatMap { BodyWitness($0) })
      let text = PageText.text(of: body.found())
      // A page that its scripts would fill has its text in JSON-LD alone.
      if let declared = metadata.body, declared.utf8.count > 4 * text.utf8.count { return (declared, metadata) }
      return (text, metadata)
    }
    guard let (text, metadata) = page else { throw .memory }
    self.text = text
    self.metadata = metadata
  }
}
