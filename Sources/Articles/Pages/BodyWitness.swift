/// The text of an article as a page's JSON-LD gives it: without paragraphs at times, cut at others, but a witness to which
/// blocks of the page are text.
struct BodyWitness {
  private let shingles: Set<UInt64>
  /// How many words it has.
  let words: Int

  /// The witness of a text; `nil` where it is too short to tell anything.
  init?(_ text: String) {
    let words = Self.words(of: Array(text.utf8))
    guard words.count >= 50 else { return nil }
    self.words = words.count
    shingles = Set(Self.shingles(of: words))
  }

  /// The part of its threes of words that blocks have, 0 to 1.
  func coverage(of blocks: [PageBlock]) -> Double {
    var found = Set<UInt64>()
    for block in blocks {
      for shingle in Self.shingles(of: Self.words(of: block.text)) where shingles.contains(shingle) {
        found.insert(shingle)
      }
    }
    return Double(found.count) / Double(max(1, shingles.count))
  }

  /// Blocks less those before the first and after the last that it knows.
  func trimmed(_ blocks: [PageBlock]) -> [PageBlock] {
    let isKnown = blocks.map { share(of: $0) ?? 0 > 0.5 }
    guard let first = isKnown.firstIndex(of: true), let last = isKnown.lastIndex(of: true) else { return blocks }
    return Array(blocks[first...last])
  }

  /// The part of a block's threes of words that the witness knows, 0 to 1; `nil` where the block has fewer than three words.
  func share(of block: PageBlock) -> Double? {
    let all = Self.shingles(of: Self.words(of: block.text))
    guard !all.isEmpty else { return nil }
    return Double(all.count(where: shingles.contains)) / Double(all.count)
  }

  /// Hashes of words, as runs of letters and digits in small letters.
  private static func words(of text: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    for byte in text {
      let letter: UInt8 =
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x61...0x7A, 0x30...0x39: byte
        case 0xC3...0xDF, 0xE3...0xF4: byte
        case 0x80...0xBF where hash != 0: byte
        default: 0
        }
      if letter == 0 {
        if hash != 0 { words.append(hash) }
        hash = 0
      } else {
        hash = Hash.fnv(CollectionOfOne(letter), seed: hash == 0 ? Hash.basis : hash)
      }
    }
    if hash != 0 { words.append(hash) }
    return words
  }

  private static func shingles(of words: [UInt64]) -> [UInt64] {
    guard words.count >= 3 else { return [] }
    return (0..<words.count - 2).map { i -> UInt64 in
      let two: UInt64 = words[i] &* 31 &+ words[i + 1]
      return two &* 31 &+ words[i + 2]
    }
  }
}
