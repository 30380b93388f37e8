import CGumbo

/// Finds the running text of an article among the blocks of its page.
///
/// First the element that holds most of the page's prose, apart from what its names tell to be something else; then, within
/// it, the blocks that belong to the text.
struct PageBody {
  private let tree: PageTree
  private let blocks: [PageBlock]
  private let title: String?
  private let witness: BodyWitness?
  /// Bytes of prose before each node.
  private var prose: [Int] = []
  /// Whether each node lies in something that is not the article, by its names.
  private(set) var isForeign: [Bool] = []
  /// Bytes of prose before each node that is not foreign.
  private var kept: [Int] = []

  init(tree: PageTree, blocks: [PageBlock], title: String?, witness: BodyWitness?) {
    self.tree = tree
    self.blocks = blocks
    self.title = title
    self.witness = witness
    prose = sums { _ in true }
    isForeign = foreign()
    kept = sums { !isForeign[$0.node] }
  }

  /// The blocks of the article's text, in their order.
  ///
  /// Where JSON-LD gives the text too, what stands before and after it is left out; and where most of it is missing from
  /// what was found, the blocks that it knows are taken.
  func found() -> [PageBlock] {
    guard !blocks.isEmpty else { return [] }
    let container = chosen
    let range = container..<Int(tree.nodes[container].end)
    let selected = PageSelection(
      tree: tree, blocks: blocks.filter { range.contains($0.node) }, isForeign: isForeign, title: title
    ).selected()
    guard let witness else { return selected }
    let coverage = witness.coverage(of: selected)
    if coverage > 0.9, Double(witness.words) > 0.8 * Double(selected.reduce(0) { $0 + $1.words }) {
      return witness.trimmed(selected)
    }
    guard coverage < 0.5 else { return selected }
    let known = blocks.filter { witness.share(of: $0) ?? 0 > 0.7 }
    return witness.coverage(of: known) > 0.7 ? known : selected
  }

  private func sums(of isCounted: (PageBlock) -> Bool) -> [Int] {
    var sums = [Int](repeating: 0, count: tree.nodes.count + 1)
    for block in blocks where block.isProse && isCounted(block) {
      sums[block.node + 1] += block.text.count - block.linked
    }
    for i in 1..<sums.count { sums[i] += sums[i - 1] }
    return sums
  }

  private func amount(_ sums: [Int], in node: Int) -> Int { sums[Int(tree.nodes[node].end)] - sums[node] }

  /// What is foreign by name, unless it holds so much of the page's prose that the name must mean something else.
  private func foreign() -> [Bool] {
    var isForeign = [Bool](repeating: false, count: tree.nodes.count)
    var total = prose[tree.nodes.count]
    for i in tree.nodes.indices where tree.nodes[i].traits.contains(.comments) && !isForeign[i] {
      let amount = amount(prose, in: i)
      guard Double(amount) < 0.9 * Double(prose[tree.nodes.count]) else { continue }
      total -= amount
      for j in i..<Int(tree.nodes[i].end) { isForeign[j] = true }
    }
    for (i, node) in tree.nodes.enumerated() where !isForeign[i] && !node.isText {
      let traits = node.traits.intersection(.foreign).subtracting(.comments)
      guard !traits.isEmpty else { continue }
      if !node.traits.isDisjoint(with: [.declaredBody]) || node.tag == GUMBO_TAG_MAIN { continue }
      if Double(amount(prose, in: i)) >= 0.35 * Double(total), total > 0 { continue }
      for j in i..<Int(node.end) { isForeign[j] = true }
    }
    return isForeign
  }

  /// The element that holds the article's text.
  var chosen: Int {
    let total = kept[tree.nodes.count]
    guard total > 0 else { return 0 }
    if let declared = largest(where: { $0.traits.contains(.declaredBody) }),
      Double(declared.amount) > 0.1 * Double(total)
    {
      return declared.node
    }
    if let named = largest(where: { $0.traits.contains(.body) && $0.tag != GUMBO_TAG_P }),
      Double(named.amount) > 0.5 * Double(total)
    {
      return deepest(holding: 0.9, in: named.node)
    }
    if let article = largest(where: { $0.traits.contains(.article) }), Double(article.amount) > 0.5 * Double(total) {
      return deepest(holding: 0.9, in: article.node)
    }
    return deepest(holding: 0.75, in: 0)
  }

  /// The first of the elements of a kind that holds nearly as much prose as any of them.
  private func largest(where isOfKind: (PageTree.Node) -> Bool) -> (node: Int, amount: Int)? {
    var best: (node: Int, amount: Int)?
    for (i, node) in tree.nodes.enumerated() where !node.isText && !isForeign[i] && isOfKind(node) {
      let amount = amount(kept, in: i)
      if amount > 0, Double(amount) > 1.3 * Double(best?.amount ?? 0) { best = (i, amount) }
    }
    return best
  }

  /// The innermost element that holds such a part of an element's prose.
  private func deepest(holding part: Double, in start: Int) -> Int {
    let least = part * Double(amount(kept, in: start))
    guard least > 0 else { return start }
    var current = start
    search: while true {
      var child = current + 1
      let end = Int(tree.nodes[current].end)
      while child < end {
        if !tree.nodes[child].isText, Double(amount(kept, in: child)) >= least {
          // A paragraph is no container.
          if PageTags.headings.contains(tree.nodes[child].tag) || tree.nodes[child].tag == GUMBO_TAG_P {
            return current
          }
          current = child
          continue search
        }
        child = Int(tree.nodes[child].end)
      }
      return current
    }
  }
}
