import Testing

@testable import Articles

@Suite struct FingerprintTests {
  /// Sentences that differ from each other.
  private func sentences(_ range: Range<Int>) -> String {
    range.map {
      "Delegate \($0) of province \($0 * 7 % 101) asked minister \($0 * 13 % 97) about bridge \($0 * 31 % 89)."
    }
    .joined(separator: " ")
  }

  private func fingerprint(_ text: String) -> Fingerprint { Fingerprint(SourceText(text)) }

  @Test func sameWordsAreTheSameWhateverTheirSetting() {
    let text = sentences(0..<60)
    let other = text.uppercased().split(separator: " ").joined(separator: "\n\n").replacing(".", with: " — ")
    #expect(fingerprint(text).similarity(to: fingerprint(other)) == 1)
    #expect(fingerprint(text).values.count == Fingerprint.size)
  }

  @Test func estimatesComeNearTheTruth() {
    let whole = fingerprint(sentences(0..<100))
    let cut = fingerprint(sentences(0..<60))
    #expect(abs(whole.similarity(to: cut) - 0.6) < 0.12)
    #expect(cut.containment(in: whole) > 0.85)
    #expect(abs(whole.containment(in: cut) - 0.6) < 0.12)
    #expect(whole.similarity(to: cut) == cut.similarity(to: whole))
  }

  @Test func otherTextsAreFar() {
    #expect(
      fingerprint(sentences(0..<60)).similarity(
        to: fingerprint(sentences(0..<60).split(separator: " ").reversed().joined(separator: " "))) < 0.05)
  }

  @Test func shortAndEmptyTexts() {
    #expect(fingerprint("Talks ended").similarity(to: fingerprint("talks ended!")) == 1)
    #expect(fingerprint("").similarity(to: fingerprint("")) == 0)
    #expect(fingerprint("").containment(in: fingerprint("Talks ended")) == 0)
  }
}
