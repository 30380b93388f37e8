/// What an uncased vocabulary cannot see of a word: the numbers are those of training.
enum WordShape: Int32 {
  case other
  case lower
  case initial
  case upper
  case mixed
  case digits
  case digitsAndLetters
  case punctuation

  /// Whether it begins or is written with capitals, as names are.
  var isCapitalised: Bool { self == .initial || self == .upper || self == .mixed }

  /// The number of shapes.
  static let count = 8

  /// The shape of a word.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    var seen = Seen()
    for byte in word {
      guard byte < 0x80 else {
        var careful = Seen()
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars { careful.take(scalar) }
        self = careful.shape
        return
      }
      seen.take(ascii: byte)
    }
    self = seen.shape
  }

  /// Counts of kinds of characters.
  private struct Seen {
    var count = 0
    var marks = 0
    var digits = 0
    var letters = 0
    var upper = 0
    var lower = 0
    var firstUpper = false

    mutating func take(ascii byte: UInt8) {
      switch byte {
      case 48...57: digits += 1
      case 65...90:
        letters += 1
        upper += 1
        if count == 0 { firstUpper = true }
      case 97...122:
        letters += 1
        lower += 1
      case 33...126: marks += 1
      default: break
      }
      count += 1
    }

    mutating func take(_ scalar: Unicode.Scalar) {
      if scalar.isASCII { return take(ascii: UInt8(scalar.value)) }
      let properties = scalar.properties
      if WordPieces.isPunctuation(scalar) {
        marks += 1
      } else {
        if properties.numericType == .decimal || properties.numericType == .digit { digits += 1 }
        if properties.isAlphabetic { letters += 1 }
        if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
          upper += 1
          if count == 0 { firstUpper = true }
        } else if properties.isLowercase {
          lower += 1
        }
      }
      count += 1
    }

    var shape: WordShape {
      if marks == count { return .punctuation }
      if digits > 0 { return letters > 0 ? .digitsAndLetters : .digits }
      if lower > 0, upper == 0 { return .lower }
      if upper > 0, lower == 0 { return count > 1 ? .upper : .initial }
      if firstUpper, upper == 1, lower > 0 { return .initial }
      return upper > 0 ? .mixed : .other
    }
  }
}
