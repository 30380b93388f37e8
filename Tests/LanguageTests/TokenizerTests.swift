import Articles
import ChanceryTestSupport
import Testing

@testable import Language

struct TokenizerTests {
  private func words(_ string: String) -> [String] {
    let text = SourceText(string)
    return Tokenizer.tokens(of: text).map { text[$0.span] }
  }

  @Test(arguments: [
    ("Beijing denied it.", "Beijing denied it ."),
    ("They don't, can't and won't.", "They do n't , ca n't and wo n't ."),
    ("It’s John's; I'm not", "It ’s John 's ; I 'm not"),
    ("cannot gonna wanna", "can not gon na wan na"),
    ("wouldn't've", "would n't 've"),
    ("the states' troops", "the states ' troops"),
    ("'the states' he said", "' the states ' he said"),
    ("a pro-Russian, anti-ship, U.S.-led force", "a pro-Russian , anti-ship , U.S. - led force"),
    ("a well-known 24-hour non-profit", "a well - known 24 - hour non-profit"),
    ("Mr. Xi met Gen. Lee at 5 p.m. in the U.S. on Jan. 3.", "Mr. Xi met Gen. Lee at 5 p.m. in the U.S. on Jan. 3 ."),
    ("George W. Bush and J. Smith", "George W. Bush and J. Smith"),
    ("vitamin C. The", "vitamin C . The"),
    ("No. 5, she said. No. They", "No. 5 , she said . No . They"),
    ("3,500.75 at 10:30, on 9/11, 2-1, 1939-1945", "3,500.75 at 10:30 , on 9/11 , 2 - 1 , 1939 - 1945"),
    ("$5m, US$3bn, 5%, 10km, 20th, 1990s, '90s", "$ 5 m , US$ 3 bn , 5 % , 10 km , 20th , 1990s , '90s"),
    ("713-853-3989", "713-853-3989"),
    ("wait... what?! No!!! so – or—yes--no", "wait ... what ?! No !!! so – or — yes -- no"),
    ("see http://www.un.org/a(b), or mail a.b@c-d.org.", "see http://www.un.org/a(b) , or mail a.b@c-d.org ."),
    ("example.com and file.pdf, end.The", "example.com and file.pdf , end . The"),
    ("@kremlin #news AT&T R&D and/or AC/DC s/he", "@kremlin #news AT&T R&D and / or AC / DC s/he"),
    ("(\"Go,\" he said.)", "( \" Go , \" he said . )"),
    ("O'Brien and Qur'an, d’Orsay", "O'Brien and Qur'an , d’Orsay"),
    ("Great :) 🇺🇸👩‍🚀👍🏽!", "Great :) 🇺🇸 👩‍🚀 👍🏽 !"),
    ("75°F ½ naïve e\u{301}tat Пекин", "75 ° F ½ naïve e\u{301}tat Пекин"),
    ("", ""), (" \n\t ", ""),
  ])
  func cuts(_ text: String, _ expected: String) {
    #expect(words(text).joined(separator: " ") == expected)
  }

  @Test func offsetsAreExact() {
    let text = SourceText("“Naïve,” said O’Neill: can’t.")
    let tokens = Tokenizer.tokens(of: text)
    #expect(tokens.map(\.span.start) == [0, 3, 9, 10, 14, 19, 28, 30, 32, 37])
    #expect(tokens.map(\.span.end) == [3, 9, 10, 13, 18, 28, 29, 32, 37, 38])
    #expect(tokens[7].multiword == Span(30, 37) && tokens[8].multiword == Span(30, 37) && tokens[6].multiword == nil)
    #expect(tokens.map(\.spaceAfter) == [false, false, false, true, true, false, true, false, false, true])
  }

  /// Whatever the text, words follow one another, white space alone lies between them, and windows cover them.
  @Test func losesNothing() {
    let parts = [
      "a", "Z", "9", ".", ",", "'", "’", "‘", "“", "\"", "-", "--", "/", "@", "#", "$", "%", "&", "*", "(", ")", " ",
      "  ", "\n",
      "\n\n", "\r\n", "\t", "é", "e\u{301}", "ß", "中", "🇺", "🇸", "👩", "\u{200D}", "\u{FE0F}", "👍", "🏽", "\u{200B}",
      "\u{FEFF}",
      "\u{0}", "\u{7F}", "\u{A0}", "\u{2028}", "…", "n't", "can", "not", "U.S.", "Mr.", "http://", "www.", "a@b",
      ".com", "1,0",
      "12-34", ":)", ">:(", "''", "``", "cannot", "im", "\u{301}", "ﷺ", "١٢", "½", "_", "____", "+1", "don’t", "s'",
    ]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let string = (0..<Int.random(in: 1...24, using: &random)).compactMap { _ in parts.randomElement(using: &random) }
        .joined()
      let text = SourceText(string)
      let tokens = Tokenizer.tokens(of: text)
      var end = 0
      for token in tokens {
        #expect(token.span.start >= end && token.span.count > 0, "\(string.debugDescription)")
        #expect(isWhite(text[Span(end, token.span.start)]), "\(string.debugDescription)")
        let word = text[token.span]
        #expect(!word.contains("\u{FFFD}") && Array(word.utf8) == Array(text.utf8[token.span.start..<token.span.end]))
        if let multiword = token.multiword { #expect(multiword.contains(token.span)) }
        end = token.span.end
      }
      #expect(isWhite(text[Span(end, text.utf8.count)]), "\(string.debugDescription)")
      let sentences = SentenceSplitter.sentences(text, tokens)
      #expect(sentences.flatMap { Array($0) } == Array(tokens.indices))
    }
  }

  private func isWhite(_ string: String) -> Bool {
    string.unicodeScalars.allSatisfy { $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value) }
  }

  @Test(arguments: [".", "a.", "'", "-", "1-", "a@", "http://)", "&a", "x/", "é'", ":", "…"])
  func staysLinear(_ part: String) {
    let text = SourceText(String(repeating: part, count: 200_000))
    let clock = ContinuousClock()
    #expect(clock.measure { _ = Tokenizer.words(of: text) } < .seconds(5))
  }
}
