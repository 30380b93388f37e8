@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Testing

@Suite struct QueryTests {
  private let archive: TestArchive

  init() throws {
    let (a, b) = (ArchiveSample.article("a"), ArchiveSample.article("b", day: "2021-07-09"))
    let envoy = VoucherRow(statement: "s1", speaker: "Jane Doe")
    let place = PlaceRow(text: "Geneva", name: "Geneva", kind: .city, country: "CHE")
    archive = try TestArchive([
      ArchiveSample.entry(
        a, "The pipeline talks.",
        [
          ArchiveSample.event(a, "e1", place: place),
          ArchiveSample.event(
            a, "e2", .assault, by: [ArchiveSample.army], to: [ArchiveSample.usa], cameo: "190", trigger: "shelled"),
          ArchiveSample.event(
            a, "e3", .consult, [.future], by: [ArchiveSample.usa, ArchiveSample.china], to: [], trigger: "meet"),
        ], [ArchiveSample.statement(a)]),
      ArchiveSample.entry(
        b, "A raid at dawn.",
        [
          ArchiveSample.event(
            b, "e1", .assault, by: [ArchiveSample.army], to: [ArchiveSample.envoy], cameo: "1951", trigger: "raid",
            said: [envoy]),
          ArchiveSample.event(
            b, "e2", .assault, [.negation], by: [], to: [ArchiveSample.china], cameo: "190", trigger: "attack"),
          ArchiveSample.event(b, "e3", .sanction, cameo: "163", trigger: "ban", denied: [envoy]),
        ], [ArchiveSample.statement(b, "s1", .deny), ArchiveSample.statement(b, "s2", by: ArchiveSample.army)]),
    ])
  }

