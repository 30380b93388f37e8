@testable import Archive
import Chancery
import Foundation

/// Articles and events made by hand, so that the store is tested without a model.
enum ArchiveSample {
  static let usa = ActorRow(id: "USA", name: "United States", kind: .state, code: "USA", sectors: [])
  static let china = ActorRow(id: "CHN", name: "China", kind: .state, code: "CHN", sectors: [])
  static let envoy = ActorRow(
    id: "USA/jane-doe", name: "Jane Doe", kind: .person, code: "USA", sectors: ["GOV"], office: "Envoy")
  static let army = ActorRow(id: "CHN/army", name: "Chinese Army", kind: .organization, code: "CHN", sectors: ["MIL"])

  static func article(_ id: String, day: String = "2020-03-02", publisher: String? = nil) -> ArticleRow {
    ArticleRow(
      id: id, url: "https://example.org/\(id)", title: "News \(id)", publisher: publisher ?? "\(id).example",
      published: day, language: "en", words: 12)
  }

  static func party(_ actor: ActorRow) -> PartyRow { PartyRow(actor: actor, text: actor.name, start: 4, end: 9) }

  static func event(
    _ article: ArticleRow, _ id: String = "e1", _ category: Events.Category = .consult, mode: String = "",
    _ auxiliaries: [Auxiliary] = [], by actors: [ActorRow] = [usa], to recipients: [ActorRow] = [china],
    day: String? = nil, place: PlaceRow? = nil, cameo: String = "042", trigger: String = "met",
    said: [VoucherRow] = [], denied: [VoucherRow] = [], sentence: Int = 1, words: String = "", length: Int = 5
  ) -> EventRow {
    let date = day ?? (auxiliaries.isEmpty ? article.published : nil)
    return EventRow(
      article: article, id: id, category: category, mode: mode, contexts: ["diplomatic"], auxiliaries: auxiliaries,
      plover: category, cameo: cameo, actors: actors.map(party), recipients: recipients.map(party),
      day: date ?? article.published, date: date, endDate: date, dateText: day == nil ? nil : "on the day",
      place: place,
      trigger: trigger, start: 10, end: 13, sentence: sentence, sentenceStart: 0, sentenceEnd: length, text: words,
      size: EventSize(dead: category == .assault ? 3 : nil), attributedTo: said, deniedBy: denied, rule: "consult/meet",
      confidence: 0.5)
  }

  static func statement(
    _ article: ArticleRow, _ id: String = "s1", by actor: ActorRow? = envoy, _ stance: Statement.Stance = .assert
  ) -> StatementRow {
    StatementRow(
      article: article, id: id, speaker: actor?.name, actor: actor, cue: "said", content: "the talks went well",
      start: 20, end: 39, quotation: .indirect, stance: stance, about: [china], events: [], day: article.published)
  }

  static func entry(
    _ article: ArticleRow, _ text: String, _ events: [EventRow], _ statements: [StatementRow] = [],
    _ figures: [FigureRow] = [], keepsText: Bool = true
  ) -> Entry {
    Entry(article: article, text: text, events: events, statements: statements, figures: figures, keepsText: keepsText)
  }

  static func entry(
    _ article: ArticleRow, _ events: [EventRow], _ statements: [StatementRow] = [], _ figures: [FigureRow] = []
  ) -> Entry {
    entry(article, "Talks on the Łódź pipeline went on in Geneva.", events, statements, figures)
  }
}

/// An archive in a folder of its own, which lasts as long as a test.
final class TestArchive {
  let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)")
  let store: NewsStore
  var path: String { folder.appending(path: "news.sqlite").path }

  init(_ entries: [Entry] = []) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try NewsStore(path: folder.appending(path: "news.sqlite").path, access: .write)
    if !entries.isEmpty {
      try store.add(entries)
      try store.reckonHappenings()
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func keys(_ change: (inout EventQuery) -> Void) throws -> [String] {
    var query = EventQuery()
    change(&query)
    return try store.events(query).map(\.key)
  }
}
