@testable import Analysis
@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Testing

@Suite struct AudienceTests {
  private func entry(
    _ id: String, _ content: String, to addressee: String? = nil, _ actor: ActorRow? = nil, in country: String? = nil,
    stance: Statement.Stance = .assert, tells event: (Events.Category, [Auxiliary])? = nil
  ) -> Entry {
    let article = ArchiveSample.article(id)
    var statement = ArchiveSample.statement(article, by: ArchiveSample.envoy, stance)
    statement.content = content
    statement.addressee = addressee
    statement.addresseeActor = actor
    statement.venueCountry = country
    var events: [EventRow] = []
    if let event {
      events = [
        ArchiveSample.event(article, "e1", event.0, event.1, by: [ArchiveSample.usa], to: [ArchiveSample.china])
      ]
      statement.events = ["e1"]
    }
    return ArchiveSample.entry(article, content, events, [statement])
  }

  @Test func audiencesAreWhoIsToldElseWhereItIsSaid() throws {
    let russia = ActorRow(id: "RUS", name: "Russia", kind: .state, code: "RUS", sectors: [])
    let archive = try TestArchive([
      entry("a", "one", to: "parliament"), entry("b", "two", to: "Moscow", russia), entry("c", "three", in: "FRA"),
      entry("d", "four", to: "UN General Assembly"), entry("e", "five", to: "unnamed reporters"),
      entry("f", "six", to: "voters in Ohio", ArchiveSample.usa),
    ])
    let result = try Audiences(of: News.usa, about: News.china, in: archive.store)
    let audiences = Dictionary(uniqueKeysWithValues: result.sayings.map { ($0.statement.article.id, $0.audience.name) })
    #expect(audiences == ["a": "home", "b": "RUS", "c": "FRA", "d": "international", "e": "press", "f": "home"])
    #expect(result.sayings.map(\.audience.name) == ["home", "home", "FRA", "RUS", "international", "press"])
  }

  @Test func supportToOneAndDenialToAnotherContradict() throws {
    let archive = try TestArchive([
      entry(
        "a", "the submarine blueprints will be delivered", to: "Beijing", ArchiveSample.china,
        tells: (.cooperate, [.future])),
      entry("b", "that any submarine blueprints were delivered", to: "parliament", stance: .deny),
      entry("c", "that grain prices rose", to: "parliament", stance: .deny),
      entry("d", "the harvest was good", to: "parliament"),
      entry("e", "roads are long", to: "parliament"),
    ])
    let result = try Audiences(of: News.usa, about: News.china, in: archive.store)
    #expect(result.contradictions.map { "\($0.first.statement.key) \($0.second.statement.key)" } == ["a/s1 b/s1"])
  }

  @Test func textOfArticlesIsNoMarkupInAReport() throws {
    let russia = ActorRow(
      id: "RUS", name: "<script>alert(1)</script> [^9]", kind: .person, code: "CHN", sectors: ["GOV"])
    let archive = try TestArchive([
      News.act(
        "a<b>", .consult, on: "2020-01-05", mode: "visit", by: [ArchiveSample.envoy], to: [russia], trigger: "visit")
    ])
    let report = try Report(of: News.usa, and: News.china, in: archive.store)
    #expect(!report.html.contains("<script>") && report.html.contains("&lt;script&gt;"))
    #expect(report.markdown.contains("## Contacts"))
  }
}
