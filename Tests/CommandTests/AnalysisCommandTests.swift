import ChanceryTestSupport
import Foundation
import Testing

/// The analyses from articles to tables, charts and documents.
@Suite struct AnalysisCommandTests {
  private static let news = """
    {"id": "a", "text": "France praised Japan on Monday. France imposed sanctions on Japan.", "published": "2024-01-09"}
    {"id": "b", "text": "Foreign Minister Anne Roux of France will visit Tokyo on 20 March, the French foreign ministry said.", "published": "2024-03-07"}
    {"id": "c", "text": "France promised to send rice to Japan by 1 May. France denied that it had spied on Japan.", "published": "2024-03-08"}

    """
  private let folder: Command.Folder
  private let archive: String

  init() throws {
    folder = try Command.Folder()
    archive = folder.url.appending(path: "news.sqlite").path
    let news = try folder.file("news.jsonl", Self.news.utf8)
    _ = try Command.run("ingest", news, "--archive", archive)
  }

  private func ask(_ arguments: String...) throws -> Command.Result {
    try Command.shell(
      (["\"$CHANCERY\""] + arguments.map { "'\($0)'" } + ["--archive", "'\(archive)'"]).joined(separator: " "))
  }

  @Test func aDyadIsDrawnWithItsMissingMonths() throws {
    let chart = try ask("dyad", "France", "Japan").output
    #expect(chart.contains("FRA → JPN") && chart.contains("2024-02    no articles"))
    let rows = try ask("dyad", "FRA", "JPN", "--format", "csv").output.split(separator: "\r\n")
    #expect(rows.first?.hasPrefix("period,from,to,articles,happenings,verbal_cooperation,") == true)
    // Three months in three directions.
    #expect(rows.count == 10)
    let line = try #require(
      try ask("dyad", "FRA", "JPN", "--format", "jsonl").output.split(separator: "\n").first { $0.contains("2024-02") })
    #expect(line.contains("\"happenings\": null"))
  }

  @Test func everyAnalysisAnswersInEveryForm() throws {
    for analysis in [
      ["words-and-deeds", "France"], ["words-and-deeds", "France", "--toward", "Japan", "--over-time"],
      ["contacts", "France", "Japan"], ["promises", "France"], ["schedule"],
      ["audiences", "France", "--about", "Japan"],
      ["network"], ["turns", "France", "Japan"],
    ] {
      for format in ["table", "jsonl", "csv", "md"] {
        let words = (["\"$CHANCERY\""] + analysis + ["--archive", "'\(archive)'", "--format", format]).joined(
          separator: " ")
        let result = try Command.shell(words)
        #expect(result.status == 0 && result.errors.isEmpty, "\(analysis) \(format): \(result.errors)")
        if format == "csv" { #expect(result.output.hasSuffix("\r\n")) }
      }
    }
    #expect(try ask("contacts", "France", "Japan").output.contains("2024-03-20"))
    #expect(
      try ask("promises", "France", "--as-of", "2024-06-01", "--format", "jsonl").output.contains(
        "\"outcome\": \"overdue\""))
    #expect(try ask("schedule", "--format", "csv").output.contains("2024-03-20,2024-03-20,CONSULT,visit"))
    #expect(try ask("network", "--format", "graphml").output.contains("<edge source=\"FRA\" target=\"JPN\">"))
  }

  @Test func aReportHasNotesToItsArticles() throws {
    let text = try ask("report", "France", "Japan").output
    #expect(text.hasPrefix("# FRA and JPN\n") && text.contains("## Contacts") && text.contains("[^1]: "))
    let page = try ask("report", "France", "Japan", "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<svg") && !page.contains("<script"))
  }

  @Test func senselessQuestionsAreToldWhatToDo() throws {
    let nobody = try ask("dyad", "France", "Nobody Known")
    #expect(nobody.status == 64 && nobody.errors.contains("Nobody Known"))
    #expect(try ask("dyad", "France", "Japan", "--since", "2024", "--until", "2023").status == 64)
    #expect(try ask("dyad", "France").status == 64)
    #expect(try ask("contacts", "France", "Japan", "--as-of", "yesterday").status == 64)
    let missing = try Command.run("dyad", "France", "Japan", "--archive", folder.url.appending(path: "no.sqlite").path)
    #expect(missing.status == 66 && missing.errors.contains("chancery ingest"))
  }

  #if !DEBUG
    @Test func help() throws {
      for name in [
        "dyad", "words-and-deeds", "contacts", "promises", "schedule", "audiences", "network", "turns", "report",
        "serve",
      ] {
        Snapshot.expect(try Command.run(name, "--help").output, named: "\(name)-help.txt")
      }
    }
  #endif
}
