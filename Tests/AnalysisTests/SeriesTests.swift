@testable import Analysis
@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Testing

@Suite struct SeriesTests {
  @Test func happeningsAreCountedAndNotReports() throws {
    // Two papers tell one act, in nearly the same words.
    let words =
      "The United States imposed sanctions on the shipbuilders of Dalian over the stolen blueprints of turbines."
    let archive = try TestArchive([
      News.act("a", .sanction, on: "2020-01-05", publisher: "one", text: words),
      News.act("b", .sanction, on: "2020-01-05", publisher: "two", text: words + " Dalian protested."),
      News.act("c", .aid, on: "2020-03-09"),
    ])
    let series = try DyadSeries(of: News.usa, and: News.china, in: archive.store)
    let points = try #require(series.points[.forth])
    #expect(points.map(\.acts.count) == [1, 0, 1])
    #expect(points[0].acts.first?.sources == 1)
    #expect(points[0].quads == [0, 0, 0, 1])
    #expect(points[2].mean == 7.4)
    #expect(series.points[.back]?.allSatisfy(\.acts.isEmpty) == true)
    // A month without articles is missing, and says nothing of peace.
    #expect(series.coverage.articles == [2, 0, 1])
    let row = try #require(series.table.rows.first { $0[0] == .text("2020-02") })
    #expect(row[4] == .none && row[9] == .none)
  }

  @Test func whatIsNotVouchedForIsCountedBeside() throws {
    let archive = try TestArchive([
      News.act("a", .sanction, on: "2020-01-05", [.future]),
      News.act("b", .assault, on: "2020-01-06", deniedBy: [ArchiveSample.china]),
      News.act("c", .coerce, on: "2020-01-07", saidBy: [ArchiveSample.army]),
    ])
    let point = try #require(try DyadSeries(of: News.usa, and: News.china, in: archive.store).points[.forth]?.first)
    #expect(point.acts.isEmpty && point.mean == nil)
    #expect(point.beside == [.planned: 1, .denied: 1, .alleged: 1])
  }

  @Test func theCounterpartWithTheWidestSureGapComesFirst() throws {
    let russia = ActorRow(id: "RUS", name: "Russia", kind: .state, code: "RUS", sectors: [])
    let france = ActorRow(id: "FRA", name: "France", kind: .state, code: "FRA", sectors: [])
    var entries: [Entry] = []
    for day in 1...6 {
      let date = "2020-0\(day)-10"
      // Kind words and hard deeds; kind words and kind deeds.
      entries.append(News.act("c\(day)", .support, on: date))
      entries.append(News.act("d\(day)", .coerce, on: date))
      entries.append(News.act("r\(day)", .support, on: date, to: [russia]))
      entries.append(News.act("s\(day)", .cooperate, on: date, to: [russia]))
    }
    // A wide gap of one word and one deed shows nothing.
    entries.append(News.act("f1", .support, on: "2020-01-10", to: [france]))
    entries.append(News.act("f2", .assault, on: "2020-01-10", to: [france]))
    let archive = try TestArchive(entries)
    let result = try WordsAndDeeds(of: News.usa, toward: [], in: archive.store)
    #expect(result.counterparts.map(\.party) == [.code("CHN"), .code("RUS"), .code("FRA")])
    let china = result.counterparts[0].whole
    #expect(china.words.count == 6 && china.deeds.count == 6)
    #expect(china.gap?.value == 4.6 + 7.2)
    #expect(result.counterparts[2].isEnough == false)
    #expect(result.ranking.rows.count == 3)
    #expect(result.counterparts[0].wordsTrend == 0)
  }

  @Test func theNetworkCountsWhatAnArticleVouchesFor() throws {
    let archive = try TestArchive([
      News.act("a", .aid, on: "2020-01-05"), News.act("b", .sanction, on: "2020-01-06"),
      News.act("c", .assault, on: "2020-01-07", saidBy: [ArchiveSample.army]),
      News.act("d", .aid, on: "2020-01-08", [.future]),
      News.act("e", .accuse, on: "2020-01-09", by: [ArchiveSample.army], to: [ArchiveSample.envoy]),
    ])
    let network = try Network(in: archive.store)
    #expect(network.edges.map { "\($0.source) \($0.target) \($0.happenings)" } == ["USA CHN 2", "CHN USA 1"])
    #expect(network.edges[0].quads == [0, 1, 0, 1])
    #expect(network.graphML.contains("<edge source=\"USA\" target=\"CHN\"><data key=\"happenings\">2</data>"))
    #expect(try Network(in: archive.store, least: 2).edges.count == 1)
    #expect(try Network(in: archive.store, since: "2020-01-09").edges.map(\.source) == ["CHN"])
  }

  @Test func anEmptyArchiveHasNothingToShow() throws {
    let store = try TestArchive().store
    #expect(try DyadSeries(of: News.usa, and: News.china, in: store).table.rows.isEmpty)
    #expect(try WordsAndDeeds(of: News.usa, toward: [], in: store).counterparts.isEmpty)
    #expect(try ContactLedger(of: News.usa, and: News.china, in: store).contacts.isEmpty)
    #expect(try PromiseLedger(of: News.usa, in: store).promises.isEmpty)
    #expect(try Schedule(in: store).items.isEmpty)
    #expect(try Audiences(of: News.usa, about: News.china, in: store).sayings.isEmpty)
    #expect(try Network(in: store).edges.isEmpty)
    #expect(try Report(of: News.usa, and: News.china, in: store).html.contains("<h1>USA and CHN</h1>"))
  }
}
