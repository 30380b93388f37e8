import Actors
import Articles
import Testing

/// The grammar of facts, and what breaks it.
struct FactsReaderTests {
  private func dictionary(_ text: String) throws -> ActorDictionary {
    try ActorDictionary(facts: [FactsFile(name: "test.facts", text: text)])
  }

  @Test func readsAState() throws {
    let dictionary = try dictionary(
      """
      # A comment.
      RUS | Russia
        names: Russian Federation; Soviet Union
        adjectives: Russian
        capital: Moscow
        seats: Kremlin = GOV; Lubyanka = SPY

      """)
    let russia = try #require(dictionary.record(id: "RUS"))
    #expect(russia.kind == .state)
    #expect(russia.names == ["Russian Federation", "Soviet Union"])
    #expect(russia.seats == [Seat(name: "Kremlin", sector: "GOV"), Seat(name: "Lubyanka", sector: "SPY")])
    #expect(russia.line == 2)
  }

  @Test func readsOfficesWithPartsOfDates() throws {
    let dictionary = try dictionary(
      """
      USA/antony-blinken | Antony Blinken
        gender: m
        office: Secretary of State; GOV; 2021-01-26..2025-01-20
        office: Deputy Secretary of State; GOV; 2015-01..2017
        office: Professor; EDU

      """)
    let blinken = try #require(dictionary.record(id: "USA/antony-blinken"))
    #expect(blinken.kind == .person)
    #expect(blinken.office(on: CalendarDate("2022-05-01"))?.title == "Secretary of State")
    #expect(blinken.office(on: CalendarDate("2017-12-31"))?.title == "Deputy Secretary of State")
    #expect(blinken.office(on: nil)?.title == "Secretary of State")
  }

  @Test(arguments: [
    ("RUS Russia\n", 1, "'|'"),
    ("Rus | Russia\n", 1, "no id"),
    ("  names: Russia\n", 1, "before any record"),
    ("RUS | Russia\n  capitol: Moscow\n", 2, "no field 'capitol'"),
    ("RUS | Russia\n\n  names Russia\n", 3, "no ':'"),
    ("RUS/a | A\n  office: President\n", 2, "1 parts"),
    ("RUS/a | A\n  office: President; GOV; 2012\n", 2, "no span of time"),
    ("RUS/a | A\n  office: President; GOV; 2012-02-30..\n", 2, "no date"),
    ("RUS/a | A\n  office: President; Gov; 2012..\n", 2, "no sector"),
    ("RUS/a | A\n  gender: x\n", 2, "no gender"),
    ("RUS/a | A\nRUS/b | B\nRUS/a | C\n", 3, "already"),
  ])
  func tellsWhereAFileIsWrong(text: String, line: Int, problem: String) throws {
    let error = try #require(throws: ActorsError.self) { try dictionary(text) }
    #expect(error.file == "test.facts")
    #expect(error.line == line)
    #expect(error.problem.contains(problem))
    #expect(!error.remedy.isEmpty)
  }

  @Test func joinsRecordsOfTwoFiles() throws {
    let dictionary = try ActorDictionary(facts: [
      FactsFile(name: "a.facts", text: "USA/john-kerry | John Kerry\n  office: Senator; LEG; 1985..2013-02-01\n"),
      FactsFile(
        name: "b.facts", text: "USA/john-kerry | John Kerry\n  office: Secretary of State; GOV; 2013-02-01..2017\n"),
    ])
    #expect(dictionary.records.count == 1)
    #expect(dictionary.records.first?.offices.count == 2)
  }

  @Test func loadsWhatComesWithTheProgram() throws {
    let dictionary = try ActorDictionary.load()
    #expect(dictionary.records.count > 3000)
    #expect(dictionary.record(id: "CHN")?.capitals.contains("Beijing") == true)
  }
}
