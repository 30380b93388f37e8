import Articles
import ChanceryTestSupport
import Language
import Testing

@testable import Actors

/// Who is meant by pronouns and by descriptions without a name.
@Suite struct CoreferenceTests {
  @Test func itMeansNobodyWhereAThingIsNearer() throws {
    let reading = try Sample.cast(
      """
      1 China _ PROPN _ _ 2 nsubj _ _
      2 left _ VERB _ _ 0 root _ _
      3 . _ PUNCT _ _ 2 punct _ _

      1 The _ DET _ _ 2 det _ _
      2 treaty _ NOUN _ Number=Sing 3 nsubj _ _
      3 stands _ VERB _ _ 0 root _ _
      4 until _ SCONJ _ _ 6 mark _ _
      5 it _ PRON _ _ 6 nsubj _ _
      6 lapses _ VERB _ _ 3 advcl _ _
      """)
    #expect(reading.ids("it").isEmpty)
  }

  @Test func whatAccusesIsNoThing() throws {
    let reading = try Sample.cast(
      """
      1 China _ PROPN _ _ 2 nsubj _ _
      2 left _ VERB _ _ 0 root _ _
      3 the _ DET _ _ 4 det _ _
      4 treaty _ NOUN _ Number=Sing 2 obj _ _
      5 . _ PUNCT _ _ 2 punct _ _

      1 It _ PRON _ _ 2 nsubj _ _
      2 accused accuse VERB _ _ 0 root _ _
      3 Turkey _ PROPN _ _ 2 obj _ _
      """)
    #expect(reading.ids("It") == ["CHN"])
  }

  @Test func theyMeansNobodyWhereOtherPeopleAreNearer() throws {
    let reading = try Sample.cast(
      """
      1 Russian _ ADJ _ _ 2 amod _ _
      2 troops _ NOUN _ Number=Plur 3 nsubj _ _
      3 left _ VERB _ _ 0 root _ _
      4 . _ PUNCT _ _ 3 punct _ _

      1 The _ DET _ _ 2 det _ _
      2 tourists _ NOUN _ Number=Plur 3 nsubj _ _
      3 said say VERB _ _ 0 root _ _
      4 they _ PRON _ _ 5 nsubj _ _
      5 slept _ VERB _ _ 3 ccomp _ _
      """)
    #expect(reading.ids("they").isEmpty)
  }

  @Test func anObjectIsNotItsOwnSubject() throws {
    let reading = try Sample.cast(
      """
      1 Putin _ PROPN _ _ 2 nsubj _ NER=B-PER
      2 spoke _ VERB _ _ 0 root _ _
      3 . _ PUNCT _ _ 2 punct _ _

      1 Macron _ PROPN _ _ 2 nsubj _ NER=B-PER
      2 stood _ VERB _ _ 0 root _ _
      3 and _ CCONJ _ _ 4 cc _ _
      4 thanked _ VERB _ _ 2 conj _ _
      5 him _ PRON _ _ 4 obj _ _
      """)
    #expect(reading.ids("him") == ["RUS/vladimir-putin"])
  }

  @Test func whoSpeaksAloudIsNotHe() throws {
    let reading = try Sample.cast(
      """
      1 Putin _ PROPN _ _ 2 nsubj _ NER=B-PER
      2 left _ VERB _ _ 0 root _ _
      3 . _ PUNCT _ _ 2 punct _ _

      1 Macron _ PROPN _ _ 2 nsubj _ NER=B-PER
      2 said say VERB _ _ 0 root _ _
      3 : _ PUNCT _ _ 6 punct _ _
      4 “ _ PUNCT _ _ 6 punct _ _
      5 He _ PRON _ _ 6 nsubj _ _
      6 lied _ VERB _ _ 2 ccomp _ _
      7 to _ ADP _ _ 8 case _ _
      8 me _ PRON _ _ 6 obl _ _
      9 ” _ PUNCT _ _ 6 punct _ _
      """)
    #expect(reading.ids("He") == ["RUS/vladimir-putin"])
    #expect(reading.ids("me") == ["FRA/emmanuel-macron"])
  }

  @Test func aPhraseAnnouncesTheSubjectAfterIt() throws {
    let reading = try Sample.cast(
      """
      1 Putin _ PROPN _ _ 2 nsubj _ NER=B-PER
      2 left _ VERB _ _ 0 root _ _
      3 . _ PUNCT _ _ 2 punct _ _

      1 In _ ADP _ _ 3 case _ _
      2 his _ PRON _ _ 3 nmod:poss _ _
      3 speech _ NOUN _ Number=Sing 6 obl _ _
      4 , _ PUNCT _ _ 6 punct _ _
      5 Macron _ PROPN _ _ 6 nsubj _ NER=B-PER
      6 wavered _ VERB _ _ 0 root _ _
      """)
    #expect(reading.ids("his") == ["FRA/emmanuel-macron"])
  }

