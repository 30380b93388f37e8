/// What a text is recognised by when it comes again with small changes: wire copies, updates, shortened reprints.
///
/// The smallest hash values of a text's runs of four words: a bottom-k sketch (A. Z. Broder, "On the resemblance and
/// containment of documents", 1997). Of two texts, the smallest values of both together are a random sample of all their
/// runs, so that the part of it that both have estimates the part of all runs that both have. The standard error is at most
/// 4.5 points of 100. Case and punctuation count for nothing.
public struct Fingerprint: Sendable, Hashable {
  /// How many values are kept: 128, half a kilobyte.
  public static let size = 128
  /// How many words a run has.
  public static let runLength = 4

  /// The smallest hash values, ascending, each once. Two texts that resemble each other by half share one of the first
  /// eight with 99 of 100 chances: a store finds candidates by them.
  public let values: [UInt32]
  /// How many different runs of words the text has.
  public let runs: Int

  /// The fingerprint of a text. Linear in its length.
  public init(_ text: SourceText) {
    let words = Self.words(of: text.utf8)
    var hashes: [UInt32] = []
    if words.count >= Self.runLength {
      hashes.reserveCapacity(words.count)
      for i in 0...(words.count - Self.runLength) {
        hashes.append(Self.mixed(words[i..<i + Self.runLength]))
      }
    } else if !words.isEmpty {
      hashes = [Self.mixed(words[...])]
    }
    hashes.sort()
    var different: [UInt32] = []
    for hash in hashes where hash != different.last { different.append(hash) }
    runs = different.count
    values = Array(different.prefix(Self.size))
  }

  /// A fingerprint that was kept.
  public init(values: [UInt32], runs: Int) {
    self.values = values
    self.runs = runs
  }

  /// The estimated part of the runs of either text that both have (Jaccard's coefficient), 0 to 1.
  public func similarity(to other: Fingerprint) -> Double {
    var i = 0
    var j = 0
    var both = 0
    var seen = 0
    let most = min(Self.size, max(values.count, other.values.count))
    while seen < most, i < values.count || j < other.values.count {
      if j == other.values.count || i < values.count && values[i] < other.values[j] {
        i += 1
      } else if i == values.count || other.values[j] < values[i] {
        j += 1
      } else {
        both += 1
        i += 1
        j += 1
      }
      seen += 1
    }
    return seen == 0 ? 0 : Double(both) / Double(seen)
  }

  /// The estimated part of this text's runs that the other has too, 0 to 1: near 1 where the other reprints it whole,
  /// whatever it adds.
  public func containment(in other: Fingerprint) -> Double {
    guard runs > 0 else { return 0 }
    let similarity = similarity(to: other)
    let shared = similarity * Double(runs + other.runs) / (1 + similarity)
    return min(1, shared / Double(runs))
  }

  /// Hashes of words: runs of letters and digits, ASCII in small letters.
  private static func words(of utf8: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var word: UInt64 = 0
    var isWithin = false
    for (i, byte) in utf8.enumerated() {
      let letter: UInt8? =
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x61...0x7A, 0x30...0x39: byte
        case 0xE2 where i + 1 < utf8.count && utf8[i + 1] == 0x80: nil  // dashes and quotation marks
        case 0x80...0xBF where !isWithin: nil
        case 0x80...: byte
        default: nil
        }
      if let letter {
        word = Hash.fnv(CollectionOfOne(letter), seed: isWithin ? word : Hash.basis)
        isWithin = true
      } else if isWithin {
        words.append(word)
        isWithin = false
      }
    }
    if isWithin { words.append(word) }
    return words
  }

  /// A hash of a run whose bits are all as good as random (the finaliser of MurmurHash3).
  private static func mixed(_ words: ArraySlice<UInt64>) -> UInt32 {
    var hash: UInt64 = 0
    for word in words { hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ word }
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 33
    return UInt32(truncatingIfNeeded: hash)
  }
}
