import Actors
import Articles
import ChanceryTestSupport
import Language
import Testing

/// Descriptions and pronouns in hand-written parses.
struct DescriptionTests {
  @Test func readsStateAndSector() throws {
    let reading = try Sample.cast(
      """
      1 Russian _ ADJ _ _ 2 amod _ _
      2 troops _ NOUN _ Number=Plur 3 nsubj _ _
      3 left _ VERB _ _ 0 root _ _
      4 China _ PROPN _ _ 6 nmod:poss _ SpaceAfter=No
      5 's _ PART _ _ 4 case _ _
      6 army _ NOUN _ Number=Sing 3 obj _ _
      """)
    let troops = try reading.entity("Russian troops")
    #expect(troops.code == "RUS")
    #expect(troops.sectors == ["MIL"])
    #expect(troops.kind == .group)
    #expect(try reading.entity("China's army").kind == .organization)
    #expect(try reading.mention("Russian").form == .modifier)
  }

  @Test func namesTheHolderOfAnOffice() throws {
    let reading = try Sample.cast(
      """
      1 The _ DET _ _ 2 det _ _
      2 president _ NOUN _ Number=Sing 5 nsubj _ _
      3 of _ ADP _ _ 4 case _ _
      4 France _ PROPN _ _ 2 nmod _ _
      5 spoke _ VERB _ _ 0 root _ _
      """)
    #expect(try reading.entity("The president of France").id == "FRA/emmanuel-macron")
  }

  @Test func takesAnAmbassadorsStateFromThePossessor() throws {
    let reading = try Sample.cast(
      """
      1 Turkey _ PROPN _ _ 3 nmod:poss _ SpaceAfter=No
      2 's _ PART _ _ 1 case _ _
      3 ambassador _ NOUN _ Number=Sing 6 nsubj _ _
      4 to _ ADP _ _ 5 case _ _
      5 Moscow _ PROPN _ _ 3 nmod _ _
      6 left _ VERB _ _ 0 root _ _
      """)
    #expect(try reading.entity("Turkey's ambassador to Moscow").code == "TUR")
  }

  @Test func givesBothOfTwoAdjectivesAnEntity() throws {
    let reading = try Sample.cast(
      """
      1 Chinese _ ADJ _ _ 4 amod _ _
      2 and _ CCONJ _ _ 3 cc _ _
      3 Russian _ ADJ _ _ 1 conj _ _
      4 officials _ NOUN _ Number=Plur 5 nsubj _ _
      5 met _ VERB _ _ 0 root _ _
      """)
    #expect(reading.ids("Chinese and Russian officials") == ["CHN/officials", "RUS/officials"])
  }

  @Test func findsTheTwoSides() throws {
    let reading = try Sample.cast(
      """
      1 Iran _ PROPN _ _ 4 nsubj _ _
      2 and _ CCONJ _ _ 3 cc _ _
      3 Turkey _ PROPN _ _ 1 conj _ _
      4 met _ VERB _ _ 0 root _ _
      5 . _ PUNCT _ _ 4 punct _ _

      1 The _ DET _ _ 3 det _ _
      2 two _ NUM _ _ 3 nummod _ _
      3 sides _ NOUN _ Number=Plur 4 nsubj _ _
      4 agreed _ VERB _ _ 0 root _ _
      5 that _ SCONJ _ _ 7 mark _ _
      6 they _ PRON _ _ 7 nsubj _ _
      7 talk _ VERB _ _ 4 ccomp _ _
      """)
    #expect(reading.ids("The two sides") == ["IRN", "TUR"])
    #expect(reading.ids("they") == ["IRN", "TUR"])
  }

  @Test func followsPeopleByGender() throws {
    let reading = try Sample.cast(
      """
      1 Macron _ PROPN _ _ 2 nsubj _ NER=B-PER
      2 met _ VERB _ _ 0 root _ _
      3 Angela _ PROPN _ _ 2 obj _ NER=B-PER
      4 Merkel _ PROPN _ _ 3 flat _ NER=I-PER
      5 . _ PUNCT _ _ 2 punct _ _

      1 She _ PRON _ _ 2 nsubj _ _
      2 thanked _ VERB _ _ 0 root _ _
      3 him _ PRON _ _ 2 obj _ _
      """)
    #expect(reading.ids("She") == ["DEU/angela-merkel"])
    #expect(reading.ids("him") == ["FRA/emmanuel-macron"])
  }

  @Test func followsStatesWithIt() throws {
    let reading = try Sample.cast(
      """
      1 Tehran _ PROPN _ _ 2 nsubj _ _
      2 said _ VERB _ _ 0 root _ _
      3 it _ PRON _ _ 5 nsubj _ _
      4 would _ AUX _ _ 5 aux _ _
      5 keep _ VERB _ _ 2 ccomp _ _
      6 its _ PRON _ _ 7 nmod:poss _ _
      7 troops _ NOUN _ Number=Plur 5 obj _ _
      """)
    #expect(reading.ids("it") == ["IRN"])
    #expect(reading.ids("its") == ["IRN"])
    #expect(try reading.entity("its troops").code == "IRN")
  }

