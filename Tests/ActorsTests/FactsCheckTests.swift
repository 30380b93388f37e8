import Actors
import Articles
import Testing

/// What cannot be in facts, and what lacks.
struct FactsCheckTests {
  private static let base = """
    FRA | France

    ITA | Italy

    GOV | government
      nouns: minister
      single: President; Prime Minister

    LEG | legislature
      nouns: deputy


    """

  private func findings(_ text: String) throws -> [FactsFinding] {
    FactsCheck.findings(in: try ActorDictionary(facts: [FactsFile(name: "test.facts", text: Self.base + text)]))
  }

  private static func person(_ slug: String, _ fields: String...) -> String {
    let name = slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    return "FRA/\(slug) | \(name)\n" + fields.map { "  \($0)\n" }.joined() + "\n"
  }

  private static func holders(_ first: String, _ second: String, title: String = "President") -> String {
    person("ada-un", "office: \(title); GOV; \(first)") + person("bo-deux", "office: \(title); GOV; \(second)")
  }

  @Test(arguments: [
    (person("ada-un", "office: President; GOV; 2012-05..2010"), "until 2010, before it begins"),
    (person("ada-un", "office: Head; XXX; 2012.."), "'XXX' is no sector"),
    (person("ada-un", "office: Mayor; GOV; 2001..2008", "office: Mayor; GOV; 2005..2010"), "twice at a time"),
    (holders("2012..2017-05-14", "2016-01-01.."), "while Ada Un is so until 2017-05-14"),
    (holders("2012..", "2016-01-01.."), "while Ada Un is so still"),
    (person("ada-un", "names: A. Un") + person("bo-deux", "names: A. Un"), "also names FRA/ada-un"),
    ("IGO/alps | Alps\n  members: FRA; ITB\n", "'ITB' of IGO/alps"), ("MCO | Monaco\n  of: FRB\n", "'FRB'"),
    ("QQQ/x | X\n", "'QQQ' is no state"), ("ITA/x | X\n  sector: GOW\n", "'GOW' is no sector"),
  ])
  func findsWhatCannotBe(text: String, problem: String) throws {
    let errors = try findings(text).filter { $0.severity == .error }
    #expect(errors.count == 1)
    let error = try #require(errors.first)
    #expect(error.problem.contains(problem))
    #expect(error.place.file == "test.facts")
    #expect(error.place.line > Self.base.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    #expect(!error.remedy.isEmpty)
  }

  @Test func tellsTheLine() throws {
    let text = Self.holders("2012..", "2016-01-01..")
    let lines = (Self.base + text).split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("2016-01-01") }) + 1
    #expect(try findings(text).map(\.place.line) == [line])
  }

  @Test func takesSuccessionInOneDayMonthOrYear() throws {
    #expect(try findings(Self.holders("2012..2017-05-14", "2017-05-14..")).isEmpty)
    #expect(try findings(Self.holders("2012..2017-05", "2017-05..")).isEmpty)
    #expect(try findings(Self.holders("2012..2017", "2017-03-01..")).isEmpty)
  }

  @Test func takesSeveralHoldersOfOtherOfficesAndActingOnes() throws {
    #expect(try findings(Self.holders("2012..", "2014..", title: "Deputy Minister")).isEmpty)
    #expect(
      try findings(
        Self.person("ada-un", "office: President; GOV; 2012..2017")
          + Self.person("bo-deux", "office: Acting President; GOV; 2013-01-01..2013-02-01")
      ).isEmpty)
  }

  @Test func takesOfficesThatAreSaidToBeShared() throws {
    let text =
      Self.holders("2012..", "2016-01-01..2018") + "FRA/state | French Republic\n  shared: President = 2016..2018\n"
    #expect(try findings(text).isEmpty)
    let later =
      Self.holders("2012..", "2016-01-01..2019") + "FRA/state | French Republic\n  shared: President = 2016..2018\n"
    #expect(try findings(later).map(\.severity) == [.error])
  }

  @Test func findsHoldersBeforeThereWasTheOffice() throws {
    let text = Self.person("ada-un", "office: President; GOV; 1990..1995")
    #expect(try findings(text + "FRA/state | French Republic\n  since: 1992-01-01\n").map(\.severity) == [.error])
    #expect(try findings(text + "FRA/state | French Republic\n  since: 1989\n").isEmpty)
    #expect(
      try findings(text + "FRA/state | French Republic\n  since: 1989; President = 1993\n").map(\.severity) == [.error])
  }

  @Test func warnsOfGaps() throws {
    let text = Self.holders("2012..2014-01-01", "2016-01-01..")
    let warning = try #require(try findings(text).first)
    #expect(warning.severity == .warning)
    #expect(warning.problem.contains("Nobody is President of FRA from 2014-01-01 to 2016-01-01"))
    let told = text + "FRA/state | French Republic\n  vacant: President = 2014..2016\n"
    #expect(try findings(told).isEmpty)
    let acting = text + Self.person("cy-trois", "office: Interim President; GOV; 2014-01-01..2016-01-01")
    #expect(try findings(acting).isEmpty)
  }

  @Test func takesNamesakesAndThoseWhoServedTwo() throws {
    let two = "FRA/ada-un | Ada Un\n  gender: f\n\nITA/ada-un | Ada Un\n  gender: f\n"
    #expect(try findings(two).count == 1)
    #expect(try findings(two + "  namesake: FRA/ada-un\n").isEmpty)
    #expect(try findings(two + "  also: FRA/ada-un\n").isEmpty)
    #expect(try findings("FRA/ada-un | Ada Un\n  gender: f\n\nIGO/ada-un | Ada Un\n  gender: f\n").isEmpty)
  }

  @Test func warnsOfWhatSaysNothing() throws {
    let text =
      "FRA/x | X\n  names: Y; Y\n  bare:\n  namesake: FRA/z\n\nFRA/state | French Republic\n  vacant: Presidnet\n"
    let found = try findings(text)
    #expect(found.map(\.severity) == [.warning, .warning, .warning, .warning])
  }

  @Test func tellsOfTheFilesAskedForAlone() throws {
    let dictionary = try ActorDictionary(facts: [
      FactsFile(name: "test.facts", text: Self.base + "QQQ/x | X\n")
    ]).adding([FactsFile(name: "own.facts", text: "RRR/y | Y\n")])
    #expect(FactsCheck.findings(in: dictionary, files: ["own.facts"]).map(\.place.file) == ["own.facts"])
    #expect(FactsCheck.findings(in: dictionary).count == 2)
  }

  @Test func nothingIsWrongInTheFactsThatComeWithTheProgram() throws {
    let errors = FactsCheck.findings(in: try ActorDictionary.load()).filter { $0.severity == .error }
    #expect(errors.map(\.description) == [])
  }
}
