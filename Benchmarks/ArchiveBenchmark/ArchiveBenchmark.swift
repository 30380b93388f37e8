@testable import Archive
import Chancery
import Foundation

/// Measures what an archive costs, and how fast it answers: `ArchiveBenchmark [ARTICLES …] [FOLDER]`.
///
/// Generates articles of ten events each, over ten years; without numbers 1,000, 10,000 and 100,000 of them, the last a
/// million events. In a folder the archives are kept, and those that are there are asked without being made anew.
@main
struct ArchiveBenchmark {
  static func main() throws {
    let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let folder = CommandLine.arguments.dropFirst().first { Int($0) == nil }
    for size in sizes.isEmpty ? [1000, 10_000, 100_000] : sizes { try measure(size, keptIn: folder) }
  }

  private static func measure(_ articles: Int, keptIn folder: String?) throws {
    let place = folder.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
    let path = place.appending(path: "chancery-benchmark-\(articles).sqlite").path
    if folder == nil || !FileManager.default.fileExists(atPath: path) {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
      try make(articles, at: path)
    }
    defer {
      if folder == nil { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    }
    let store = try NewsStore(path: path, access: .read)
    try ask(store, articles)
    for (name, run) in Analyses.all {
      var found = 0
      let times = try (0..<5).map { _ in try seconds { found = try run(store) } }.sorted()
      tell(
        "  " + name.padding(toLength: 52, withPad: " ", startingAt: 0) + String(format: "%7.1f ms", times[2] * 1000)
          + "  \(found) rows")
    }
  }

  private static func make(_ articles: Int, at path: String) throws {
    let store = try NewsStore(path: path, access: .write)
    var news = News()
    var written = 0.0
    for start in stride(from: 0, to: articles, by: 100) {
      let entries = (start..<min(articles, start + 100)).map { news.entry($0) }
      written += try seconds { try store.add(entries) }
    }
    let reckoned = try seconds { try store.reckonHappenings() }
    try store.settle()
    let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0) / 1_000_000
    let counts = try store.counts()
    tell(
      "\(articles) articles, \(counts.events) events, \(counts.happenings) happenings: "
        + String(format: "written %.1f s (%.0f articles a minute), ", written, Double(articles) / written * 60)
        + String(format: "happenings %.1f s, ", reckoned) + "\(size) MB")
  }

  /// The time of some questions, of five times each the middle one.
  private static func ask(_ store: NewsStore, _ articles: Int) throws {
    for (name, query) in Questions.events(articles) {
      var found = 0
      let times = try (0..<5).map { _ in try seconds { found = try store.events(query).count } }.sorted()
      tell(
        "  " + name.padding(toLength: 52, withPad: " ", startingAt: 0) + String(format: "%7.1f ms", times[2] * 1000)
          + "  \(found) rows")
    }
    for words in ["sanctions", "\"border crossing\" kenya", "treaty NOT border"] {
      let times = try (0..<5).map { _ in try seconds { _ = try store.search(words) } }.sorted()
      tell(
        "  " + "search \(words)".padding(toLength: 52, withPad: " ", startingAt: 0)
          + String(format: "%7.1f ms", times[2] * 1000))
    }
  }

  /// Prints a line at once, also into a file.
  private static func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(work)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}

/// Questions that analysts ask.
enum Questions {
  static func events(_ articles: Int) -> [(String, EventQuery)] {
    func query(_ change: (inout EventQuery) -> Void) -> EventQuery {
      var query = EventQuery()
      query.limit = 100
      change(&query)
      return query
    }
    return [
      ("all, the first 100", query { _ in }),
      ("--actor USA", query { $0.actors = [.code("USA")] }),
      (
        "--actor USA --recipient CHN",
        query {
          $0.actors = [.code("USA")]; $0.recipients = [.code("CHN")]
        }
      ),
      (
        "--actor USA --recipient of one in 400",
        query {
          $0.actors = [.code("USA")]; $0.recipients = [.code("C35")]
        }
      ),
      (
        "--between USA CHN --since 2018 --until 2018",
        query {
          $0.between = [.code("USA"), .code("CHN")]
          $0.since = "2018"
          $0.until = "2018"
        }
      ),
      ("one person acts", query { $0.actors = [.actor(id: "C12/person-3")] }),
      ("--actor 'USA MIL'", query { $0.actors = [.code("USA", sector: "MIL")] }),
      (
        "--category ASSAULT --since 2019-06",
        query {
          $0.categories = [.assault]; $0.since = "2019-06"
        }
      ),
      (
        "--cameo 19 --place Springfield",
        query {
          $0.cameo = ["19"]; $0.place = "Springfield"
        }
      ),
      (
        "--quad 4 --modality denied",
        query {
          $0.quads = [4]; $0.modalities = [.denied]
        }
      ),
      (
        "--modality planned --actor CHN",
        query {
          $0.modalities = [.planned]; $0.actors = [.code("CHN")]
        }
      ),
      (
        "--said-by RUS --recipient USA",
        query {
          $0.saidBy = [.party(.code("RUS"))]; $0.recipients = [.code("USA")]
        }
      ),
      (
        "--text treaty --actor FRA",
        query {
          $0.text = "treaty"; $0.actors = [.code("FRA")]
        }
      ),
      (
        "--actor USA, after half of all",
        query {
          $0.actors = [.code("USA")]; $0.after = "n\(articles / 2)/e1"
        }
      ),
      (
        "nobody: --actor USA --cameo 204 --place Nowhere",
        query {
          $0.actors = [.code("USA")]
          $0.cameo = ["204"]
          $0.place = "Nowhere"
        }
      ),
    ]
  }
}
