import Testing

@testable import Language

struct WordShapeTests {
  @Test(arguments: [
    ("word", WordShape.lower), ("Word", .initial), ("WORD", .upper), ("A", .initial), ("iPhone", .mixed),
    ("1998", .digits),
    ("G20", .digitsAndLetters), ("...", .punctuation), ("—", .punctuation), ("don't", .lower), ("U.S.", .upper),
    ("中国", .other), ("Élysée", .initial), ("3.5", .digits), ("€", .other), ("$", .punctuation),
  ])
  func seesCase(_ word: String, _ shape: WordShape) {
    var word = word
    #expect(word.withUTF8 { WordShape($0) } == shape)
  }
}
