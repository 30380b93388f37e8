import Actors
import Articles
import Testing

/// Actor and agent files as TABARI and PETRARCH take them.
struct PetrarchReaderTests {
  private func dictionary(_ text: String) throws -> ActorDictionary {
    try ActorDictionary(facts: [FactsFile(name: "test.facts", text: Sample.facts)])
      .adding([FactsFile(name: "own.txt", text: text)])
  }

  @Test func readsNamesWithSynonymsAndDatedCodes() throws {
    let own = try dictionary(
      """
      # A comment.
      LENA_MARIS_  ; another
      +MINISTER_LENA_MARIS_
      +L._MARIS_ # and another
      \t[FRAELI 19850301-960630]
      \t[FRALEG 960701-011231]
      \t[FRAGOV >20020101]
      """)
    #expect(own.warnings.isEmpty)
    func maris(_ day: String) throws -> Entity {
      try #require(own.actor(named: "Lena Maris", on: CalendarDate(day)))
    }
    #expect(try maris("1990-01-01").sectors == ["ELI"])
    #expect(try maris("1999-01-01").sectors == ["LEG"])
    #expect(try maris("2010-01-01").sectors == ["GOV"])
    #expect(try maris("2010-01-01").kind == .person)
    #expect(own.actor(named: "L. Maris")?.id == "FRA/lena-maris")
    #expect(own.actor(named: "Maris")?.id == "FRA/lena-maris")
    let spellings = own.explanation(of: "Minister Lena Maris").bearers.flatMap(\.spellings)
    #expect(spellings.map(\.place) == [FactPlace(file: "own.txt", line: 3)])
  }

  @Test func takesTwoDigitsUpToThirtyForThisCentury() throws {
    let own = try dictionary("A_B_\n\t[FRAGOV 990101-301231]\n\t[FRAOPP 310101-981231]\n")
    let offices = try #require(own.record(id: "FRA/a-b")).offices
    #expect(offices.map(\.from) == [CalendarDate("1999-01-01"), CalendarDate("1931-01-01")])
    #expect(offices.map(\.to) == [CalendarDate("2030-12-31"), CalendarDate("1998-12-31")])
  }

  @Test func takesACodeBesideTheNameAndNamesWithoutPlus() throws {
    let own = try dictionary("WIDE_LEAGUE_ [IGO]\n+W.L._\nNARROW_LEAGUE_\nNARROW_UNION_\n\t[NGO]\n")
    #expect(own.actor(named: "W.L.")?.code == "IGO")
    #expect(own.actor(named: "Narrow Union")?.id == "NGO/narrow-league")
  }

  @Test(arguments: [
    ("USAGOV", "USA", ["GOV"]), ("USAGOVMIL", "USA", ["GOV"]), ("USAGOVLEG", "USA", ["LEG"]),
    ("USAMED", "USA", ["JRN"]),
    ("USAHLH", "USA", ["MED"]), ("USAOPPMED", "USA", ["OPP"]), ("USAHRI", "USA", ["SOC"]),
    ("USAMUSREB", "USA", ["REB"]),
    ("USAJEW", "USA", ["REL"]), ("IGOUNO", "UNO", []), ("IGOUNOKID", "UNO", []), ("IGOEUREEC", "EUR", []),
    ("IGOWSTNAT", "IGO", []), ("NGOHRI", "NGO", []), ("NGOHLHRCR", "NGO", ["MED"]), ("MNCUSAHLH", "MNC", ["BUS"]),
    ("IMGMUSALQ", "IMG", []), ("SASREB", "IMG", []), ("USRRUS", "RUS", []), ("DDRGOV", "DEU", ["GOV"]),
  ])
  func mapsCAMEOToPLOVER(code: String, actor: String, sectors: [String]) throws {
    let facts = Sample.facts + "\nDEU | Germany\n  adjectives: German\n"
    let own = try ActorDictionary(facts: [FactsFile(name: "test.facts", text: facts)])
      .adding([FactsFile(name: "own.txt", text: "THE_ODD_NAME_\n\t[\(code)]\n")])
    #expect(own.warnings.isEmpty)
    let entity = try #require(own.actor(named: "Odd Name"))
    #expect(entity.code == actor)
    #expect(entity.sectors == sectors)
  }

