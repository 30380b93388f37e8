import Actors
import Articles
import ChanceryTestSupport
import Language
import Testing

/// Names in hand-written parses.
struct NameTests {
  @Test func joinsTitleNameAndState() throws {
    let reading = try Sample.cast(
      """
      1 President _ PROPN _ _ 6 nsubj _ _
      2 Vladimir _ PROPN _ _ 1 flat _ NER=B-PER
      3 Putin _ PROPN _ _ 1 flat _ NER=I-PER
      4 of _ ADP _ _ 5 case _ _
      5 Russia _ PROPN _ _ 1 nmod _ _
      6 arrived _ VERB _ _ 0 root _ _
      7 . _ PUNCT _ _ 6 punct _ _
      """)
    let mention = try reading.mention("President Vladimir Putin of Russia")
    #expect(reading.document.form(mention.head) == "President")
    #expect(mention.form == .name)
    #expect(try reading.entity("President Vladimir Putin of Russia").id == "RUS/vladimir-putin")
  }

  @Test func linksASurnameOfHighOffice() throws {
    let reading = try Sample.cast(
      """
      1 Putin _ PROPN _ _ 2 nsubj _ _
      2 met _ VERB _ _ 0 root _ _
      3 Erdogan _ PROPN _ _ 2 obj _ _
      """)
    #expect(try reading.entity("Putin").id == "RUS/vladimir-putin")
    #expect(try reading.entity("Erdogan").id == "TUR/recep-tayyip-erdogan")
  }

  @Test func leavesAnotherBearerOfASurnameUnknown() throws {
    let reading = try Sample.cast(
      """
      1 Lara _ PROPN _ _ 3 nsubj _ NER=B-PER
      2 Trump _ PROPN _ _ 1 flat _ NER=I-PER
      3 left _ VERB _ _ 0 root _ _
      """)
    #expect(try reading.entity("Lara Trump").id == "lara-trump")
  }

  @Test func resolvesAPersonAsOfTheArticlesDay() throws {
    let conllu = """
      1 Trump _ PROPN _ _ 3 nsubj _ NER=B-PER
      2 Donald _ PROPN _ _ 3 dep _ _
      3 left _ VERB _ _ 0 root _ _
      """
    #expect(try Sample.cast(conllu, on: "2018-05-01").entity("Trump").sectors == ["GOV"])
    // Out of office since 2021 and not named in full: somebody else for all we know.
    #expect(try Sample.cast(conllu, on: "2023-05-01").entity("Trump").id == "trump")
  }

  @Test func takesAPersonFromTheTitle() throws {
    let reading = try Sample.cast(
      """
      1 Iranian _ ADJ _ _ 3 amod _ _
      2 Foreign _ PROPN _ _ 3 compound _ _
      3 Minister _ PROPN _ _ 6 nsubj _ _
      4 Reza _ PROPN _ _ 3 flat _ NER=B-PER
      5 Amiri _ PROPN _ _ 3 flat _ NER=I-PER
      6 resigned _ VERB _ _ 0 root _ _
      """)
    let person = try reading.entity("Iranian Foreign Minister Reza Amiri")
    #expect(person.id == "IRN/reza-amiri")
    #expect(person.code == "IRN")
    #expect(person.sectors == ["GOV"])
    #expect(person.office == "Foreign Minister")
  }

  @Test func takesAPersonFromTheApposition() throws {
    let reading = try Sample.cast(
      """
      1 Yun _ PROPN _ _ 18 nsubj _ NER=B-PER
      2 Sun _ PROPN _ _ 1 flat _ NER=I-PER
      3 , _ PUNCT _ _ 4 punct _ _
      4 director _ NOUN _ Number=Sing 1 appos _ _
      5 of _ ADP _ _ 8 case _ _
      6 the _ DET _ _ 8 det _ _
      7 China _ PROPN _ _ 8 compound _ _
      8 program _ NOUN _ _ 4 nmod _ _
      9 at _ ADP _ _ 15 case _ _
      10 the _ DET _ _ 15 det _ _
      11 Washington _ PROPN _ _ 13 compound _ _
      12 - _ PUNCT _ _ 13 punct _ _
      13 based _ VERB _ _ 15 amod _ _
      14 Stimson _ PROPN _ _ 15 compound _ NER=B-ORG
      15 Center _ PROPN _ _ 4 nmod _ NER=I-ORG
      16 , _ PUNCT _ _ 4 punct _ _
      17 often _ ADV _ _ 18 advmod _ _
      18 says _ VERB _ _ 0 root _ _
      """)
    let person = try reading.entity("Yun Sun")
    #expect(person.affiliation == "Stimson Center")
    #expect(person.sectors == ["EDU"])
    #expect(person.code == "USA")
  }

  @Test func takesTheSpokesmansSectorFromTheBody() throws {
    let reading = try Sample.cast(
      """
      1 Omar _ PROPN _ _ 10 nsubj _ NER=B-PER
      2 Said _ PROPN _ _ 1 flat _ NER=I-PER
      3 , _ PUNCT _ _ 5 punct _ _
      4 a _ DET _ _ 5 det _ _
      5 spokesman _ NOUN _ Number=Sing 1 appos _ _
      6 for _ ADP _ _ 9 case _ _
      7 the _ DET _ _ 9 det _ _
      8 Syrian _ ADJ _ _ 9 amod _ _
      9 army _ NOUN _ Number=Sing 5 nmod _ _
      10 spoke _ VERB _ _ 0 root _ _
      """)
    let person = try reading.entity("Omar Said")
    #expect(person.code == "SYR")
    #expect(person.sectors == ["MIL"])
    #expect(try reading.entity("a spokesman for the Syrian army").id == person.id)
  }

