@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Testing

@Suite struct HappeningTests {
  private static let story =
    "Raid on the Karibu pipeline kills guards; envoys fly to Geneva for talks on the ceasefire line"

  private static func entry(
    _ id: String, day: String = "2020-03-02", publisher: String? = nil, text: String = story,
    _ trigger: String = "raid",
    day told: String? = nil, by actor: ActorRow = ArchiveSample.army, more: [EventRow] = []
  ) -> Entry {
    let article = ArchiveSample.article(id, day: day, publisher: publisher)
    let event = ArchiveSample.event(
      article, "e1", .assault, mode: "firearms", by: [actor], to: [ArchiveSample.usa], day: told, trigger: trigger,
      words: "army raid pipeline guards")
    return ArchiveSample.entry(article, text, [event] + more)
  }

  private func happenings(_ entries: [Entry]) throws -> [[String]] {
    let archive = try TestArchive(entries)
    return try archive.store.happenings(HappeningQuery()).map { try archive.store.mentions(of: $0.id).map(\.key) }
  }

  private func happening(_ archive: TestArchive) throws -> HappeningRow {
    try #require(try archive.store.happenings(HappeningQuery()).first)
  }

  @Test func whatSeveralArticlesTellIsOneHappening() throws {
    // The same words in another order: no copies.
    let words = Self.story.split(separator: " ").map(String.init)
    let archive = try TestArchive([
      Self.entry("a"), Self.entry("b", text: words.reversed().joined(separator: " ")),
      Self.entry("c", day: "2020-03-03", text: words.sorted().joined(separator: " ")),
    ])
    let row = try happening(archive)
    #expect(row.reports == 3 && row.sources == 3 && row.mentions == 3)
    #expect(row.day == "2020-03-02")
    #expect(try archive.store.reports(of: row.id).map(\.key) == ["a/e1", "b/e1", "c/e1"])
    let links = try archive.store.links(of: row.id)
    #expect(links.map(\.second) == ["b/e1", "c/e1"])
    #expect(links[0].score.parts.map(\.name).contains("trigger"))
    #expect(abs(links[0].score.total - links[0].score.parts.reduce(0) { $0 + $1.value }) < 1e-9)
  }

  @Test func anotherStoryAndAnotherTimeAreOtherHappenings() throws {
    let far = "Ministers in Oslo sign a fisheries treaty after years of quarrels about cod quotas in northern waters"
    #expect(try happenings([Self.entry("a"), Self.entry("b", text: far)]).count == 2)
    #expect(try happenings([Self.entry("a"), Self.entry("b", day: "2020-06-02")]).count == 2)
  }

  @Test func wordsThatPutItOnOneDayBridgeMonths() throws {
    let told = [
      Self.entry("a", day: "2020-03-02", day: "2020-03-01"), Self.entry("b", day: "2020-09-01", day: "2020-03-01"),
    ]
    #expect(try happenings(told).count == 1)
  }

  @Test func anArticleIsOneReportHoweverOftenItTellsTheAct() throws {
    let article = ArchiveSample.article("b")
    let again = ArchiveSample.event(
      article, "e2", .assault, mode: "firearms", by: [ArchiveSample.army], to: [ArchiveSample.usa], trigger: "raid",
      sentence: 2,
      words: "army raid pipeline guards")
    let archive = try TestArchive([Self.entry("a"), Self.entry("b", more: [again])])
    let row = try happening(archive)
    #expect(row.reports == 2 && row.mentions == 3)
    #expect(try archive.store.reports(of: row.id).count == 2)
  }

  @Test func copiesOfOneTextAndOnePublisherAreOneSource() throws {
    let long = Self.story + " and the wire copy goes on, word for word, about guards who saw trucks leave at dawn"
    let copies = try TestArchive([Self.entry("a", text: long), Self.entry("b", text: long)])
    #expect(try happening(copies).sources == 1)
    let other = String(long.split(separator: " ").reversed().joined(separator: " "))
    let apart = try TestArchive([Self.entry("a", text: long), Self.entry("b", text: other)])
    #expect(try happening(apart).sources == 2)
    let paper = try TestArchive([
      Self.entry("a", publisher: "One", text: long), Self.entry("b", publisher: "one", text: other),
    ])
    #expect(try happening(paper).sources == 1)
  }