  @Test func leavesExpletivesAlone() throws {
    let reading = try Sample.cast(
      """
      1 China _ PROPN _ _ 2 nsubj _ _
      2 waits _ VERB _ _ 0 root _ _
      3 and _ CCONJ _ _ 5 cc _ _
      4 it _ PRON _ _ 5 expl _ _
      5 rains _ VERB _ _ 2 conj _ _
      """)
    #expect(reading.ids("it").isEmpty)
  }

  @Test func bindsRelativePronouns() throws {
    let reading = try Sample.cast(
      """
      1 China _ PROPN _ _ 6 nsubj _ SpaceAfter=No
      2 , _ PUNCT _ _ 4 punct _ _
      3 which _ PRON _ _ 4 nsubj _ _
      4 objected _ VERB _ _ 1 acl:relcl _ SpaceAfter=No
      5 , _ PUNCT _ _ 4 punct _ _
      6 left _ VERB _ _ 0 root _ _
      """)
    #expect(reading.ids("which") == ["CHN"])
  }

  @Test func findsTheSpeakerOfFirstPersons() throws {
    let reading = try Sample.cast(
      """
      1 " _ PUNCT _ _ 3 punct _ SpaceAfter=No
      2 I _ PRON _ _ 3 nsubj _ _
      3 agree _ VERB _ _ 5 ccomp _ SpaceAfter=No
      4 " _ PUNCT _ _ 3 punct _ _
      5 said say VERB _ _ 0 root _ _
      6 Putin _ PROPN _ _ 5 nsubj _ NER=B-PER
      """)
    #expect(reading.ids("I") == ["RUS/vladimir-putin"])
  }

  @Test func comesBackToDescriptions() throws {
    let reading = try Sample.cast(
      """
      1 The _ DET _ _ 4 det _ _
      2 Iranian _ ADJ _ _ 4 amod _ _
      3 foreign _ ADJ _ _ 4 amod _ _
      4 ministry _ NOUN _ Number=Sing 5 nsubj _ _
      5 spoke _ VERB _ _ 0 root _ _
      6 . _ PUNCT _ _ 5 punct _ _

      1 The _ DET _ _ 2 det _ _
      2 ministry _ NOUN _ Number=Sing 3 nsubj _ _
      3 denied _ VERB _ _ 0 root _ _
      4 that _ SCONJ _ _ 7 mark _ _
      5 the _ DET _ _ 6 det _ _
      6 country _ NOUN _ Number=Sing 7 nsubj _ _
      7 paid _ VERB _ _ 3 ccomp _ _
      """)
    #expect(reading.ids("The Iranian foreign ministry") == ["IRN/foreign-ministry"])
    #expect(reading.ids("The ministry") == ["IRN/foreign-ministry"])
    #expect(reading.ids("the country") == ["IRN"])
  }

  @Test func anOfficeWithoutAnEndIsNotTakenToLastForever() throws {
    let president = """
      1 The _ DET _ _ 3 det _ _
      2 Turkish _ ADJ _ _ 3 amod _ _
      3 president _ NOUN _ Number=Sing 4 nsubj _ _
      4 left _ VERB _ _ 0 root _ _
      """
    #expect(try Sample.cast(president, on: "2018-05-01").ids("The Turkish president") == ["TUR/recep-tayyip-erdogan"])
    #expect(try Sample.cast(president, on: "2031-05-01").ids("The Turkish president") == ["TUR/president"])
  }

  @Test func keepsEntitiesAndMentionsInOrder() throws {
    let reading = try Sample.cast(
      """
      1 Turkish _ ADJ _ _ 2 amod _ _
      2 officials _ NOUN _ Number=Plur 3 nsubj _ _
      3 thanked _ VERB _ _ 0 root _ _
      4 NATO _ PROPN _ _ 3 obj _ NER=B-ORG
      """)
    #expect(reading.cast.mentions.map { reading.document.text($0.tokens) } == ["Turkish officials", "Turkish", "NATO"])
    #expect(reading.cast.entities.map(\.id) == ["TUR/officials", "TUR", "IGO/nato"])
    #expect(reading.cast.mentions.map(\.entity) == [0, 1, 2])
  }

  @Test func survivesCyclesAndOddTrees() throws {
    var document = try Document(
      conllu: """
        1 Russian _ ADJ _ _ 2 amod _ _
        2 troops _ NOUN _ _ 3 nsubj _ _
        3 left _ VERB _ _ 0 root _ _
        """)
    document.tokens[0].head = .token(1)
    document.tokens[1].head = .token(0)
    document.tokens[2].head = .token(99)
    let dictionary = try ActorDictionary(facts: [FactsFile(name: "sample.facts", text: Sample.facts)])
    #expect(!dictionary.cast(of: document, article: .init(id: "x", text: "Russian troops left")).mentions.isEmpty)
    let empty = Document(text: document.text, tokens: [], sentences: [])
    #expect(dictionary.cast(of: empty, article: .init(id: "x", text: "")).mentions.isEmpty)
  }
}
