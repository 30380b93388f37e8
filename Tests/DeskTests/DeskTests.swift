import Analysis
import Archive
import Chancery
import Foundation
import Testing

/// The invented year of news, read and analysed, against what was written down beside it by hand.
///
/// Nothing in the articles was written for the program's rules; floors are what it reaches, rounded down. They rise with it.
@Suite(.serialized) struct DeskTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Examples/desk")
  private static let turkey = PartyFilter.code("TUR")
  private static let others = ["GRC", "RUS", "EGY", "USA"]

  private let ledger: Ledger
  private let store: NewsStore
  private let archive: URL

  init() throws {
    ledger = try JSONDecoder().decode(Ledger.self, from: Data(contentsOf: Self.folder.appending(path: "ledger.json")))
    archive = FileManager.default.temporaryDirectory.appending(
      path: "chancery-desk-tests-\(ProcessInfo.processInfo.processIdentifier).sqlite")
    // One reading serves all tests.
    let isMade = FileManager.default.fileExists(atPath: archive.path)
    store = try NewsStore(path: archive.path, access: .write)
    if !isMade {
      let reader = try Reader.load()
      let articles = try Self.articles()
      for start in stride(from: 0, to: articles.count, by: 32) {
        try store.add(articles[start..<min(articles.count, start + 32)].map { Entry(reader.read($0)) })
      }
      try store.reckonHappenings()
    }
  }

  private struct Line: Decodable {
    let id: String
    let text: String
    let title: String?
    let published: String?
    let publisher: String?
    let byline: String?
  }

  private static func articles() throws -> [Article] {
    let text = try String(contentsOf: folder.appending(path: "articles.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      return Article(
        id: line.id, text: line.text, title: line.title, published: line.published.flatMap { CalendarDate($0) },
        publisher: line.publisher, byline: line.byline)
    }
  }

  @Test func theContactsLedgerIsFoundAsItWasWrittenDown() throws {
    var score = LedgerScore()
    for code in Self.others {
      let contacts = try ContactLedger(of: Self.turkey, and: .code(code), in: store, since: "2031").contacts
      score.add(ledger.contacts.filter { Set($0.parties) == ["TUR", code] }, contacts)
    }
    let misses = score.misses.joined(separator: "\n")
    print("contacts: \(score.right) of \(score.all) right, \(score.found) found\n\(misses)")
    #expect(score.all == 57)
    #expect(score.right >= 50, "\(score.right) of \(score.all) right\n\(misses)")
  }

  @Test func promisesAreFoundWithWhatBecameOfThem() throws {
    var score = LedgerScore()
    for code in ["TUR"] + Self.others {
      let promises = try PromiseLedger(of: .code(code), in: store).promises
      score.add(ledger.promises.filter { $0.by.first == code }, promises)
    }
    let misses = score.misses.joined(separator: "\n")
    print("promises: \(score.right) of \(score.all) right, \(score.found) found\n\(misses)")
    #expect(score.all == 47)
    #expect(score.right >= 19, "\(score.right) of \(score.all) right\n\(misses)")
  }

  @Test func theWidestGapIsTowardTheCounterpartThatTheYearWasWrittenFor() throws {
    let result = try WordsAndDeeds(
      of: Self.turkey, toward: ledger.gaps.toward.reversed().map { .code($0) }, in: store)
    #expect(result.counterparts.first?.party == .code("GRC"))
    let gap = try #require(result.counterparts.first?.whole.gap)
    // It speaks better than it acts, and surely so.
    #expect(gap.low > 0)
    let named = Set(ledger.gaps.toward)
    #expect(Set(result.counterparts.compactMap(\.party.code)) == named)
  }

  @Test func whatAnAgencySendsAndPapersPrintIsOneSource() throws {
    var query = HappeningQuery()
    query.limit = nil
    var together = 0
    for wire in ledger.wires {
      var events = EventQuery()
      events.article = wire[0]
      let happenings = try store.events(events).compactMap(\.happening)
      let isOne = try happenings.contains { id in
        let reports = try store.reports(of: id)
        let sources = try store.happening(id: id)?.sources
        return Set(reports.map(\.article.id)).isSuperset(of: wire) && sources == 1
      }
      if isOne { together += 1 }
    }
    #expect(together >= 12, "\(together) of \(ledger.wires.count)")
  }
}