  @Test func firstNamesTellTheGenderOfTheUnknown() throws {
    let reading = try Sample.cast(
      """
      1 Cynthia _ PROPN _ _ 3 nsubj _ NER=B-PER
      2 Orlov _ PROPN _ _ 1 flat _ NER=I-PER
      3 met _ VERB _ _ 0 root _ _
      4 Kevin _ PROPN _ _ 3 obj _ NER=B-PER
      5 Brandt _ PROPN _ _ 4 flat _ NER=I-PER
      6 . _ PUNCT _ _ 3 punct _ _

      1 He _ PRON _ _ 2 nsubj _ _
      2 left _ VERB _ _ 0 root _ _
      3 . _ PUNCT _ _ 2 punct _ _
      """)
    #expect(reading.ids("He") == ["kevin-brandt"])
  }

  @Test func officialsSayWeForTheirState() throws {
    let reading = try Sample.cast(
      """
      1 “ _ PUNCT _ _ 3 punct _ _
      2 We _ PRON _ _ 3 nsubj _ _
      3 agree _ VERB _ _ 7 ccomp _ _
      4 as _ SCONJ _ _ 6 mark _ _
      5 I _ PRON _ _ 6 nsubj _ _
      6 hoped _ VERB _ _ 3 advcl _ _
      7 said say VERB _ _ 0 root _ _
      8 Putin _ PROPN _ _ 7 nsubj _ NER=B-PER
      """)
    #expect(reading.ids("We") == ["RUS"])
    #expect(reading.ids("I") == ["RUS/vladimir-putin"])
  }

  @Test func theTwoAreTheTwoJoinedLast() throws {
    let reading = try Sample.cast(
      """
      1 Macron _ PROPN _ _ 4 nsubj _ NER=B-PER
      2 and _ CCONJ _ _ 3 cc _ _
      3 Merkel _ PROPN _ _ 1 conj _ NER=B-PER
      4 met _ VERB _ _ 0 root _ _
      5 . _ PUNCT _ _ 4 punct _ _

      1 The _ DET _ _ 2 det _ _
      2 two _ NUM _ _ 3 nsubj _ _
      3 embraced _ VERB _ _ 0 root _ _
      """)
    #expect(reading.ids("The two") == ["FRA/emmanuel-macron", "DEU/angela-merkel"])
  }

  @Test func bodiesAndTownsAreComeBackTo() throws {
    let reading = try Sample.cast(
      """
      1 The _ DET _ _ 2 det _ _
      2 Taliban _ PROPN _ _ 3 nsubj _ _
      3 attacked _ VERB _ _ 0 root _ _
      4 NATO _ PROPN _ _ 3 obj _ _
      5 in _ ADP _ _ 6 case _ _
      6 Istanbul _ PROPN _ _ 3 obl _ _
      7 . _ PUNCT _ _ 3 punct _ _

      1 The _ DET _ _ 2 det _ _
      2 group _ NOUN _ Number=Sing 3 nsubj _ _
      3 left _ VERB _ _ 0 root _ _
      4 the _ DET _ _ 5 det _ _
      5 city _ NOUN _ Number=Sing 3 obj _ _
      6 to _ ADP _ _ 8 case _ _
      7 the _ DET _ _ 8 det _ _
      8 alliance _ NOUN _ Number=Sing 3 obl _ _
      """)
    #expect(reading.ids("The group") == ["AFG/taliban"])
    #expect(reading.ids("the city") == ["TUR/istanbul"])
    #expect(reading.ids("the alliance") == ["IGO/nato"])
  }

  @Test func aSurnameIsNoCapital() throws {
    let reading = try Sample.cast(
      """
      1 Valeska _ PROPN _ _ 3 nsubj _ NER=B-PER
      2 Paris _ PROPN _ _ 1 flat _ NER=I-PER
      3 spoke _ VERB _ _ 0 root _ _
      4 . _ PUNCT _ _ 3 punct _ _

      1 Paris _ PROPN _ _ 2 nsubj _ NER=B-PER
      2 left _ VERB _ _ 0 root _ _
      """)
    #expect(reading.ids("Paris") == ["valeska-paris"])
  }

  @Test func quotationsLieBetweenMarks() throws {
    let document = try Document(
      conllu: """
        1 " _ PUNCT _ _ 2 punct _ SpaceAfter=No
        2 No _ INTJ _ _ 0 root _ _
        3 " _ PUNCT _ _ 2 punct _ _
        4 he _ PRON _ _ 2 nsubj _ _
        """)
    let quotations = Quotations(document, DocumentTree(document))
    #expect(quotations.quotation == [-1, 0, -1, -1])
  }
}
