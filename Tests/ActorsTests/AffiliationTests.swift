import Actors
import Language
import Testing

/// Persons known by the body they belong to alone, in hand-written parses.
struct AffiliationTests {
  @Test func aPersonOfAnInstituteBelongsToItsState() throws {
    let reading = try Sample.cast(
      """
      1 Katrin _ PROPN _ _ 7 nsubj _ NER=B-PER
      2 Vossberg _ PROPN _ _ 1 flat _ NER=I-PER
      3 of _ ADP _ _ 6 case _ _
      4 the _ DET _ _ 6 det _ _
      5 French _ ADJ _ _ 6 amod _ _
      6 Institute _ PROPN _ _ 1 nmod _ _
      7 agreed _ VERB _ _ 0 root _ _
      """)
    let person = try reading.entity("Katrin Vossberg")
    #expect(person.code == "FRA")
    #expect(person.sectors == ["EDU"])
    #expect(person.affiliation == "French Institute")
  }

  @Test func whereSomebodyWorksIsTakenFromTheClauseAboutThem() throws {
    let reading = try Sample.cast(
      """
      1 Daniel _ PROPN _ _ 10 nsubj _ NER=B-PER
      2 Aubrey _ PROPN _ _ 1 flat _ NER=I-PER
      3 , _ PUNCT _ _ 5 punct _ _
      4 who _ PRON _ PronType=Rel 5 nsubj _ _
      5 teaches _ VERB _ _ 1 acl:relcl _ _
      6 at _ ADP _ _ 9 case _ _
      7 a _ DET _ _ 9 det _ _
      8 Chinese _ ADJ _ _ 9 amod _ _
      9 university _ NOUN _ _ 5 obl _ _
      10 agreed _ VERB _ _ 0 root _ _
      """)
    let person = try reading.entity("Daniel Aubrey")
    #expect(person.code == "CHN")
    #expect(person.sectors == ["EDU"])
  }
}
