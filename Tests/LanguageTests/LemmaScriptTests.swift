import Testing

@testable import Language

struct LemmaScriptTests {
  @Test(arguments: [
    ("K0", "Xi", "Xi"), ("L0", "The", "the"), ("L3y", "Countries", "country"), ("K2", "is", "is"), ("K2be", "is", "be"),
    ("K9be", "am", "be"), ("L1", "États", "état"), ("K3ot", "n't", "ot"),
  ])
  func makesLemmas(_ script: String, _ form: String, _ lemma: String) throws {
    #expect(try #require(LemmaScript(script)).apply(form) == lemma)
  }

  @Test(arguments: ["", "K", "x1", "Kx"])
  func refusesOtherText(_ script: String) {
    #expect(LemmaScript(script) == nil)
  }
}
