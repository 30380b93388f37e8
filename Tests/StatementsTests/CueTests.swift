import Actors
import Articles
import Language
import Statements
import Testing

/// What cue words attribute, on parses written by hand.
@Suite struct CueTests {
  private func read(_ document: Document, cast: Cast = Cast()) -> [Statement] {
    StatementReader().statements(in: document, cast: cast)
  }

  @Test func clauseAfterTheCue() throws {
    let document = HandParsed.document(
      """
      Officials official NOUN 2 nsubj
      said say VERB 0 root
      that that SCONJ 5 mark
      troops troop NOUN 5 nsubj
      left leave VERB 2 ccomp
      ~. . PUNCT 2 punct
      """)
    let statement = try #require(read(document).first)
    #expect(document.text[statement.content] == "that troops left")
    #expect(statement.cue.map { document.text[$0] } == "said")
    #expect(statement.cueToken == 1)
    #expect(statement.speaker?.name == "unnamed officials")
    #expect(statement.quotation == .indirect)
    #expect(statement.stance == .assert)
    #expect(statement.id == "s1")
  }

  @Test func clauseBeforeTheCue() throws {
    let document = HandParsed.document(
      """
      Troops troop NOUN 2 nsubj
      left leave VERB 0 root
      ~, , PUNCT 5 punct
      she she PRON 5 nsubj
      said say VERB 2 parataxis
      ~. . PUNCT 2 punct
      """)
    let statement = try #require(read(document).first)
    #expect(document.text[statement.content] == "Troops left")
    #expect(statement.speaker?.name == "she")
  }

  @Test func contentPartedByTheCue() throws {
    let document = HandParsed.document(
      """
      “ “ PUNCT 3 punct
      ~Troops troop NOUN 3 nsubj
      left leave VERB 0 root
      ~, , PUNCT 7 punct
      ~” ” PUNCT 3 punct
      Smith Smith PROPN 7 nsubj
      said say VERB 3 parataxis
      ~, , PUNCT 7 punct
      “ “ PUNCT 11 punct
      ~and and CCONJ 11 cc
      stayed stay VERB 3 conj
      away away ADV 11 advmod
      ~. . PUNCT 3 punct
      ~” ” PUNCT 3 punct
      """)
    let statements = read(document)
    let statement = try #require(statements.first)
    #expect(statements.count == 1)
    #expect(statement.contentTokens.map { document.text($0) } == ["“Troops left,”", "“and stayed away.”"])
    #expect(document.text[statement.content] == "“Troops left,” Smith said, “and stayed away.”")
    #expect(statement.quotation == .direct)
    #expect(statement.speaker.map { document.text[$0.span] } == "Smith")
  }

