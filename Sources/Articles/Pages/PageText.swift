import Foundation

/// Text from a fragment of HTML, as feeds and JSON-LD carry it.
enum PageText {
  /// The text, a paragraph a block, parted by blank lines; character references are read.
  static func plain(_ html: String) -> String {
    PageTree.with(Array(html.utf8), limit: ArticleLimits.pageMemory) { text(of: $0.blocks()) } ?? html
  }

  /// Blocks as running text, parted by blank lines.
  static func text(of blocks: [PageBlock]) -> String {
    blocks.map(\.string).joined(separator: "\n\n")
  }
}
