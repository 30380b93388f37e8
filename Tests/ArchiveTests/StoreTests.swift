@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Foundation
import Testing

@Suite struct StoreTests {
  @Test func rowsComeBackAsTheyWentIn() throws {
    let article = ArchiveSample.article("a")
    let statement = ArchiveSample.statement(article)
    var event = ArchiveSample.event(
      article, by: [ArchiveSample.envoy], day: "2020-03-01",
      place: PlaceRow(
        text: "Geneva", name: "Genève", kind: .city, country: "CHE", location: Location(latitude: 46.2, longitude: 6.1)),
      said: [VoucherRow(statement: "s1", speaker: "Jane Doe")])
    let figure = FigureRow(
      article: article, position: 1, value: 1.5, unit: "USD", of: "gas", bound: .most, period: "2020", text: "$1.50",
      start: 3, end: 8, sentenceStart: 0, sentenceEnd: 5, day: "2020-03-02")
    let archive = try TestArchive([ArchiveSample.entry(article, [event], [statement], [figure])])
    event.text = "Talks"
    event.happening = HappeningWriter.id(of: "a", "e1")
    #expect(try archive.store.events(EventQuery()) == [event])
    #expect(try archive.store.statements(StatementQuery()) == [statement])
    var shown = figure
    shown.sentence = "Talks"
    #expect(try archive.store.figures(FigureQuery()) == [shown])
  }

  @Test func theWholeReadingIsKept() throws {
    let document = try Document(
      conllu: """
        # text = Łódź fell .
        1 Łódź Łódź PROPN _ _ 2 nsubj
        2 fell fall VERB _ _ 0 root
        3 . . PUNCT _ _ 2 punct
        """)
    let article = Article(id: "a", text: document.text.string, published: CalendarDate("2020-03-02"))
    let event = Event(
      id: "e1", category: .assault, trigger: document.tokens[1].span, token: 1, sentence: 0, cameo: "190",
      rule: "learned",
      confidence: 0.734)
    let reading = Reading(
      article: article, document: document, cast: Cast(), dates: [], places: [], figures: [], statements: [],
      events: [event])
    let archive = try TestArchive([Entry(reading)])
    #expect(try archive.store.reading(id: "a") == reading.json.line)
    let row = try #require(try archive.store.events(EventQuery()).first)
    #expect(row.confidence == 0.73)
    #expect(row.text == reading.document.text.string)
    #expect(row.ploverRecord == reading.ploverRecords.first)
    #expect(row.csv.hasPrefix(reading.csvRows[0]))
    #expect(try archive.store.article(id: "a")?.text == article.text)
  }

  @Test func theSameArticleChangesNothingAndAChangedOneReplacesItself() throws {
    let article = ArchiveSample.article("a")
    let archive = try TestArchive([ArchiveSample.entry(article, "One text.", [ArchiveSample.event(article)])])
    #expect(
      try archive.store.add([ArchiveSample.entry(article, "One text.", [ArchiveSample.event(article)])]) == [.unchanged]
    )
    let other = ArchiveSample.event(article, "e1", .assault, trigger: "raid")
    #expect(try archive.store.add([ArchiveSample.entry(article, "Another text.", [other])]) == [.replaced])
    try archive.store.reckonHappenings()
    #expect(try archive.store.events(EventQuery()).map(\.trigger) == ["raid"])
    #expect(try archive.store.happenings(HappeningQuery()).map(\.category) == [.assault])
    #expect(try archive.store.search("another").count == 1)
    #expect(try archive.store.search("one").isEmpty)
  }

  @Test func withoutTextsNoWordsAreKept() throws {
    let article = ArchiveSample.article("a")
    let archive = try TestArchive([
      ArchiveSample.entry(article, "Secret words.", [ArchiveSample.event(article)], keepsText: false)
    ])
    #expect(try archive.store.events(EventQuery()).first?.text == nil)
    #expect(throws: ArchiveError.self) { try archive.store.search("secret") }
    #expect(try archive.store.article(id: "a") == nil)
  }

  @Test func failuresStayUntilTheirSourceIsReadWithoutThem() throws {
    let archive = try TestArchive()
    try archive.store.addFailures(
      [.init(source: "x.jsonl", line: 3, reason: "no JSON"), .init(source: "y.txt", reason: "no text")], run: 1)
    try archive.store.addFailures([.init(source: "x.jsonl", line: 9, reason: "no JSON")], run: 2)
    try archive.store.forgetFailures(of: ["x.jsonl"], before: 2)
    #expect(try archive.store.failures().map(\.reason) == ["no JSON", "no text"])
    #expect(try archive.store.failures().map(\.line) == [9, nil])
    #expect(try archive.store.nextRun() == 3)
  }

  @Test(arguments: [0, 1, 100, 70_000]) func compressedBytesComeBack(count: Int) {
    var chance = SeededGenerator(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0..<9, using: &chance) }
    #expect(Deflate.expand(Deflate.compress(bytes)) == bytes)
    #expect(Deflate.expand([1, 2, 3]) == nil)
  }

  @Test func traitsAndSketchesComeBackFromBytesAndDamagedOnesDoNot() throws {
    let article = ArchiveSample.article("a")
    let entry = ArchiveSample.entry(article, [ArchiveSample.event(article, words: "talks on gas")])
    #expect(Traits(bytes: entry.traits[0].bytes) == entry.traits[0])
    #expect(Traits(bytes: Array(entry.traits[0].bytes.dropLast())) == nil)
    let sketch = try #require(Sketch(bytes: entry.sketch.bytes, day: entry.sketch.day))
    #expect(sketch.story == entry.sketch.story)
    #expect(Sketch(bytes: [], day: nil) == nil)
  }
}

