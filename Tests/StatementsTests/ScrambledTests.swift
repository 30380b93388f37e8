import Actors
import Articles
import ChanceryTestSupport
import Language
import Statements
import Testing

/// Words, trees and attributions thrown together: nothing fails, nothing runs away.
@Suite struct ScrambledTests {
  private let forms = [
    "said", "told", "according", "to", "that", "Iran", "she", "claim", "“", "”", "\"", "'", "''", ",", ".", ":", "—",
    "TOKYO",
    "who", "reportedly", "calling", "it", "?", "é", "quoted", "as",
  ]
  private let parts = ["VERB", "NOUN", "PROPN", "PRON", "PUNCT", "ADV", "AUX", "ADJ", "ADP"]
  private let relations = [
    "ccomp", "nsubj", "obj", "parataxis", "xcomp", "advcl", "obl", "acl", "acl:relcl", "case", "mark", "punct", "conj",
    "aux:pass", "appos", "nmod:poss", "root",
  ]

  @Test(arguments: 0..<300) func readsAnything(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...80, using: &generator)
    var text = ""
    var tokens: [Token] = []
    var sentences: [Range<Int>] = []
    var begin = 0
    for index in 0..<count {
      let gap = ["", " ", " ", " ", "\n", "\n\n"].randomElement(using: &generator) ?? " "
      if index > 0 { text += gap }
      let start = text.utf8.count
      text += forms.randomElement(using: &generator) ?? "said"
      tokens.append(
        Token(
          span: Span(start, text.utf8.count), lemma: forms.randomElement(using: &generator) ?? "say",
          upos: parts.randomElement(using: &generator) ?? "VERB",
          head: Int.random(in: 0..<4, using: &generator) == 0
            ? .root : .token(Int.random(in: 0..<count, using: &generator)),
          deprel: relations.randomElement(using: &generator) ?? "root"))
      if Int.random(in: 0..<12, using: &generator) == 0 || index == count - 1 {
        sentences.append(begin..<index + 1)
        begin = index + 1
      }
    }
    func range() -> [Range<Int>] {
      let start = Int.random(in: 0..<count, using: &generator)
      return [start..<Int.random(in: start + 1...count, using: &generator)]
    }
    let attributions = (0..<Int.random(in: 0...4, using: &generator)).map { number in
      Attribution(source: number == 1 ? [] : range(), cue: number == 2 ? [] : range(), content: range())
    }
    let document = Document(text: SourceText(text), tokens: tokens, sentences: sentences, attributions: attributions)
    let statements = StatementReader().statements(in: document, cast: Cast())
    for (index, statement) in statements.enumerated() {
      #expect(statement.id == "s\(index + 1)")
      #expect(!statement.contentTokens.isEmpty && statement.contentTokens.count <= 2)
      #expect(statement.content == document.span(statement.contentTokens[0]).union(statement.content))
      #expect(statement.contentTokens.allSatisfy { !$0.isEmpty && $0.upperBound <= count })
    }
    #expect(statements == StatementReader().statements(in: document, cast: Cast()))
  }
}