  @Test func partiesAreFoundByCodeSectorAndId() throws {
    #expect(try archive.keys { $0.actors = [.code("USA")] } == ["a/e1", "a/e3", "b/e3"])
    #expect(try archive.keys { $0.actors = [.code("CHN", sector: "MIL")] } == ["a/e2", "b/e1"])
    #expect(try archive.keys { $0.recipients = [.actor(id: "USA/jane-doe")] } == ["b/e1"])
    #expect(
      try archive.keys {
        $0.actors = [.code("CHN")]; $0.recipients = [.code("USA")]
      } == ["a/e2", "b/e1"])
    #expect(try archive.keys { $0.actors = [.code("FRA")] }.isEmpty)
  }

  @Test func actsBetweenPartiesAreFoundByMoreThanTheirCodes() throws {
    func keys(_ actor: PartyFilter, on recipient: PartyFilter) throws -> [String] {
      try archive.store.reports(ReportQuery(actor, on: recipient)).map(\.key)
    }
    let army = PartyFilter.code("CHN", sector: "MIL")
    #expect(try keys(army, on: .code("USA")) == ["a/e2", "b/e1"])
    #expect(try keys(army, on: .actor(id: "USA/jane-doe")) == ["b/e1"])
    #expect(try keys(.actor(id: "USA"), on: .actor(id: "CHN")) == ["a/e1", "a/e3", "b/e3"])
    #expect(try keys(.actor(id: "CHN"), on: .actor(id: "USA")) == ["a/e3"])
    // The codes are one: acts of a state on its own.
    #expect(try keys(.actor(id: "CHN"), on: army).isEmpty)
    #expect(try keys(.actor(id: "FRA"), on: army).isEmpty)
  }

  @Test func statementsAboutSeveralAreCountedInOnePass() throws {
    let others = [PartyFilter.code("USA"), .code("CHN"), .actor(id: "CHN")]
    let counts = try archive.store.stances(of: .code("USA"), about: others)
    #expect(counts == [[:], [.assert: 1, .deny: 1], [.assert: 1, .deny: 1]])
    #expect(try archive.store.stances(of: .code("USA"), about: others, since: "2021")[1] == [.deny: 1])
    #expect(try archive.store.stances(of: .code("CHN", sector: "MIL"), about: others)[1] == [.assert: 1])
  }

  @Test func actsAreFoundByWhetherTheirDayIsTold() throws {
    let article = ArchiveSample.article("c", day: "2022-01-01")
    try archive.store.add([
      ArchiveSample.entry(article, "A pact.", [ArchiveSample.event(article, "e1", .agree, day: "1974-05-02")])
    ])
    #expect(try archive.keys { $0.isDayTold = true } == ["c/e1"])
  }

  @Test func betweenTwoTakesEitherWayAndOneFooting() throws {
    let all = ["a/e1", "a/e2", "a/e3", "b/e1", "b/e3"]
    #expect(try archive.keys { $0.between = [.code("USA"), .code("CHN")] } == all)
    #expect(try archive.keys { $0.between = [.code("CHN"), .code("USA")] } == all)
    #expect(try archive.keys { $0.between = [.actor(id: "USA/jane-doe"), .code("CHN")] } == ["b/e1"])
    // Also where another way in leaves fewer rows and is taken.
    #expect(
      try archive.keys {
        $0.between = [.code("USA"), .code("CHN")]; $0.categories = [.assault]
      } == ["a/e2", "b/e1"])
  }

  @Test func actsAreFoundByWhatTheyAre() throws {
    #expect(try archive.keys { $0.categories = [.assault, .sanction] } == ["a/e2", "b/e1", "b/e2", "b/e3"])
    #expect(try archive.keys { $0.cameo = ["19"] } == ["a/e2", "b/e1", "b/e2"])
    #expect(try archive.keys { $0.cameo = ["195", "163"] } == ["b/e1", "b/e3"])
    #expect(try archive.keys { $0.quads = [1] } == ["a/e1", "a/e3"])
    #expect(try archive.keys { $0.place = "geneva" } == ["a/e1"])
    #expect(try archive.keys { $0.place = "CHE" } == ["a/e1"])
  }

  @Test(arguments: [
    (Modality.happened, ["a/e1", "a/e2", "b/e1"]), (.planned, ["a/e3"]), (.negated, ["b/e2"]), (.denied, ["b/e3"]),
    (.feared, []),
  ]) func everyEventHasOneModality(modality: Modality, keys: [String]) throws {
    #expect(try archive.keys { $0.modalities = [modality] } == keys)
    #expect(try archive.store.events(EventQuery()).filter { $0.modality == modality }.map(\.key) == keys)
  }

  @Test func vouchersDaysAndWordsAreAskedFor() throws {
    #expect(try archive.keys { $0.saidBy = [.name("jane doe")] } == ["b/e1"])
    #expect(try archive.keys { $0.saidBy = [.party(.code("USA", sector: "GOV"))] } == ["b/e1"])
    #expect(try archive.keys { $0.since = "2021" } == ["b/e1", "b/e2", "b/e3"])
    #expect(try archive.keys { $0.until = "2020-03" } == ["a/e1", "a/e2", "a/e3"])
    #expect(
      try archive.keys {
        $0.since = "2020-03-02"; $0.until = "2020-03-02"
      } == ["a/e1", "a/e2", "a/e3"])
    #expect(try archive.keys { $0.text = "raids" } == ["b/e1", "b/e2", "b/e3"])
    #expect(
      try archive.keys {
        $0.article = "b"; $0.categories = [.sanction]
      } == ["b/e3"])
  }

  @Test func pagesFollowOneAnother() throws {
    var keys: [String] = []
    while true {
      let page = try archive.keys {
        $0.limit = 2
        $0.after = keys.last
      }
      guard !page.isEmpty else { break }
      #expect(page.count <= 2)
      keys += page
    }
    #expect(keys == ["a/e1", "a/e2", "a/e3", "b/e1", "b/e2", "b/e3"])
    #expect(throws: ArchiveError.self) { try archive.keys { $0.after = "a/e9" } }
  }

  @Test func statementsAreFoundBySpeakerTopicAndStance() throws {
    func keys(_ change: (inout StatementQuery) -> Void) throws -> [String] {
      var query = StatementQuery()
      change(&query)
      return try archive.store.statements(query).map(\.key)
    }
    #expect(try keys { $0.saidBy = [.party(.actor(id: "USA/jane-doe"))] } == ["a/s1", "b/s1"])
    #expect(try keys { $0.saidBy = [.name("CHINESE ARMY")] } == ["b/s2"])
    #expect(try keys { $0.stances = [.deny] } == ["b/s1"])
    #expect(
      try keys {
        $0.about = [.code("CHN")]; $0.limit = 1; $0.after = "a/s1"
      } == ["b/s1"])
  }

  @Test func searchMarksWordsAndRefusesWhatIsNoQuestion() throws {
    let found = try archive.store.search("talk")
    #expect(found.map(\.article.id) == ["a"])
    #expect(found[0].snippet == "The pipeline [talks].")
    for words in ["\"talks", "AND", "talks OR", "", "*", "nothing:talks"] {
      #expect(throws: ArchiveError.self, "\(words)") { try archive.store.search(words) }
    }
  }

  @Test func namesResolveToCodesAndIds() throws {
    let dictionary = try ActorDictionary(facts: [
      FactsFile(
        name: "f",
        bytes: Array(
          """
          USA | United States
            capital: Washington
          USA/jane-doe | Jane Doe
            office: Envoy; GOV; 2019-01-01..

          """.utf8))
    ])
    #expect(try PartyFilter("USA", dictionary: dictionary) == .code("USA"))
    #expect(try PartyFilter("USA GOV", dictionary: dictionary) == .code("USA", sector: "GOV"))
    #expect(try PartyFilter("USAGOV", dictionary: dictionary) == .code("USA", sector: "GOV"))
    #expect(try PartyFilter("USA/x", dictionary: dictionary) == .actor(id: "USA/x"))
    #expect(SpeakerFilter("Nobody Known", dictionary: dictionary) == .name("Nobody Known"))
    #expect(throws: ArchiveError.self) { try PartyFilter("Nobody Known", dictionary: dictionary) }
  }
}
