@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Testing

/// Questions that find so much that they are answered otherwise than those that find little.
@Suite struct ManyTests {
  /// 7,500 happenings: in the first third an army acts, later the United States, every tenth time by an envoy on it.
  private let archive: TestArchive

  init() throws {
    archive = try TestArchive(
      (0..<500).map { number in
        let article = ArchiveSample.article("m\(number)", day: (CalendarDay(number: 18_000) + number).description)
        let events = (1...15).map { place -> EventRow in
          // Acts of one kind in one article would be one.
          let category = Category.allCases[place]
          if number < 170 {
            return ArchiveSample.event(
              article, "e\(place)", category, by: [ArchiveSample.army], to: [ArchiveSample.usa], trigger: "shelled")
          }
          return place == 10
            ? ArchiveSample.event(
              article, "e\(place)", category, by: [ArchiveSample.envoy], to: [ArchiveSample.army], trigger: "met")
            : ArchiveSample.event(
              article, "e\(place)", category, place % 2 == 0 ? [.future] : [], trigger: "threatened")
        }
        // Words that no other article has: none tells another's happenings.
        let words = (0..<20).map { "word\(number)x\($0)" }.joined(separator: " ")
        return ArchiveSample.entry(article, "Story \(words).", events)
      })
  }

  private static func query(latest: Bool, _ change: (inout HappeningQuery) -> Void) -> HappeningQuery {
    var query = HappeningQuery()
    query.isLatestFirst = latest
    change(&query)
    return query
  }

  @Test(arguments: [true, false])
  func theFirstOfManyAreThoseOfAll(latest: Bool) throws {
    let store = archive.store
    #expect(try store.counts().happenings == 7500)
    let changes: [(inout HappeningQuery) -> Void] = [
      { $0.report.actors = [.code("USA")] },
      { $0.report.actors = [.code("CHN", sector: "MIL")] },
      { $0.report.categories = [.threaten] },
      { $0.report.modalities = [.happened] },
      {
        $0.report.modalities = [.planned]; $0.report.until = "2019-12"
      },
      {
        $0.report.actors = [.code("CHN")]; $0.report.since = "2019-05"; $0.report.until = "2019-05-20"
      },
      { $0.report.between = [.code("USA"), .code("CHN")] },
      { $0.report.actors = [.actor(id: "USA/jane-doe")] },
      {
        $0.report.text = "story"; $0.report.categories = [.assault]
      },
    ]
    for (place, change) in changes.enumerated() {
      let all = try store.happenings(Self.query(latest: latest, change))
      #expect(!all.isEmpty, "\(place)")
      var limited = Self.query(latest: latest, change)
      limited.limit = 7
      #expect(try store.happenings(limited) == Array(all.prefix(7)), "\(place)")
      limited.after = all[all.count / 2].id
      #expect(try store.happenings(limited) == Array(all[(all.count / 2 + 1)...].prefix(7)), "\(place)")
    }
  }

  @Test func anActorsCountsAreThoseOfItsEvents() throws {
    let store = archive.store
    let usa = try store.counts(of: .code("USA"))
    #expect(usa.acts == 330 * 15 && usa.received == 170 * 15)
    let envoy = try store.counts(of: .actor(id: "USA/jane-doe"))
    #expect(envoy.acts == 330 && envoy.received == 0)
    #expect(try store.counts(of: .code("USA", sector: "GOV")) == envoy)
    #expect(try store.knows(.code("CHN", sector: "MIL")) && store.knows(.actor(id: "USA")))
    #expect(try !store.knows(.code("FRA")) && !store.knows(.code("CHN", sector: "GOV")))
    #expect(try store.hasEvents(moreThan: 7499) && !store.hasEvents(moreThan: 7500))
  }

  @Test func whatTakesTooLongIsBrokenOff() throws {
    let store = archive.store
    let code = #expect(throws: ArchiveError.self) { try NewsStore.limited(to: .zero) { try store.counts() } }?.code
    #expect(code == .tooLong)
    let sum = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
    let endless = #expect(throws: ArchiveError.self) {
      try NewsStore.limited(to: .milliseconds(50)) { try store.int(sum) }
    }
    #expect(endless?.code == .tooLong)
    // Later questions have their own time.
    #expect(try NewsStore.limited(to: .seconds(60)) { try store.int("SELECT count(*) FROM events") } == 7500)
    #expect(try store.int("SELECT count(*) FROM events") == 7500)
  }
}
