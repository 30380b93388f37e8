import Actors
import Articles
import Language
import Statements
import Testing

/// How the encoder's attributions and the trees' meet.
@Suite struct JoiningTests {
  private let sentence = """
    Iran Iran PROPN 2 nsubj
    greeted greet VERB 0 root
    the the DET 4 det
    deal deal NOUN 2 obj
    of of ADP 6 case
    Vienna Vienna PROPN 4 nmod
    ~. . PUNCT 2 punct
    """

  @Test func theEncoderAloneTakesItsBoundsFromTheTree() {
    let document = HandParsed.document(
      sentence, attributions: [Attribution(source: [0..<1], cue: [1..<2], content: [3..<6], confidence: 0.9)])
    let statements = StatementReader().statements(in: document, cast: Cast())
    #expect(statements.map { document.text[$0.content] } == ["the deal of Vienna"])
    #expect(statements.first?.speaker?.name == "Iran")
  }

  @Test func anUncertainEncoderIsNotBelieved() {
    let document = HandParsed.document(
      sentence, attributions: [Attribution(source: [0..<1], cue: [1..<2], content: [2..<6], confidence: 0.3)])
    #expect(StatementReader().statements(in: document, cast: Cast()).isEmpty)
  }

  @Test func bothSeeOneStatement() {
    let document = HandParsed.document(
      """
      Officials official NOUN 2 nsubj
      said say VERB 0 root
      that that SCONJ 5 mark
      troops troop NOUN 5 nsubj
      left leave VERB 2 ccomp
      ~. . PUNCT 2 punct
      """, attributions: [Attribution(source: [0..<1], cue: [1..<2], content: [3..<5], confidence: 0.9)])
    let statements = StatementReader().statements(in: document, cast: Cast())
    #expect(statements.map { document.text[$0.content] } == ["that troops left"])
  }
}
