/// Finds the best tree over a sentence's words.
enum TreeDecoder {
  /// The tree with the greatest sum of scores that has one root: for each word its head's number, -1 at the root.
  ///
  /// - Parameters:
  ///   - arcs: `[dependent × head]`, row by row; the diagonal does not count.
  ///   - roots: each word's score as root.
  ///
  /// Quadratic where the best heads make a tree already, cubic at worst (Chu, Liu and Edmonds).
  static func heads(arcs: UnsafeBufferPointer<Float>, roots: UnsafeBufferPointer<Float>) -> [Int] {
    let n = roots.count
    guard n > 1 else { return n == 1 ? [-1] : [] }
    let best = bestHeads(arcs, roots)
    if isTree(best) { return best }
    // Every root costs more than all other arcs could gain, so that there is one.
    var low = Float.infinity
    var high = -Float.infinity
    for score in arcs where score.isFinite {
      low = min(low, score)
      high = max(high, score)
    }
    for score in roots where score.isFinite {
      low = min(low, score)
      high = max(high, score)
    }
    let penalty = low <= high ? Double(high - low) * Double(n) + 1 : 1
    let size = n + 1
    var scores = [Double](repeating: 0, count: size * size)
    for d in 0..<n {
      scores[(d + 1) * size] = finite(roots[d]) - penalty
      for h in 0..<n { scores[(d + 1) * size + h + 1] = finite(arcs[d * n + h]) }
    }
    return tree(scores, size).dropFirst().map { $0 - 1 }
  }

  /// Each word's best head, whatever the others'.
  private static func bestHeads(_ arcs: UnsafeBufferPointer<Float>, _ roots: UnsafeBufferPointer<Float>) -> [Int] {
    let n = roots.count
    return [Int](unsafeUninitializedCapacity: n) { heads, count in
      for d in 0..<n {
        var best = -1
        var most = finite(roots[d])
        for h in 0..<n where h != d {
          let score = finite(arcs[d * n + h])
          if score > most {
            most = score
            best = h
          }
        }
        heads[d] = best
      }
      count = n
    }
  }

  /// Whether heads have one root, to which all lead.
  private static func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 < 0 }) == 1 else { return false }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: heads.count) { seen in
      seen.initialize(repeating: -1)
      for start in heads.indices {
        var node = start
        while node >= 0, seen[node] < 0 {
          seen[node] = Int32(start)
          node = heads[node]
        }
        if node >= 0, seen[node] == Int32(start) { return false }
      }
      return true
    }
  }

  private static func finite(_ score: Float) -> Double { score.isFinite ? Double(score) : -1e6 }

  /// The best heads of nodes 1 ..< size with 0 as root.
  private static func tree(_ scores: [Double], _ size: Int) -> [Int] {
    var heads = [Int](repeating: -1, count: size)
    for d in 1..<size {
      var best = 0
      for h in 1..<size where h != d && scores[d * size + h] > scores[d * size + best] { best = h }
      heads[d] = best
    }
    guard let cycle = cycle(heads) else { return heads }
    // The cycle becomes one node, the last of a smaller graph.
    var inside = [Bool](repeating: false, count: size)
    for node in cycle { inside[node] = true }
    let outside = (0..<size).filter { !inside[$0] }
    let smaller = outside.count + 1
    let whole = outside.count
    var reduced = [Double](repeating: 0, count: smaller * smaller)
    var leaving = [Int](repeating: 0, count: whole)  // the cycle's node that an outer node would hang on
    var entering = [Int](repeating: 0, count: whole)  // the cycle's node that would hang on an outer node
    for (i, a) in outside.enumerated() {
      for (j, b) in outside.enumerated() { reduced[i * smaller + j] = scores[a * size + b] }
      var best = -Double.infinity
      for node in cycle where scores[a * size + node] > best {
        best = scores[a * size + node]
        leaving[i] = node
      }
      reduced[i * smaller + whole] = best
      best = -Double.infinity
      for node in cycle {
        let gain = scores[node * size + a] - scores[node * size + heads[node]]
        if gain > best {
          best = gain
          entering[i] = node
        }
      }
      reduced[whole * smaller + i] = best
    }
    let solved = tree(reduced, smaller)
    for (i, a) in outside.enumerated() where i > 0 { heads[a] = solved[i] == whole ? leaving[i] : outside[solved[i]] }
    let above = solved[whole]
    heads[entering[above]] = outside[above]
    return heads
  }

  /// The nodes of a cycle among heads, where there is one.
  private static func cycle(_ heads: [Int]) -> [Int]? {
    var state = [Int](repeating: 0, count: heads.count)
    for start in heads.indices.dropFirst() where state[start] == 0 {
      var node = start
      while node > 0, state[node] == 0 {
        state[node] = start
        node = heads[node]
      }
      if node > 0, state[node] == start {
        var cycle = [node]
        var next = heads[node]
        while next != node {
          cycle.append(next)
          next = heads[next]
        }
        return cycle
      }
    }
    return nil
  }
}
