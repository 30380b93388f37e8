@testable import Analysis
@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Testing

@Suite struct ActTests {
  private func standing(_ entry: Entry) throws -> Act.Standing? {
    let archive = try TestArchive([entry])
    return Act.all(in: try archive.store.reports(ReportQuery(News.usa, on: News.china)), by: News.usa).first?.standing
  }

  @Test func whatTheArticleItselfSaysIsVouchedFor() throws {
    #expect(try standing(News.act("a", .sanction, on: "2020-01-05")) == .vouched)
  }

  @Test func whatOneSpeakerSaysIsAlleged() throws {
    #expect(try standing(News.act("a", .sanction, on: "2020-01-05", saidBy: [ArchiveSample.army])) == .alleged)
  }

  @Test func twoSpeakersOfDifferentStatesVouch() throws {
    let both = [ArchiveSample.army, ArchiveSample.envoy]
    #expect(try standing(News.act("a", .sanction, on: "2020-01-05", saidBy: both)) == .vouched)
    // Two of one state are one source.
    let one = [ArchiveSample.army, ArchiveSample.china]
    #expect(try standing(News.act("a", .sanction, on: "2020-01-05", saidBy: one)) == .alleged)
  }

  @Test func whoeverSpeaksVouchesForHisOwnWordsButNotForHisDeeds() throws {
    #expect(try standing(News.act("a", .support, on: "2020-01-05", saidBy: [ArchiveSample.envoy])) == .vouched)
    #expect(try standing(News.act("a", .aid, on: "2020-01-05", saidBy: [ArchiveSample.envoy])) == .alleged)
  }

  @Test func whatIsNotDoneIsNoDeed() throws {
    #expect(try standing(News.act("a", .aid, on: "2020-01-05", [.future])) == .planned)
    #expect(try standing(News.act("a", .aid, on: "2020-01-05", [.hypothetical])) == .feared)
    #expect(try standing(News.act("a", .aid, on: "2020-01-05", [.negation])) == .negated)
    #expect(try standing(News.act("a", .aid, on: "2020-01-05", [.historical])) == .past)
    #expect(try standing(News.act("a", .aid, on: "2020-01-05", deniedBy: [ArchiveSample.china])) == .denied)
  }

  @Test func anActOnOneFootingIsOfBothOnEachOther() throws {
    let both = [ArchiveSample.usa, ArchiveSample.china]
    let archive = try TestArchive([News.act("a", .consult, on: "2020-01-05", by: both, to: [])])
    #expect(try archive.store.reports(ReportQuery(News.usa, on: News.china)).count == 1)
    #expect(try archive.store.reports(ReportQuery(News.china, on: News.usa)).count == 1)
    // Also where one of them is asked for by sector.
    let army = PartyFilter.code("CHN", sector: "MIL")
    let mixed = try TestArchive([
      News.act("a", .consult, on: "2020-01-05", by: [ArchiveSample.usa, ArchiveSample.army], to: []),
      News.act("b", .aid, on: "2020-01-06", to: [ArchiveSample.army]), News.act("c", .aid, on: "2020-01-07"),
    ])
    #expect(try mixed.store.reports(ReportQuery(News.usa, on: army)).map(\.key) == ["a/e1", "b/e1"])
  }

  @Test func filtersNarrowWhatIsCounted() throws {
    let archive = try TestArchive([
      News.act("a", .aid, on: "2020-01-05"), News.act("b", .sanction, on: "2020-02-05"),
      News.act("c", .aid, on: "2020-03-05"),
    ])
    var query = ReportQuery(News.usa, on: News.china, until: "2020-02")
    #expect(try archive.store.reports(query).map(\.key) == ["a/e1", "b/e1"])
    query.filter.categories = [.aid]
    #expect(try archive.store.reports(query).map(\.key) == ["a/e1"])
  }
}
