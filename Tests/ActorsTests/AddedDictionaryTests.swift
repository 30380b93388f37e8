import Actors
import Articles
import Testing

/// Dictionaries of one's own, added to the first.
struct AddedDictionaryTests {
  private func dictionary(_ own: String...) throws -> ActorDictionary {
    try ActorDictionary(facts: [FactsFile(name: "test.facts", text: Sample.facts)])
      .adding(own.enumerated().map { FactsFile(name: "own\($0).facts", text: $1) })
  }

  @Test func addActors() throws {
    let own = try dictionary("FRA/lucie-armand | Lucie Armand\n  gender: f\n  office: Prefect; GOV; 2024..\n")
    #expect(own.actor(named: "Lucie Armand", on: CalendarDate("2025-01-01"))?.office == "Prefect")
    #expect(own.actor(named: "Armand")?.code == "FRA")
    #expect(own.actor(named: "Donald Trump") != nil)
  }

  @Test func takeNamesFromOthers() throws {
    let own = try dictionary("IGO/ankara-group | Ankara Group\n  names: Ankara\n")
    #expect(own.actors(named: "Ankara").map(\.id) == ["IGO/ankara-group"])
    #expect(own.actor(named: "Turkey")?.id == "TUR")
  }

  @Test func leaveSurnamesToTheContext() throws {
    let own = try dictionary("USA/jordan-bush | Jordan Bush\n  gender: f\n  office: Mayor; GOV; 2000..2010\n")
    let bushes = own.actors(named: "Bush", on: CalendarDate("2003-01-01")).map(\.id)
    #expect(Set(bushes) == ["USA/george-w-bush", "USA/george-hw-bush", "USA/jordan-bush"])
  }

  @Test func theLastOneWins() throws {
    let own = try dictionary(
      "IGO/first | First\n  names: Quartet\n", "IGO/second | Second\n  names: Quartet\n")
    #expect(own.actor(named: "Quartet")?.id == "IGO/second")
  }

  @Test func tellOfficesThatGoBeforeOthers() throws {
    let own = try dictionary("DEU/angela-merkel | Angela Merkel\n  office: Author; EDU; 2015..\n")
    #expect(own.actor(named: "Angela Merkel", on: CalendarDate("2010-01-01"))?.office == "Chancellor")
    #expect(own.actor(named: "Angela Merkel", on: CalendarDate("2016-01-01"))?.sectors == ["EDU"])
  }

  @Test func giveNounsAnotherSector() throws {
    let own = try dictionary("PRM | militias\n  nouns: troops\n")
    #expect(own.explanation(of: "troops").nouns.map(\.sector) == ["PRM"])
    #expect(own.explanation(of: "soldiers").nouns.map(\.sector) == ["MIL"])
  }

  @Test func leaveTheFirstAsItWas() throws {
    let first = try ActorDictionary(facts: [FactsFile(name: "test.facts", text: Sample.facts)])
    _ = try first.adding([FactsFile(name: "own.facts", text: "IGO/x | Ankara\n")])
    #expect(first.actor(named: "Ankara")?.id == "TUR")
  }
}