  @Test func nestedStatements() {
    let document = HandParsed.document(
      """
      Trump Trump PROPN 2 nsubj
      said say VERB 0 root
      he he PRON 4 nsubj
      believed believe VERB 2 ccomp
      that that SCONJ 7 mark
      talks talk NOUN 7 nsubj
      failed fail VERB 4 ccomp
      ~. . PUNCT 2 punct
      """)
    let statements = read(document)
    #expect(
      statements.map { document.text[$0.content] } == ["he believed that talks failed", "that talks failed"])
    let index = StatementIndex(statements)
    #expect(index.holding(6) == [1, 0])
    #expect(index.holding(3) == [0])
    #expect(index.holding(1).isEmpty)
    #expect(index.isCue(3) && index.cued(by: 1) == [0])
  }

  @Test func accordingTo() throws {
    let document = HandParsed.document(
      """
      Talks talk NOUN 2 nsubj
      failed fail VERB 0 root
      ~, , PUNCT 7 punct
      according accord VERB 7 case
      to to ADP 4 fixed
      the the DET 7 det
      ministry ministry NOUN 2 obl
      ~. . PUNCT 2 punct
      """)
    let statement = try #require(read(document).first)
    #expect(document.text[statement.content] == "Talks failed")
    #expect(statement.cue.map { document.text[$0] } == "according to")
    #expect(statement.speaker.map { document.text[$0.span] } == "the ministry")
  }

  @Test func hearsayHasNoSpeaker() throws {
    let document = HandParsed.document(
      """
      Rebels rebel NOUN 3 nsubj
      reportedly reportedly ADV 3 advmod
      left leave VERB 0 root
      ~. . PUNCT 3 punct
      """)
    let statement = try #require(read(document).first)
    #expect(statement.speaker == nil)
    #expect(statement.contentTokens.map { document.text($0) } == ["Rebels", "left"])
  }

  @Test func stanceFollowsTheCue() {
    func stance(_ form: String, _ lemma: String) -> Statement.Stance? {
      read(
        HandParsed.document(
          """
          Iran Iran PROPN 2 nsubj
          \(form) \(lemma) VERB 0 root
          that that SCONJ 5 mark
          talks talk NOUN 5 nsubj
          failed fail VERB 2 ccomp
          ~. . PUNCT 2 punct
          """)
      ).first?.stance
    }
    #expect(stance("said", "say") == .assert)
    #expect(stance("denied", "deny") == .deny)
    #expect(stance("demanded", "demand") == .demand)
    #expect(stance("promised", "promise") == .promise)
    #expect(stance("wondered", "wonder") == .question)
  }

  @Test func accusingIsNamingWithAClauseOnly() {
    let document = HandParsed.document(
      """
      Kyiv Kyiv PROPN 2 nsubj
      accused accuse VERB 0 root
      Moscow Moscow PROPN 2 obj
      of of SCONJ 5 mark
      lying lie VERB 2 advcl
      ~. . PUNCT 2 punct
      """)
    #expect(read(document).map { document.text[$0.content] } == ["Moscow of lying"])
  }

  @Test func speakerAndSubjectsFromTheCast() throws {
    let document = HandParsed.document(
      """
      He he PRON 2 nsubj
      said say VERB 0 root
      China China PROPN 4 nsubj
      left leave VERB 2 ccomp
      ~. . PUNCT 2 punct
      """)
    let cast = Cast(
      entities: [
        Entity(id: "USA/antony-blinken", name: "Antony Blinken", kind: .person, code: "USA"),
        Entity(id: "CHN", name: "China", kind: .state, code: "CHN"),
      ],
      mentions: [
        Mention(tokens: 0..<1, head: 0, entity: 0, form: .pronoun, span: document.span(0..<1)),
        Mention(tokens: 2..<3, head: 2, entity: 1, form: .name, span: document.span(2..<3)),
      ])
    let statement = try #require(read(document, cast: cast).first)
    #expect(statement.speaker?.entity == 0)
    #expect(statement.speaker?.name == "Antony Blinken")
    #expect(statement.about == [1])
  }

  @Test func whoIsItsAntecedent() throws {
    let document = HandParsed.document(
      """
      Analysts analyst NOUN 5 nsubj
      who who PRON 3 nsubj
      say say VERB 1 acl:relcl
      so so ADV 3 advmod
      hope hope VERB 0 root
      that that SCONJ 8 mark
      talks talk NOUN 8 nsubj
      fail fail VERB 5 ccomp
      ~. . PUNCT 5 punct
      """)
    let statement = try #require(read(document).first)
    #expect(statement.speaker?.name == "unnamed analysts who say so")
  }

  @Test func wordsThatPromiseOrDemand() {
    func stance(_ auxiliary: String, subject: String = "we") -> Statement.Stance? {
      read(
        HandParsed.document(
          """
          Iran Iran PROPN 2 nsubj
          said say VERB 0 root
          \(subject) \(subject) PRON 5 nsubj
          \(auxiliary) \(auxiliary) AUX 5 aux
          stop stop VERB 2 ccomp
          ~. . PUNCT 2 punct
          """)
      ).first?.stance
    }
    #expect(stance("will") == .promise)
    #expect(stance("should") == .demand)
    #expect(stance("can") == .assert)
    #expect(stance("would", subject: "they") == .assert)
  }

  @Test func aMistakenDictionaryFormIsMadeGood() throws {
    let document = HandParsed.document(
      """
      Iran Iran PROPN 2 nsubj
      denied denie VERB 0 root
      that that SCONJ 5 mark
      talks talk NOUN 5 nsubj
      failed fail VERB 2 ccomp
      ~. . PUNCT 2 punct
      """)
    #expect(read(document).first?.stance == .deny)
  }

  @Test func theDatelineDoesNotSpeak() throws {
    let document = HandParsed.document(
      """
      TOKYO TOKYO PROPN 5 nsubj
      - - PUNCT 1 punct
      The the DET 4 det
      minister minister NOUN 1 appos
      said say VERB 0 root
      talks talk NOUN 7 nsubj
      failed fail VERB 5 ccomp
      ~. . PUNCT 5 punct
      """)
    let statement = try #require(read(document).first)
    #expect(statement.speaker?.name == "unnamed minister")
  }

  @Test(arguments: [
    ("told", "tell", "iobj", nil as String?), ("said", "say", "obl", "to"), ("called", "call", "obl", "on"),
  ])
  func addresseeIsWhomTheVerbNames(_ form: String, _ lemma: String, _ relation: String, _ preposition: String?) throws {
    let marked = preposition.map { "\($0) \($0) ADP 4 case\n" } ?? ""
    let document = HandParsed.document(
      """
      Officials official NOUN 2 nsubj
      \(form) \(lemma) VERB 0 root
      \(marked.isEmpty ? "quietly quietly ADV 2 advmod" : marked)
      Tehran Tehran PROPN 2 \(relation)
      that that SCONJ 7 mark
      talks talk NOUN 7 nsubj
      failed fail VERB 2 ccomp
      """)
    let tehran = document.tokens[3].span
    let cast = Cast(
      entities: [Entity(id: "IRN", name: "Iran", kind: .state, code: "IRN")],
      mentions: [Mention(tokens: 3..<4, head: 3, entity: 0, form: .name, span: tehran)])
    let statement = try #require(read(document, cast: cast).first)
    #expect(statement.addressee == Interlocutor(entity: 0, name: "Iran", span: tehran))
    #expect(statement.speaker?.name == "unnamed officials")
  }

  @Test func whatIsSaidToNobodyHasNoAddressee() throws {
    let document = HandParsed.document(
      """
      Officials official NOUN 2 nsubj
      responded respond VERB 0 root
      to to ADP 4 case
      questions question NOUN 2 obl
      that that SCONJ 7 mark
      talks talk NOUN 7 nsubj
      failed fail VERB 2 ccomp
      """)
    #expect(try #require(read(document).first).addressee == nil)
  }

  @Test func anAccusationRejectedIsADenial() throws {
    let document = HandParsed.document(
      """
      They they PRON 2 nsubj
      fired fire VERB 0 root
      ~, , PUNCT 5 punct
      an a DET 5 det
      accusation accusation NOUN 2 appos
      rejected reject VERB 5 acl
      by by ADP 8 case
      Yerevan Yerevan PROPN 6 obl:agent
      """)
    let statement = try #require(read(document).first)
    #expect(statement.stance == .deny)
    #expect(statement.speaker?.name == "Yerevan")
    #expect(document.text[statement.content] == "an accusation")
  }

  @Test(arguments: [("fabrication", Statement.Stance.deny), ("success", .assert)])
  func callingAChargeUntrueDeniesIt(_ noun: String, _ stance: Statement.Stance) throws {
    let document = HandParsed.document(
      """
      Cairo Cairo PROPN 2 nsubj
      called call VERB 0 root
      the the DET 4 det
      charge charge NOUN 2 obj
      a a DET 6 det
      \(noun) \(noun) NOUN 2 xcomp
      """)
    #expect(try #require(read(document).first).stance == stance)
  }

  @Test func whatARelativeClauseCallsUntrueIsDenied() throws {
    let document = HandParsed.document(
      """
      They they PRON 2 nsubj
      repeated repeat VERB 0 root
      a a DET 4 det
      claim claim NOUN 2 obj
      that that PRON 8 obj
      the the DET 7 det
      ministry ministry NOUN 8 nsubj
      called call VERB 4 acl:relcl
      slanderous slanderous ADJ 8 xcomp
      """)
    let denial = try #require(read(document).first { $0.cue.map { document.text[$0] } == "called" })
    #expect(denial.stance == .deny)
    #expect(denial.speaker?.name == "unnamed ministry")
  }

  @Test func theUnnamedAreKeptWithWhatIsSaidOfThem() throws {
    let document = HandParsed.document(
      """
      Two two NUM 2 nummod
      people people NOUN 7 nsubj
      familiar familiar ADJ 2 amod
      with with ADP 6 case
      the the DET 6 det
      matter matter NOUN 3 obl
      said say VERB 0 root
      that that SCONJ 10 mark
      talks talk NOUN 10 nsubj
      failed fail VERB 7 ccomp
      """)
    #expect(try #require(read(document).first).speaker?.name == "unnamed people familiar with the matter")
  }
}
