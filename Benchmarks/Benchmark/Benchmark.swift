import CAllocations
import Chancery
import Dispatch
import Foundation
import Particulars
import Statements

/// Measures how fast Chancery reads: `make bench`.
@main
struct Benchmark {
  /// Word pieces a word and operations a word piece of the encoder, by which words a second become operations a second.
  static let piecesPerWord = 1.29
  static let operationsPerPiece = 21e6

  static func main() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
    let articles = try Self.articles(project.appending(path: "Training/articles"))
    let words = articles.reduce(0) { $0 + $1.text.string.split(whereSeparator: \.isWhitespace).count }
    print("\(articles.count) articles, \(words) words; products of \(Machine.products)")
    let one = Machine.matrixRate(cores: 1)
    let two = Machine.matrixRate(cores: 2)
    print(line("matrix product, 32 bits", "1 core \(rounded(one)) GFLOP/s", "2 cores \(rounded(two)) GFLOP/s"))

    for arithmetic in [Arithmetic.float32, .int8] {
      let model = try LanguageModel.load(arithmetic: arithmetic)
      _ = model.analyze(articles[0])
      let alone = Double(words) / shortest(of: 3) { read(articles, 1) { _ = model.analyze($0) } }
      let both = Double(words) / shortest(of: 3) { read(articles, 2) { _ = model.analyze($0) } }
      let share = both * piecesPerWord * operationsPerPiece / 1e9 / two
      print(
        line(
          "Language, \(arithmetic)", "1 core \(rounded(alone)) words/s",
          "2 cores \(rounded(both)) words/s", "\(rounded(share * 100)) % of the matrix product",
          "1 core \(rounded(alone / both * 100)) % of 2"))
    }
    let reader = try Reader.load()
    let both = Double(words) / shortest(of: 3) { read(articles, 2) { _ = reader.read($0).json } }
    print(line("read, int8", "2 cores \(rounded(both)) words/s"))
    try stages(articles, words)
    startUp(project)
  }

  /// What each stage takes of one core, and how often it asks for memory.
  private static func stages(_ articles: [Article], _ words: Int) throws {
    let model = try LanguageModel.load()
    let dictionary = try ActorDictionary.load()
    let coder = try EventCoder.load()
    let placeReader = try PlaceReader(Gazetteer.load())
    var spent = [UInt64](repeating: 0, count: 6)
    var asked = [Int64](repeating: 0, count: 6)
    func time<Result>(_ stage: Int, _ work: () -> Result) -> Result {
      let (began, had) = (DispatchTime.now().uptimeNanoseconds, chancery_allocations())
      let result = work()
      spent[stage] += DispatchTime.now().uptimeNanoseconds - began
      asked[stage] += chancery_allocations() - had
      return result
    }
    for article in articles {
      let document = time(0) { model.analyze(article) }
      let cast = time(1) { dictionary.cast(of: document, article: article) }
      let (dates, places, figures) = time(2) {
        let dates = DateReader().dates(in: document, published: article.published)
        return (
          dates, placeReader.places(in: document, cast: cast),
          FigureReader().figures(in: document, dates: dates, cast: cast)
        )
      }
      let statements = time(3) { StatementReader().statements(in: document, cast: cast) }
      let events = time(4) {
        coder.events(in: document, cast: cast, dates: dates, places: places, statements: statements, article: article)
      }
      _ = time(5) {
        Reading(
          article: article, document: document, cast: cast, dates: dates, places: places, figures: figures,
          statements: statements, events: events
        ).json
      }
    }
    for (name, i) in zip(["Language", "Actors", "Particulars", "Statements", "Events", "JSON"], 0...) {
      let time = Double(spent[i]) / 1000 / Double(words)
      print(
        line(
          "stage \(name)", String(format: "%.1f µs a word", time),
          String(format: "%.2f allocations a word", Double(asked[i]) / Double(words))))
    }
  }

  /// How long the command takes to read one sentence, and how much memory to read all with two workers.
  private static func startUp(_ project: URL) {
    let command = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "chancery").path ?? ""
    let sentence = FileManager.default.temporaryDirectory.appending(path: "chancery-benchmark.txt")
    try? Data("China said no.\n".utf8).write(to: sentence)
    defer { try? FileManager.default.removeItem(at: sentence) }
    var ended: Int32 = 0
    func run(_ files: [String]) {
      let process = Process()
      process.executableURL = URL(filePath: command)
      process.arguments = ["read", "--workers", "2", "--format", "jsonl"] + files
      process.standardOutput = FileHandle.nullDevice
      do { try process.run() } catch { return ended = -1 }
      process.waitUntilExit()
      ended = process.terminationStatus
    }
    let time = shortest(of: 10) { run([sentence.path]) }
    guard ended == 0 else { return print("start-up: build the command first (make build)") }
    print(line("start-up", String(format: "%.2f s", time)))
    let folder = project.appending(path: "Training/articles").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    run(names.filter { $0.hasPrefix("own-") && $0.hasSuffix(".txt") }.sorted().map { folder + "/" + $0 })
    var usage = rusage()
    getrusage(-1, &usage)  // RUSAGE_CHILDREN, whose type differs from one C library to another
    print(line("memory, 2 workers", "\(usage.ru_maxrss / 1024) MiB at most"))
  }

  private static func articles(_ folder: URL) throws -> [Article] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasPrefix("own-") && $0.hasSuffix(".txt") }.sorted().map {
      Article(id: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  private static func read(_ articles: [Article], _ workers: Int, _ read: @Sendable (Article) -> Void) {
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for i in stride(from: worker, to: articles.count, by: workers) { read(articles[i]) }
    }
  }

  private static func line(_ name: String, _ cells: String...) -> String {
    name.padding(toLength: 26, withPad: " ", startingAt: 0) + cells.joined(separator: ", ")
  }

  private static func rounded(_ x: Double) -> String { String(format: "%.0f", x) }
}
