import CGumbo

/// Chooses, within the element that holds an article, the blocks that are its text.
struct PageSelection {
  let tree: PageTree
  let blocks: [PageBlock]
  let isForeign: [Bool]
  let title: String?

  func selected() -> [PageBlock] {
    var isKept = blocks.map { isText($0) }
    dropEnds(&isKept)
    dropHeadingsWithoutText(&isKept)
    return zip(blocks, isKept).filter(\.1).map(\.0)
  }

  private func tag(_ block: PageBlock) -> GumboTag { tree.nodes[block.element].tag }

  private func isHeading(_ block: PageBlock) -> Bool { PageTags.headings.contains(tag(block)) }

  private func isText(_ block: PageBlock) -> Bool {
    guard !isForeign[block.node] else { return false }
    if let title, block.words <= 40, block.text.count <= 600, PagePhrases.isSame(block.string, title) { return false }
    if PagePhrases.isFurniture(block) { return false }
    if block.isProse { return true }
    if isHeading(block) { return block.linkDensity < 0.5 && block.words <= 30 }
    switch tag(block) {
    case GUMBO_TAG_P, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE:
      return block.linkDensity < 0.5
    case GUMBO_TAG_LI, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_DD, GUMBO_TAG_DT:
      return block.linkDensity < 0.3
    default:
      return block.linkDensity < 0.2 && block.words >= 6
    }
  }

  /// Headings before the first running text are titles and summaries; short lines without a stop after the last are names
  /// of agencies and the like.
  private func dropEnds(_ isKept: inout [Bool]) {
    let isProse = blocks.indices.map { isKept[$0] && blocks[$0].isProse && !isHeading(blocks[$0]) }
    guard let first = isProse.firstIndex(of: true), let last = isProse.lastIndex(of: true) else { return }
    for i in 0..<first where isHeading(blocks[i]) { isKept[i] = false }
    for i in last + 1..<max(last + 1, blocks.count) where blocks[i].words <= 12 && blocks[i].marks == 0 {
      isKept[i] = false
    }
  }

  /// Headings stay where text follows before the next heading.
  private func dropHeadingsWithoutText(_ isKept: inout [Bool]) {
    var hasText = false
    for i in blocks.indices.reversed() where isKept[i] {
      if isHeading(blocks[i]) {
        if !hasText { isKept[i] = false }
        hasText = false
      } else {
        hasText = true
      }
    }
  }
}
