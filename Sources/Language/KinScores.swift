import Foundation

/// How far what a word tells of belongs to each state or body that is named near it: "the deposed president" to Guinea-Bissau, "they" to
/// nobody named here.
///
/// Nouns and pronouns have scores, over the words that the encoder read together with them and that may name something.
public struct KinScores: Sendable, Equatable {
  private struct Row: Sendable, Equatable {
    var columns: Range<Int>
    var start: Int
  }

  private var rows: [Int: Row] = [:]
  /// The tokens that may name something, window by window.
  private var columns: [Int] = []
  /// For each row a logit for each of its columns, and one that none of them is it.
  private var values: [Float] = []

  /// No scores.
  public init() {}

  /// Adds the scores of a window's words.
  ///
  /// - Parameters:
  ///   - words: The words, as tokens.
  ///   - named: The tokens that may name what they belong to.
  ///   - logits: `[word × (named + 1)]`, the last for none.
  mutating func add(words: [Int], named: [Int], logits: UnsafePointer<Float>) {
    let range = columns.count..<(columns.count + named.count)
    columns += named
    let width = named.count + 1
    for (i, word) in words.enumerated() {
      rows[word] = Row(columns: range, start: values.count)
      values.append(contentsOf: UnsafeBufferPointer(start: logits + i * width, count: width))
    }
  }

  /// Adds all of another's scores, which are of other tokens.
  mutating func add(_ other: KinScores) {
    let (base, first) = (values.count, columns.count)
    rows.merge(
      other.rows.mapValues { row in
        Row(columns: (row.columns.lowerBound + first)..<(row.columns.upperBound + first), start: row.start + base)
      }
    ) { _, new in new }
    columns += other.columns
    values += other.values
  }

  /// The probability that what a word tells of belongs to what is named by each of some kinds of token; `nil` for a word without scores.
  ///
  /// - Parameters:
  ///   - word: The token.
  ///   - kind: The kind that a token names, `nil` for one that names nothing of interest.
  /// - Returns: Kinds in the order of their first token, each with the probability of all its tokens together; what is left belongs to none.
  public func shares<Kind: Equatable>(of word: Int, by kind: (Int) -> Kind?) -> [(kind: Kind, probability: Double)]? {
    guard let row = rows[word] else { return nil }
    var found: [(kind: Kind, probability: Double)] = []
    let none = values[row.start + row.columns.count]
    var total = 1.0
    for (i, column) in row.columns.enumerated() {
      guard columns[column] != word, let kind = kind(columns[column]) else { continue }
      let weight = Double(exp(min(values[row.start + i] - none, 60)))
      total += weight
      if let known = found.firstIndex(where: { $0.kind == kind }) {
        found[known].probability += weight
      } else {
        found.append((kind, weight))
      }
    }
    for i in found.indices { found[i].probability /= total }
    return found
  }
}
