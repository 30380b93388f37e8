/// Text from a fragment of HTML, as feeds and JSON-LD carry it.
enum PageText {
  /// The text, a paragraph a block, parted by blank lines; character references are read. Captions, what is hidden and
  /// blocks that are not wanted are left out.
  static func plain(_ html: String, where isWanted: (PageBlock) -> Bool = { _ in true }) -> String {
    let source = PageSource(Array(html.utf8))
    guard source.depth <= WebPage.depth else { return "" }
    return PageTree.with(source.markup, limit: ArticleLimits.pageMemory) { tree in
      var isLeft = [Bool](repeating: false, count: tree.nodes.count)
      for (i, node) in tree.nodes.enumerated()
      where !isLeft[i] && !node.traits.isDisjoint(with: [.hidden, .caption, .share]) {
        for j in i..<Int(node.end) { isLeft[j] = true }
      }
      return text(of: tree.blocks().filter { !isLeft[$0.node] && isWanted($0) })
    } ?? ""
  }

  /// Blocks as running text, parted by blank lines.
  static func text(of blocks: [PageBlock]) -> String {
    blocks.map(\.string).joined(separator: "\n\n")
  }
}