  @Test func givesNamesOfAStateToItsRecord() throws {
    let own = try dictionary("TURKIYE_ [TUR]\n+TURKISH_\n")
    #expect(own.actor(named: "Turkiye")?.id == "TUR")
    // An adjective stays one.
    #expect(own.explanation(of: "Turkish").bearers.flatMap(\.spellings).map(\.role).contains("adjective"))
  }

  @Test func joinsWhomTheFirstKnowsByAnyName() throws {
    let own = try dictionary("DONALD_J._TRUMP_\n+THE_DONALD_\n\t[USABUS 800101-150615]\n")
    #expect(own.actor(named: "The Donald")?.id == "USA/donald-trump")
    #expect(own.actor(named: "Donald Trump", on: CalendarDate("2000-01-01"))?.sectors == ["BUS"])
    #expect(own.actor(named: "Donald Trump", on: CalendarDate("2018-01-01"))?.office == "President")
  }

  @Test func keepsARecordForEachStateServed() throws {
    let own = try dictionary("OLA_NORD_\n\t[FRAGOV <991231]\n\t[IGOUNO >20000101]\n")
    #expect(own.actor(named: "Ola Nord", on: CalendarDate("1998-01-01"))?.code == "FRA")
    #expect(own.actor(named: "Ola Nord", on: CalendarDate("2005-01-01"))?.code == "UNO")
  }

  @Test func takesANameFromAllForNobody() throws {
    #expect(try dictionary("SOCHI_ [---]\n").actors(named: "Sochi").isEmpty)
  }

  @Test func readsAgentsWithPluralsAndSets() throws {
    let own = try dictionary(
      """
      !FOLK! = MAN, WOMEN
      SHEEP!FOLK! [~AGR]
      NAVVY [~LAB]
      WOODSMAN {WOODSMEN} [~LAB]
      RABBLE {} [~CVL]
      CHURCH_WARDEN [~CHRCTH]
      INFORMATION_OFFICE [~GOVMED]
      """)
    func sector(_ noun: String) -> String? { own.explanation(of: noun).nouns.first?.sector }
    #expect(own.warnings.isEmpty)
    #expect(sector("sheepman") == "AGR")
    #expect(sector("sheepwomen") == "AGR")
    #expect(sector("navvies") == "LAB")
    #expect(sector("woodsmen") == "LAB")
    #expect(sector("woodsmans") == nil)
    #expect(sector("rabbles") == nil)
    #expect(sector("church wardens") == "REL")
    #expect(sector("information office") == "GOV")
  }

  @Test(arguments: [
    ("X_Y_\n\t[FRAGOV 2009011]\n", 2, "no time"), ("X_Y_\n\t[FRAGOV 20090101-20080101]\n", 2, "ends before"),
    ("X_Y_ [FRAGO]\n", 1, "no CAMEO code"), ("X_Y_ [QQQGOV]\n", 1, "neither a state"),
    ("A_B_ [FRA]\nX_Y_\n", 2, "has no code"), ("A_B_ [FRA]\nX_Y_\n\t[FRAGOV\n", 3, "not closed"),
    ("A_B_ [FRA]\n\tFRAGOV]\n", 2, "without '['"), ("\t[FRAGOV]\n", 1, "before any name"),
    ("A_B_ [FRA]\nMAD!FOLK! [~CVL]\n", 2, "no set of words"), ("A_B_ [FRA]\nODDITY [~XYZ]\n", 2, "no sector"),
    ("X_Y_ [SEA]\n", 1, "region"), ("X_Y_ [ELI]\n", 1, "role without an actor"),
  ])
  func tellsWhatItLeavesOut(text: String, line: Int, problem: String) throws {
    let warnings = try dictionary(text).warnings
    let warning = try #require(warnings.first)
    #expect(warning.place == FactPlace(file: "own.txt", line: line))
    #expect(warning.problem.contains(problem))
    #expect(!warning.remedy.isEmpty)
  }

  @Test func theFormIsToldByTheContent() throws {
    #expect(throws: ActorsError.self) { try dictionary("LENA_MARIS_ of France\n") }
    let facts = try dictionary("FRA/maris | Lena Maris\n  names: L. [Lena] Maris\n")
    #expect(facts.record(id: "FRA/maris") != nil)
  }
}
