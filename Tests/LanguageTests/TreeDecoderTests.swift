import ChanceryTestSupport
import Testing

@testable import Language

struct TreeDecoderTests {
  /// The best of all trees, found by trying them.
  private func best(_ arcs: [Float], _ roots: [Float]) -> Float {
    let n = roots.count
    var heads = [Int](repeating: -1, count: n)
    var most = -Float.infinity
    func isTree() -> Bool {
      guard heads.filter({ $0 < 0 }).count == 1 else { return false }
      return heads.indices.allSatisfy { start in
        var node = start
        for _ in 0...n {
          if heads[node] < 0 { return true }
          node = heads[node]
        }
        return false
      }
    }
    func fill(_ i: Int) {
      if i == n {
        if isTree() { most = max(most, score(heads, arcs, roots)) }
        return
      }
      for head in -1..<n where head != i {
        heads[i] = head
        fill(i + 1)
      }
    }
    fill(0)
    return most
  }

  private func score(_ heads: [Int], _ arcs: [Float], _ roots: [Float]) -> Float {
    heads.enumerated().reduce(0) {
      $0 + ($1.element < 0 ? roots[$1.offset] : arcs[$1.offset * heads.count + $1.element])
    }
  }

  private func decode(_ arcs: [Float], _ roots: [Float]) -> [Int] {
    arcs.withUnsafeBufferPointer { arcs in
      roots.withUnsafeBufferPointer { TreeDecoder.heads(arcs: arcs, roots: $0) }
    }
  }

  @Test func findsTheBestTree() {
    var random = SeededGenerator(seed: 3)
    for round in 0..<300 {
      let n = 1 + round % 6
      let arcs = (0..<(n * n)).map { _ in Float.random(in: -5...5, using: &random) }
      let roots = (0..<n).map { _ in Float.random(in: -5...5, using: &random) }
      let heads = decode(arcs, roots)
      #expect(heads.filter { $0 < 0 }.count == 1)
      #expect(abs(score(heads, arcs, roots) - best(arcs, roots)) < 1e-3, "round \(round)")
    }
  }

  @Test func survivesScoresThatAreNone() {
    #expect(decode([], []).isEmpty)
    let heads = decode([Float](repeating: .nan, count: 9), [.nan, -.infinity, .infinity])
    #expect(heads.count == 3 && heads.filter { $0 < 0 }.count == 1)
  }
}
