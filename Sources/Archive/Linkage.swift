/// Agglomerative clustering by average linkage over the pairs that are known.
///
/// Two clusters merge while the mean score over all pairs between them, `missing` for those that are not known, is above a
/// threshold; the best first, of equals the first in order. So nothing is chained: a report joins a happening only when it
/// fits its reports on the whole. The result depends on items, their order and scores alone.
struct Linkage {
  private struct Candidate {
    var score: Double
    var a: Int
    var b: Int

    /// Whether it comes before another.
    func precedes(_ other: Candidate) -> Bool {
      (-score, a, b) < (-other.score, other.a, other.b)
    }
  }

  private var members: [[Int]]
  private var groups: [Set<Int>]
  private var sums: [[Int: Double]]
  private var heap: [Candidate] = []
  private let missing: Double
  private let threshold: Double

  /// The clusters, each in ascending order, in the order of their first members.
  ///
  /// - Parameters:
  ///   - count: The number of items.
  ///   - scores: Pairs with their scores, each pair once, the lesser item first.
  ///   - exclusive: A group for each item; items of one group never come together. Empty for none.
  static func clusters(
    of count: Int, scores: [(a: Int, b: Int, score: Double)], exclusive: [Int] = [], missing: Double, threshold: Double
  ) -> [[Int]] {
    var linkage = Linkage(count, scores, exclusive, missing: missing, threshold: threshold)
    linkage.merge()
    return linkage.members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private init(
    _ count: Int, _ scores: [(a: Int, b: Int, score: Double)], _ exclusive: [Int], missing: Double, threshold: Double
  ) {
    self.missing = missing
    self.threshold = threshold
    members = (0..<count).map { [$0] }
    groups = exclusive.map { [$0] }
    sums = [[Int: Double]](repeating: [:], count: count)
    for (a, b, score) in scores {
      sums[a][b] = score - missing
      sums[b][a] = score - missing
    }
    for (a, b, _) in scores { propose(a, b) }
  }

  private func score(_ a: Int, _ b: Int) -> Double? {
    sums[a][b].map { $0 / Double(members[a].count * members[b].count) + missing }
  }

  private mutating func propose(_ a: Int, _ b: Int) {
    guard groups.isEmpty || groups[a].isDisjoint(with: groups[b]), let score = score(a, b), score > threshold else {
      return
    }
    push(Candidate(score: score, a: min(a, b), b: max(a, b)))
  }

  private mutating func merge() {
    while let next = pop() {
      let (a, b) = (next.a, next.b)
      // A candidate whose clusters have changed since is stale: another stands for them.
      guard !members[a].isEmpty, !members[b].isEmpty, score(a, b) == next.score,
        groups.isEmpty || groups[a].isDisjoint(with: groups[b])
      else { continue }
      members[a] += members[b]
      members[b] = []
      if !groups.isEmpty { groups[a].formUnion(groups[b]) }
      for (other, sum) in sums[b] where other != a {
        sums[a][other, default: 0] += sum
        sums[other][a] = sums[a][other]
        sums[other][b] = nil
      }
      sums[a][b] = nil
      sums[b] = [:]
      for other in sums[a].keys.sorted() { propose(a, other) }
    }
  }

  // MARK: A binary heap, the best candidate first

  private mutating func push(_ candidate: Candidate) {
    heap.append(candidate)
    var at = heap.count - 1
    while at > 0, heap[at].precedes(heap[(at - 1) / 2]) {
      heap.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  private mutating func pop() -> Candidate? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var at = 0
    while true {
      var best = at
      for child in [2 * at + 1, 2 * at + 2] where child < heap.count && heap[child].precedes(heap[best]) {
        best = child
      }
      guard best != at else { return first }
      heap.swapAt(at, best)
      at = best
    }
  }
}