  @Test func theOrderOfComingDoesNotMatterNorHowManyAtATime() throws {
    let entries = (0..<12).map { index in
      Self.entry(
        "n\(index)", day: "2020-03-0\(1 + index % 5)", ["raid", "attack", "shelling"][index % 3],
        by: index % 4 == 0 ? ArchiveSample.envoy : ArchiveSample.army)
    }
    let all = try TestArchive(entries)
    let rows = try all.store.happenings(HappeningQuery())
    #expect(rows.contains { $0.reports > 1 })
    let reversed = try TestArchive(entries.reversed())
    #expect(try reversed.store.happenings(HappeningQuery()) == rows)
    let single = try TestArchive()
    for entry in entries {
      try single.store.add([entry])
      try single.store.reckonHappenings()
    }
    #expect(try single.store.happenings(HappeningQuery()) == rows)
    for row in rows {
      #expect(try single.store.reports(of: row.id).map(\.key) == all.store.reports(of: row.id).map(\.key))
    }
  }

  @Test func aReplacedArticleLeavesItsHappenings() throws {
    let archive = try TestArchive([Self.entry("a"), Self.entry("b"), Self.entry("c")])
    let article = ArchiveSample.article("b")
    try archive.store.add([ArchiveSample.entry(article, "Nothing of it is left.", [])])
    try archive.store.reckonHappenings()
    let rows = try archive.store.happenings(HappeningQuery())
    #expect(rows.map(\.reports) == [2])
    #expect(try archive.store.reports(of: rows[0].id).map(\.key) == ["a/e1", "c/e1"])
    #expect(rows[0].id == HappeningWriter.id(of: "a", "e1"))
  }

  @Test func claimsAndDenialsAreCountedApart() throws {
    let article = ArchiveSample.article("b")
    let voucher = VoucherRow(statement: "s1", speaker: "Jane Doe")
    let event = ArchiveSample.event(
      article, "e1", .assault, mode: "firearms", by: [ArchiveSample.army], to: [ArchiveSample.usa], trigger: "raid",
      said: [voucher],
      denied: [voucher], words: "army raid pipeline guards")
    let entry = ArchiveSample.entry(article, Self.story, [event], [ArchiveSample.statement(article)])
    let row = try happening(try TestArchive([Self.entry("a"), entry]))
    #expect(row.reports == 2 && row.claimed == 1 && row.denied == 1)
  }
}

@Suite struct LinkageTests {
  @Test func aChainDoesNotMakeACluster() {
    let chain = [(a: 0, b: 1, score: 1.0), (a: 1, b: 2, score: 1.0), (a: 2, b: 3, score: 1.0)]
    #expect(Linkage.clusters(of: 4, scores: chain, missing: -2, threshold: 0) == [[0, 1], [2, 3]])
    #expect(Linkage.clusters(of: 4, scores: chain, missing: 0, threshold: 0) == [[0, 1, 2, 3]])
  }

  @Test func itemsOfOneGroupStayApart() {
    let scores = [(a: 0, b: 1, score: 2.0), (a: 0, b: 2, score: 1.0), (a: 1, b: 2, score: 3.0)]
    #expect(
      Linkage.clusters(of: 3, scores: scores, exclusive: [7, 8, 8], missing: -2, threshold: 0) == [[0, 1], [2]])
  }

  @Test func nothingToMergeLeavesAllAlone() {
    #expect(Linkage.clusters(of: 2, scores: [(a: 0, b: 1, score: -1)], missing: -2, threshold: 0) == [[0], [1]])
    #expect(Linkage.clusters(of: 0, scores: [], missing: 0, threshold: 0).isEmpty)
  }
}
