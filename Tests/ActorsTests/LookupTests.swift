import Actors
import Articles
import Testing

/// Names looked up as of a day.
struct LookupTests {
  private let dictionary: ActorDictionary

  init() throws {
    dictionary = try ActorDictionary(facts: [FactsFile(name: "test.facts", text: Sample.facts)])
  }

  @Test(arguments: ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "RECEP TAYYIP ERDOGAN", "Erdogan", "Erdoğan"])
  func findsAcrossAccentsAndCase(name: String) throws {
    #expect(dictionary.actor(named: name)?.id == "TUR/recep-tayyip-erdogan")
  }

  @Test(arguments: ["Kim Jong-un", "Kim Jong Un", "Kim", "kim jong‑un"])
  func findsAcrossHyphens(name: String) throws {
    #expect(dictionary.actor(named: name)?.code == "PRK")
  }

  @Test(arguments: ["UN", "U.N.", "the United Nations", "United Nations"])
  func findsAcrossPointsAndArticles(name: String) throws {
    #expect(dictionary.actor(named: name)?.code == "UNO")
  }

  @Test func resolvesAsOfADay() throws {
    func trump(_ day: String) throws -> Entity {
      try #require(dictionary.actor(named: "Donald Trump", on: CalendarDate(day)))
    }
    #expect(try trump("2016-05-01").sectors == ["PTY"])
    #expect(try trump("2018-05-01").office == "President")
    #expect(try trump("2022-01-01").sectors == ["ELI"])
    #expect(try trump("2022-01-01").office == nil)
    #expect(try trump("2025-06-01").sectors == ["GOV"])
  }

  @Test func putsHoldersOfAnOfficeFirst() throws {
    let bushes = dictionary.actors(named: "Bush", on: CalendarDate("2003-01-01"))
    #expect(bushes.map(\.id) == ["USA/george-w-bush", "USA/george-hw-bush"])
  }

  @Test func knowsNothingOfOthers() {
    #expect(dictionary.actors(named: "Atlantis").isEmpty)
    #expect(dictionary.actors(named: "").isEmpty)
  }
}
