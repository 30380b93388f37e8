import Actors
import Articles
import Testing

/// How a name resolves, and where each fact stands.
struct ExplanationTests {
  private func dictionary(_ own: FactsFile...) throws -> ActorDictionary {
    try ActorDictionary(facts: [FactsFile(name: "test.facts", text: Sample.facts)]).adding(own)
  }

  @Test func tellsBearersOfASurnameTheHolderOfAnOfficeFirst() throws {
    let bushes = try dictionary().explanation(of: "Bush", on: CalendarDate("2003-05-01"))
    #expect(bushes.bearers.map(\.record.id) == ["USA/george-w-bush", "USA/george-hw-bush"])
    #expect(bushes.bearers.map { $0.spellings.map(\.role) } == [["surname"], ["surname"]])
    #expect(bushes.bearers.first?.entity.office == "President")
    #expect(bushes.bearers.last?.entity.sectors == ["ELI"])
  }

  @Test func tellsTheLineOfEachFact() throws {
    let lines = Sample.facts.split(separator: "\n", omittingEmptySubsequences: false)
    func line(of text: String) throws -> Int { try #require(lines.firstIndex { $0 == text }) + 1 }
    let trump = try #require(
      try dictionary().explanation(of: "Donald J. Trump", on: CalendarDate("2018-01-01")).bearers.first)
    #expect(trump.spellings.map(\.place.line) == [try line(of: "  names: Donald J. Trump")])
    let office = try #require(trump.decidingOffice)
    #expect(
      trump.record.place(of: .office, at: office).line
        == (try line(of: "  office: President; GOV; 2017-01-20..2021-01-20")))
  }

  @Test func tellsBareNamesAndNouns() throws {
    let courts = try dictionary().explanation(of: "Supreme Court")
    #expect(courts.bearers.map(\.needsState) == [true, true])
    let minister = try dictionary().explanation(of: "foreign minister")
    #expect(minister.bearers.isEmpty)
    #expect(minister.nouns.map(\.sector) == ["GOV", "GOV"])
    #expect(Set(minister.nouns.map(\.isTitle)) == [false, true])
  }

  @Test func tellsNamesThatHoldTheWordsOfAnUnknownOne() throws {
    let found = try dictionary().explanation(of: "Tayyip")
    #expect(found.bearers.isEmpty)
    #expect(found.similar.map(\.id) == ["TUR/recep-tayyip-erdogan"])
  }

  @Test func tellsWhoHasTakenAName() throws {
    let own = FactsFile(name: "own.facts", text: "RUS/the-capital | Moscow\n  sector: GOV\n")
    let moscow = try dictionary(own).explanation(of: "Moscow")
    #expect(moscow.bearers.map(\.record.id) == ["RUS/the-capital", "RUS"])
    #expect(moscow.bearers.map(\.replacedBy) == [[], ["RUS/the-capital"]])
  }
}