@Suite struct BadFileTests {
  private func code(_ archive: TestArchive, _ path: String, _ access: NewsStore.Access = .write) -> ArchiveError.Code? {
    do {
      _ = try NewsStore(path: path, access: access)
      return nil
    } catch { return (error as? ArchiveError)?.code }
  }

  @Test func whileAnotherProgramWritesTheArchiveIsLockedAndNothingIsLost() throws {
    let archive = try TestArchive([ArchiveSample.entry(ArchiveSample.article("a"), [])])
    let second = ArchiveSample.entry(ArchiveSample.article("b"), [])
    let other = try NewsStore(path: archive.path, access: .write, patience: 0.2)
    let error = try archive.store.write { _ throws -> ArchiveError? in
      let error = #expect(throws: ArchiveError.self) { try other.add([second]) }
      #expect(try other.articleIDs() == ["a"])
      return error
    }
    #expect(error?.code == .locked)
    #expect(error?.message == "another program is writing to the archive; try again when it is done")
    #expect(try other.add([second]) == [.added])
    #expect(try archive.store.articleIDs() == ["a", "b"])
  }

  @Test func marksOfFeedsAreKept() throws {
    let archive = try TestArchive()
    #expect(try archive.store.feedMarks().isEmpty)
    try archive.store.setFeedMarks(.init(tag: "\"a\""), of: "https://a.example/news.xml")
    try archive.store.setFeedMarks(.init(tag: "\"b\"", modified: "then"), of: "https://a.example/news.xml")
    let again = try NewsStore(path: archive.path, access: .read)
    #expect(try again.feedMarks() == ["https://a.example/news.xml": .init(tag: "\"b\"", modified: "then")])
  }

  @Test func filesThatAreNoArchiveAreRefusedAndLeftAlone() throws {
    let archive = try TestArchive()
    let text = archive.folder.appending(path: "text.sqlite")
    try Data("This is a letter, not a database.".utf8).write(to: text)
    #expect(code(archive, text.path) == .foreign)
    #expect(try String(contentsOf: text, encoding: .utf8).hasPrefix("This is a letter"))
    #expect(code(archive, archive.folder.path) == .foreign)
    #expect(code(archive, archive.folder.appending(path: "none.sqlite").path, .read) == .missing)
    #expect(code(archive, archive.folder.appending(path: "no/folder.sqlite").path) == .access)
  }

  @Test func databasesOfOtherProgramsAndOfLaterVersionsAreRefused() throws {
    let archive = try TestArchive()
    let other = try TestArchive()
    try archive.store.execute("PRAGMA application_id = 7")
    #expect(code(archive, archive.path) == .foreign)
    try other.store.execute("INSERT INTO grdb_migrations VALUES ('99')")
    #expect(code(other, other.path, .read) == .newer)
  }

  @Test func damagedFilesAreReported() throws {
    let archive = try TestArchive(
      (0..<40).map {
        ArchiveSample.entry(ArchiveSample.article("a\($0)"), [ArchiveSample.event(ArchiveSample.article("a\($0)"))])
      })
    try archive.store.settle()
    let file = try FileHandle(forWritingTo: URL(filePath: archive.path))
    try file.seek(toOffset: 8192)
    try file.write(contentsOf: Data(repeating: 0x5A, count: 200_000))
    try file.close()
    do {
      let store = try NewsStore(path: archive.path, access: .read)
      _ = try store.events(EventQuery())
      _ = try store.search("talks")
      Issue.record("a damaged file was read")
    } catch { #expect([.corrupt, .foreign, .failure].contains((error as? ArchiveError)?.code)) }
  }
}
