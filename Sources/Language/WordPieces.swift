import Foundation

/// BERT's uncased word pieces, as training cut them.
struct WordPieces: Sendable {
  /// The marks at the two ends of a window.
  let first: Int32
  let last: Int32
  private let unknown: Int32
  private let most: Int
  private let longest: Int
  /// An open hash table: digests of pieces and their numbers, -1 where nothing is.
  private let digests: [UInt64]
  private let ids: [Int32]

  /// Takes a vocabulary, a piece a line; `nil` where it lacks the special pieces or has not the expected size.
  init?(vocabulary: [UInt8], count: Int, most: Int) {
    self.most = most
    var size = 1
    while size < 3 * count { size *= 2 }
    var digests = [UInt64](repeating: 0, count: size)
    var ids = [Int32](repeating: -1, count: size)
    var special: [String: Int32] = [:]
    var number: Int32 = 0
    var longest = 1
    var lines = vocabulary.split(separator: 10, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      if line.first == UInt8(ascii: "["), line.count <= 6 { special[String(decoding: line, as: UTF8.self)] = number }
      let inner = line.count > 2 && line.starts(with: [35, 35])
      let bytes = inner ? line.dropFirst(2) : line
      longest = max(longest, bytes.count)
      var digest = inner ? Self.innerSeed : Self.seed
      for byte in bytes { digest = Self.mix(digest, byte) }
      let final = Self.finish(digest)
      var at = Int(truncatingIfNeeded: final) & (size - 1)
      while ids[at] >= 0 { at = (at + 1) & (size - 1) }
      digests[at] = final
      ids[at] = number
      number += 1
    }
    guard Int(number) == count, let first = special["[CLS]"], let last = special["[SEP]"],
      let unknown = special["[UNK]"]
    else { return nil }
    (self.first, self.last, self.unknown) = (first, last, unknown)
    (self.digests, self.ids, self.longest) = (digests, ids, longest)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let innerSeed: UInt64 = 0x8422_2325_CBF2_9CE4

  @inline(__always)
  private static func mix(_ digest: UInt64, _ byte: UInt8) -> UInt64 { (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }

  @inline(__always)
  private static func finish(_ digest: UInt64) -> UInt64 {
    let turned = (digest ^ digest >> 32) &* 0x9E37_79B9_7F4A_7C15
    return turned ^ turned >> 29
  }

  private func find(_ digest: UInt64) -> Int32 {
    let final = Self.finish(digest)
    var at = Int(truncatingIfNeeded: final) & (digests.count - 1)
    while ids[at] >= 0 {
      if digests[at] == final { return ids[at] }
      at = (at + 1) & (digests.count - 1)
    }
    return -1
  }

  /// Appends the pieces of a word, one at the least. Linear in the word's length.
  func append(_ word: UnsafeBufferPointer<UInt8>, to out: inout [Int32], scratch: inout [UInt8]) {
    let before = out.count
    scratch.removeAll(keepingCapacity: true)
    // The plain form, with a space around whatever stands alone.
    if word.allSatisfy({ $0 < 0x80 }) {
      for byte in word {
        switch byte {
        case 65...90: scratch.append(byte | 0x20)
        case 48...57, 97...122: scratch.append(byte)
        case 0..<32, 127: break
        case 32: scratch.append(32)
        default:
          scratch.append(32)
          scratch.append(byte)
          scratch.append(32)
        }
      }
    } else {
      let plain = String(decoding: word, as: UTF8.self).lowercased().decomposedStringWithCanonicalMapping
      for scalar in plain.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .control, .format: continue
        default: break
        }
        if scalar.properties.isWhitespace {
          scratch.append(32)
        } else if Self.isPunctuation(scalar) || Self.isIdeograph(scalar) {
          scratch.append(32)
          scratch.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
          scratch.append(32)
        } else {
          scratch.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        }
      }
    }
    var at = 0
    while at < scratch.count, out.count - before < most {
      if scratch[at] == 32 {
        at += 1
        continue
      }
      var end = at
      while end < scratch.count, scratch[end] != 32 { end += 1 }
      part(scratch, at, end, to: &out)
      at = end
    }
    if out.count - before > most { out.removeLast(out.count - before - most) }
    if out.count == before { out.append(unknown) }
  }

  /// Appends the pieces of what has neither space nor punctuation: always the longest that fits.
  private func part(_ bytes: [UInt8], _ start: Int, _ end: Int, to out: inout [Int32]) {
    let before = out.count
    var at = start
    while at < end {
      var digest = at == start ? Self.seed : Self.innerSeed
      var best: Int32 = -1
      var bestEnd = at
      for i in at..<min(end, at + longest) {
        digest = Self.mix(digest, bytes[i])
        if i + 1 < end, bytes[i + 1] & 0xC0 == 0x80 { continue }
        let id = find(digest)
        if id >= 0 {
          best = id
          bestEnd = i + 1
        }
      }
      guard best >= 0 else {
        out.removeLast(out.count - before)
        out.append(unknown)
        return
      }
      out.append(best)
      at = bestEnd
    }
  }

  /// Whether a character is punctuation: all of ASCII's symbols are.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case 0..<128: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
    default: false
    }
  }
}
