import Articles
import ChanceryTestSupport
import Language
import Testing

struct ConllUTests {
  private let sample = """
    # newdoc id = x
    # sent_id = x-1
    # text = Xi can't go.
    1\tXi\tXi\tPROPN\t_\tNumber=Sing\t4\tnsubj\t_\tNER=B-PER
    2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
    2\tca\tcan\tAUX\t_\tVerbForm=Fin\t4\taux\t_\t_
    3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
    4\tgo\tgo\tVERB\t_\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
    5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

    # sent_id = x-2
    1\tNew\tNew\tPROPN\t_\t_\t2\tcompound\t_\tNER=B-LOC
    2\tYork\tYork\tPROPN\t_\t_\t0\troot\t_\tNER=I-LOC|SpaceAfter=No


    """

  @Test func comesBackAsItWas() throws {
    let document = try ConllU.read(sample)
    #expect(document.text.string == "Xi can't go. New York")
    #expect(document.sentences == [0..<5, 5..<7])
    #expect(document.names == [Name(tokens: 0..<1, kind: .person), Name(tokens: 5..<7, kind: .place)])
    #expect(document.tokens[1].multiword == document.tokens[2].multiword)
    #expect(document.tokens[3].head == .root && document.tokens[5].head == .token(6))
    #expect(ConllU.write(document) == sample)
  }

  @Test func dropsEmptyNodesAndTakesCarriageReturns() throws {
    let text =
      "1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\t_\r\n1.1\tx\tx\tX\t_\t_\t_\t_\t_\t_\r\n2\t!\t!\tPUNCT\t_\t_\t1\tpunct\t_\t_\r\n"
    #expect(try ConllU.read(text).tokens.count == 2)
  }

  @Test func keepsFormsThatTheTextDoesNotSpell() throws {
    let text = "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\t_\t_\t_\t_\t_\t_\t_\n2\tle\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
    let document = try ConllU.read(text)
    #expect(document.text.string == "du" && document.form(0) == "de" && document.form(1) == "le")
    #expect(ConllU.write(document).hasSuffix(text))
  }

  @Test(arguments: [
    ("1\tGo\tgo\n", "line 1"), ("1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n3\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 2"),
    ("# x\n1\tGo\t_\t_\t_\t_\t9\t_\t_\t_\n\n", "line 2"), ("1\tGo\t_\t_\t_\t_\tx\t_\t_\t_\n", "line 1"),
    ("1-3\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 2"), ("hello\n", "line 1"),
    ("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1"), ("1\tGo\t_\t_\t_\t_\t1\t_\t_\t_\n", "line 1"),
  ])
  func namesTheLineThatIsWrong(_ text: String, _ place: String) {
    #expect {
      try ConllU.read(text)
    } throws: { error in
      (error as? LanguageError)?.code == .malformedConllU && (error as? LanguageError)?.place == place
    }
  }

  @Test func literalsMakeDocuments() throws {
    let document = try Document(
      conllu: """
        # a comment
        1  Troops  troop  NOUN  _  Number=Plur  2  nsubj
        2  left    leave  VERB  _  _            0  root
        """)
    #expect(document.tokens[0].lemma == "troop" && document.tokens[0].head == .token(1))
    #expect(document.comments == [["# a comment"]])
  }
}
