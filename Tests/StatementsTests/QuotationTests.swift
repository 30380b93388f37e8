import Actors
import Articles
import Language
import Statements
import Testing

/// What quotation marks bound, and what they may not swallow.
@Suite struct QuotationTests {
  private func contents(_ document: Document) -> [String] {
    StatementReader().statements(in: document, cast: Cast()).map { document.text[$0.content] }
  }

  private let opened = """
    “ “ PUNCT 3 punct
    ~We we PRON 3 nsubj
    fought fight VERB 8 ccomp
    hard hard ADV 3 advmod
    ~, , PUNCT 8 punct
    ~” ” PUNCT 8 punct
    he he PRON 8 nsubj
    said say VERB 0 root
    ~. . PUNCT 8 punct
    """

  @Test func quotationGoesOnAfterTheCue() {
    let document = HandParsed.document(
      opened,
      """
      “ “ PUNCT 3 punct
      ~We we PRON 3 nsubj
      won win VERB 0 root
      the the DET 5 det
      war war NOUN 3 obj
      ~. . PUNCT 3 punct
      ~” ” PUNCT 3 punct
      """)
    #expect(contents(document) == ["“We fought hard,” he said. “We won the war.”"])
  }

  @Test func aSpeakerIntroducedAtLengthPartsAQuotationInTwo() {
    let document = HandParsed.document(
      """
      “ “ PUNCT 3 punct
      ~We we PRON 3 nsubj
      fought fight VERB 6 ccomp
      ~, , PUNCT 6 punct
      ~” ” PUNCT 6 punct
      said say VERB 0 root
      Ann Ann PROPN 6 nsubj
      ~, , PUNCT 10 punct
      a a DET 10 det
      colonel colonel NOUN 7 appos
      who who PRON 12 nsubj
      led lead VERB 10 acl:relcl
      the the DET 14 det
      brigade brigade NOUN 12 obj
      ~. . PUNCT 6 punct
      """,
      """
      “ “ PUNCT 3 punct
      ~We we PRON 3 nsubj
      won win VERB 0 root
      the the DET 5 det
      war war NOUN 3 obj
      ~. . PUNCT 3 punct
      ~” ” PUNCT 3 punct
      """)
    let statements = StatementReader().statements(in: document, cast: Cast())
    #expect(statements.map { document.text[$0.content] } == ["“We fought,”", "“We won the war.”"])
    #expect(statements.map(\.speaker?.span) == [statements[0].speaker?.span, statements[0].speaker?.span])
    #expect(statements.map(\.speaker?.name) == ["Ann", "Ann"])
  }

  @Test func sentencesOfOneQuotationBelongTogether() {
    let document = HandParsed.document(
      """
      He he PRON 2 nsubj
      said say VERB 0 root
      ~: : PUNCT 6 punct
      “ “ PUNCT 6 punct
      ~We we PRON 6 nsubj
      fought fight VERB 2 ccomp
      hard hard ADV 6 advmod
      ~. . PUNCT 2 punct
      """,
      """
      We we PRON 2 nsubj
      won win VERB 0 root
      ~. . PUNCT 2 punct
      ~” ” PUNCT 2 punct
      """)
    #expect(contents(document) == ["“We fought hard. We won.”"])
  }

  @Test func straightMarksBalanceByWhiteSpace() {
    let document = HandParsed.document(
      opened.replacing("“", with: "\"").replacing("”", with: "\""),
      """
      Nobody nobody PRON 2 nsubj
      answered answer VERB 0 root
      ~. . PUNCT 2 punct
      """)
    #expect(contents(document) == ["\"We fought hard,\" he said".replacing(" he said", with: "")])
  }

  @Test func anUnclosedMarkEndsWithItsParagraph() {
    let document = HandParsed.document(
      """
      He he PRON 2 nsubj
      called call VERB 0 root
      it it PRON 2 obj
      “ “ PUNCT 5 punct
      ~war war NOUN 2 xcomp
      ~. . PUNCT 2 punct
      """,
      """
      ¶
      Nobody nobody PRON 2 nsubj
      answered answer VERB 0 root
      him he PRON 2 obj
      ~. . PUNCT 2 punct
      """)
    #expect(contents(document).allSatisfy { !$0.contains("Nobody") })
  }

  @Test func titlesAreNoStatements() {
    let document = HandParsed.document(
      """
      He he PRON 2 nsubj
      read read VERB 0 root
      “ “ PUNCT 5 punct
      ~The the DET 5 det
      Art art NOUN 2 obj
      of of ADP 7 case
      War war NOUN 5 nmod
      ~” ” PUNCT 5 punct
      ~. . PUNCT 2 punct
      """)
    #expect(contents(document).isEmpty)
  }

  @Test func nobodyIsQuotedWithinAQuotation() {
    let document = HandParsed.document(
      """
      “ “ PUNCT 3 punct
      ~I I PRON 3 nsubj
      think think VERB 12 ccomp
      that that SCONJ 7 mark
      the the DET 6 det
      war war NOUN 7 nsubj
      ended end VERB 3 ccomp
      badly badly ADV 7 advmod
      ~, , PUNCT 12 punct
      ~” ” PUNCT 12 punct
      he he PRON 12 nsubj
      said say VERB 0 root
      ~. . PUNCT 12 punct
      """)
    #expect(contents(document) == ["“I think that the war ended badly,”"])
  }

  @Test func turnsOfATranscript() {
    let document = HandParsed.document(
      """
      PENCE PENCE PROPN 4 nsubj
      ~: : PUNCT 1 punct
      We we PRON 4 nsubj
      won win VERB 0 root
      the the DET 6 det
      war war NOUN 4 obj
      ~. . PUNCT 4 punct
      """)
    #expect(contents(document) == ["We won the war"])
  }

  @Test func emptyAndTreelessDocumentsAreQuiet() {
    #expect(contents(Document(text: SourceText(""), tokens: [], sentences: [])).isEmpty)
    let text = SourceText("“ ” “ say \" ’ ''")
    let forms = text.string.split(separator: " ")
    var tokens: [Token] = []
    var start = 0
    for form in forms {
      tokens.append(Token(span: Span(start, start + form.utf8.count)))
      start += form.utf8.count + 1
    }
    let document = Document(text: text, tokens: tokens, sentences: [0..<tokens.count])
    #expect(contents(document).isEmpty)
  }
}
