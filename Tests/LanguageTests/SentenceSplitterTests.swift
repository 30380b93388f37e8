import Articles
import Testing

@testable import Language

struct SentenceSplitterTests {
  private func sentences(_ string: String) -> [String] {
    let text = SourceText(string)
    let tokens = Tokenizer.tokens(of: text)
    return SentenceSplitter.sentences(text, tokens).map { range in
      text[tokens[range.lowerBound].span.union(tokens[range.upperBound - 1].span)]
    }
  }

  @Test func endsAtPunctuationBeforeCapitals() {
    #expect(
      sentences("He left. She stayed! Why? Nobody knows.") == ["He left.", "She stayed!", "Why?", "Nobody knows."])
  }

  @Test func keepsAbbreviationsAndNumbersWhole() {
    #expect(sentences("Mr. Xi met Gen. Lee at No. 10. It cost 3.5 million.").count == 2)
    #expect(sentences("George W. Bush spoke. J. Smith did not.").count == 2)
  }

  @Test func closingQuotesBelongToTheSentence() {
    #expect(sentences("“We won.” He smiled. \"Go!\" she said.") == ["“We won.”", "He smiled.", "\"Go!\" she said."])
  }

  @Test func emptyLinesAlwaysPart() {
    #expect(sentences("A headline\n\nthe text goes on\n \nand on") == ["A headline", "the text goes on", "and on"])
  }

  @Test func wrappedLinesDoNotPart() {
    let long = "The ministers of both countries said after long talks in Geneva that\nthey would meet again."
    #expect(sentences(long).count == 1)
    #expect(sentences("First item\nSecond item\nThird").count == 3)
  }

  @Test func marksThatOpenALineStayWithIt() {
    #expect(
      sentences("Three points:\n• an exchange of prisoners\n• a corridor for aid\n1. Talks begin. Then they end.")
        == ["Three points:", "• an exchange of prisoners", "• a corridor for aid", "1. Talks begin.", "Then they end."])
    let text = SourceText("Q: Did you order it?\nKYIV (Reuters) - The talks ended. No - 3 of them did.")
    let tokens = Tokenizer.tokens(of: text)
    let boundaries = SentenceSplitter.boundaries(text, tokens)
    func boundary(_ word: String) -> SentenceSplitter.Boundary? {
      tokens.firstIndex { text[$0.span] == word }.map { boundaries[$0] }
    }
    #expect(boundary("Did") == .within && boundary("The") == .within)
    #expect(boundary("No") == .sure && boundary("KYIV") != .within && boundary("3") != .within)
  }

  @Test func windowsAreBounded() {
    let boundaries = [SentenceSplitter.Boundary](repeating: .none, count: 1000)
    let windows = Windows.cut(boundaries, pieces: Array(repeating: 1, count: 1000))
    #expect(windows.map(\.count) == [250, 250, 250, 250])
    #expect(Windows.cut(boundaries, pieces: Array(repeating: 12, count: 1000)).allSatisfy { $0.count <= 42 })
    var some = boundaries
    for i in stride(from: 30, to: 1000, by: 30) { some[i] = .sure }
    some[90] = .paragraph
    let cut = Windows.cut(some, pieces: Array(repeating: 1, count: 1000))
    #expect(cut.first == 0..<90 && cut[1] == 90..<210)
    #expect(cut.flatMap { Array($0) } == Array(0..<1000))
  }

  @Test func longGivenSentencesTakeSeveralWindows() {
    let windows = Windows.cut(sentences: [0..<10, 10..<700, 700..<720], pieces: Array(repeating: 1, count: 720))
    #expect(windows.flatMap { Array($0) } == Array(0..<720))
    #expect(windows.allSatisfy { $0.count <= 250 } && windows.contains { $0.lowerBound == 10 })
  }
}