  @Test func tellsCapitalsThatActFromPlaces() throws {
    let reading = try Sample.cast(
      """
      1 Beijing _ PROPN _ _ 2 nsubj _ NER=B-LOC
      2 rejected _ VERB _ _ 0 root _ _
      3 talks _ NOUN _ _ 2 obj _ _
      4 in _ ADP _ _ 5 case _ _
      5 Moscow _ PROPN _ _ 2 obl _ NER=B-LOC
      6 with _ ADP _ _ 8 case _ _
      7 the _ DET _ _ 8 det _ _
      8 Kremlin _ PROPN _ _ 2 obl _ NER=B-ORG
      """)
    #expect(try reading.entity("Beijing").id == "CHN")
    #expect(try reading.entity("Moscow").kind == .place)
    #expect(try reading.entity("Moscow").code == "RUS")
    #expect(try reading.entity("the Kremlin").sectors == ["GOV"])
  }

  @Test func takesADatelineForAPlace() throws {
    let reading = try Sample.cast(
      """
      1 MOSCOW _ PROPN _ _ 6 nsubj _ _
      2 ( _ PUNCT _ _ 3 punct _ SpaceAfter=No
      3 Reuters _ PROPN _ _ 1 appos _ SpaceAfter=No
      4 ) _ PUNCT _ _ 3 punct _ _
      5 - _ PUNCT _ _ 6 punct _ _
      6 Police _ NOUN _ _ 7 nsubj _ _
      7 fired _ VERB _ _ 0 root _ _
      """)
    #expect(try reading.entity("MOSCOW").kind == .place)
    #expect(try reading.entity("Police").code == "RUS")
  }

  @Test func anOfficeWithoutAStateIsThatOfTheCapitalFromWhichItIsTold() throws {
    func told(_ place: String) -> String {
      """
      1 \(place) _ PROPN _ _ 7 dep _ _
      2 - _ PUNCT _ _ 1 punct _ _
      3 Foreign _ PROPN _ _ 4 compound _ _
      4 Minister _ PROPN _ _ 7 nsubj _ _
      5 Reza _ PROPN _ _ 4 flat _ NER=B-PER
      6 Dal _ PROPN _ _ 4 flat _ NER=I-PER
      7 met _ VERB _ _ 0 root _ _
      8 the _ DET _ _ 10 det _ _
      9 Russian _ ADJ _ _ 10 amod _ _
      10 president _ NOUN _ _ 7 obj _ _
      """
    }
    #expect(try Sample.cast(told("ANKARA")).entity("Foreign Minister Reza Dal").code == "TUR")
    // From elsewhere it may be anybody's, but for Washington, which has none.
    #expect(try Sample.cast(told("WASHINGTON")).entity("Foreign Minister Reza Dal").code != "USA")
  }

  @Test func keepsStatesFromPeoplesNames() throws {
    let conllu = """
      1 Jordan _ PROPN _ _ 2 nsubj _ NER=B-PER
      2 left _ VERB _ _ 0 root _ _
      """
    #expect(try Sample.cast(conllu).entity("Jordan").id == "JOR")
  }

  @Test func findsTheStateOfANameThatSeveralBear() throws {
    let reading = try Sample.cast(
      """
      1 Turkey _ PROPN _ _ 4 nmod:poss _ SpaceAfter=No
      2 's _ PART _ _ 1 case _ _
      3 Supreme _ PROPN _ _ 4 compound _ NER=B-ORG
      4 Court _ PROPN _ _ 5 nsubj _ NER=I-ORG
      5 ruled _ VERB _ _ 0 root _ _
      """)
    #expect(reading.cast.entities.map(\.id).contains("TUR/supreme-court"))
  }

  @Test func readsUsAndUsApart() throws {
    let reading = try Sample.cast(
      """
      1 The _ DET _ _ 2 det _ _
      2 US _ PROPN _ _ 3 nsubj _ _
      3 told _ VERB _ _ 0 root _ _
      4 us _ PRON _ _ 3 obj _ _
      """)
    #expect(reading.ids("The US") + reading.ids("US") == ["USA"])
    #expect(reading.ids("us").isEmpty)
  }

  @Test func aDayOfTheWeekIsNobodysSurname() throws {
    let facts =
      Sample.facts + "\nVCT/godwin-friday | Godwin Friday\n  gender: m\n  office: Prime Minister; GOV; 2025..\n"
    let dictionary = try ActorDictionary(facts: [FactsFile(name: "sample.facts", text: facts)])
    func ids(_ conllu: String) throws -> [String] {
      let document = try Document(conllu: conllu)
      let cast = dictionary.cast(
        of: document, article: Article(id: "x", text: document.text.string, published: CalendarDate("2026-01-05")))
      return cast.entities.map(\.id)
    }
    #expect(
      try ids(
        """
        1 Russia _ PROPN _ _ 2 nsubj _ NER=B-LOC
        2 spoke _ VERB _ _ 0 root _ _
        3 on _ ADP _ _ 4 case _ _
        4 Friday _ PROPN _ _ 2 obl _ _
        """) == ["RUS"])
    #expect(
      try ids(
        """
        1 Godwin _ PROPN _ _ 3 nsubj _ NER=B-PER
        2 Friday _ PROPN _ _ 1 flat _ NER=I-PER
        3 spoke _ VERB _ _ 0 root _ _
        """) == ["VCT/godwin-friday"])
  }
}
