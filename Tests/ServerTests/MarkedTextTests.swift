import Testing

@testable import ChanceryTestSupport
@testable import Server

@Suite struct MarkedTextTests {
  private func mark(_ kind: TextMark.Kind, _ range: Range<Int>, _ id: String) -> TextMark {
    TextMark(kind: kind, start: range.lowerBound, end: range.upperBound, id: id, style: "\(kind)")
  }

  private func pieces(_ text: MarkedText) -> [Slots] {
    text.paragraphs.flatMap { $0["pieces"] as? [Slots] ?? [] }
  }

  private func text(_ marked: MarkedText) -> String {
    pieces(marked).compactMap { $0["text"] as? String }.joined()
  }

  @Test func marksNestAndOverlap() {
    let marked = MarkedText(
      "Ankara praised Athens warmly",
      [mark(.statement, 7..<28, "s1"), mark(.event, 7..<14, "e1"), mark(.cast, 10..<21, "a1")])
    let shown = pieces(marked).map { "\($0["text"] ?? "")|\($0["names"] ?? "")|\($0["link"] as? String ?? "")" }
    #expect(
      shown == [
        "Ankara ||", "pra|s1 e1|e1", "ised|s1 e1 a1|e1", " Athens|s1 a1|a1", " warmly|s1|",
      ])
  }

  @Test func offsetsCountCodePoints() {
    let marked = MarkedText("👩‍👩‍👧 é says", [mark(.event, 8..<12, "e1")])
    #expect(pieces(marked).last?["text"] as? String == "says")
  }

  @Test func aPlaceIsLedToOnce() {
    let marked = MarkedText("he and he", [mark(.cast, 0..<2, "a1"), mark(.cast, 7..<9, "a1")])
    #expect(pieces(marked).map { $0["ownAnchor"] as? Bool ?? false } == [true, false, false])
  }

  @Test func blankLinesPartParagraphsAndMarksGoOn() {
    let marked = MarkedText("one\n\ntwo\nthree", [mark(.statement, 0..<14, "s1")])
    #expect(marked.paragraphs.count == 2)
    #expect(pieces(marked).compactMap { $0["text"] as? String } == ["one", "two\nthree"])
  }

  @Test func whateverIsMarkedTheTextStays() {
    var generator = SeededGenerator(seed: 11)
    let alphabet = Array("ab é\u{301}👩‍👧<")
    for _ in 0..<300 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator) })
      let marks = (0..<Int.random(in: 0...12, using: &generator)).map { number in
        let start = Int.random(in: -3...60, using: &generator)
        return TextMark(
          kind: [.cast, .event, .statement, .cue, .figure].randomElement(using: &generator) ?? .cast, start: start,
          end: start + Int.random(in: -2...30, using: &generator), id: "m\(number)", style: "x")
      }
      #expect(self.text(MarkedText(text, marks)) == text)
    }
  }
}
