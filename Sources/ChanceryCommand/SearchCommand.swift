import Archive
import ArgumentParser
import Chancery

/// `chancery search`
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds the articles of an archive that hold words.",
    discussion: """
      All words have to stand in an article, in any form ("sanction" finds "sanctions"). Quotation marks keep words together: \
      '"prime minister"'. OR, NOT, NEAR(a b) and word* may be used.
      """)

  @Argument(help: "The words.")
  var words: [String]

  @OptionGroup var archive: ArchiveOptions
  @Option(help: "table: for people. jsonl: an object a line. csv: with a head line.")
  var format: RowFormat = .table
  @Option(help: ArgumentHelp("How many articles are given.", valueName: "n"))
  var limit = 20

  func validate() throws {
    guard !words.isEmpty else { throw ValidationError("Give words: chancery search rocket launchers --archive FILE") }
    guard limit > 0 else { throw ValidationError("--limit takes a number from 1 on.") }
  }

  func run() throws {
    do {
      let found = try archive.open().search(words.joined(separator: " "), limit: limit)
      switch format {
      case .jsonl:
        for row in found {
          try Console.write(
            JSON.object([
              .init("article", row.article.json), .init("snippet", .string(row.snippet)),
              .init("events", .integer(row.events)),
            ]).line + "\n")
        }
      case .csv:
        try Console.write("article,published,publisher,title,events,snippet\r\n")
        for row in found {
          let fields = [
            row.article.id, row.article.published ?? "", row.article.publisher ?? "", row.article.title ?? "",
            String(row.events), row.snippet,
          ]
          try Console.write(fields.map(CSV.quoted).joined(separator: ",") + "\r\n")
        }
      case .table:
        var table = RowTable(["date", "article", "events", "words"], flexible: 3)
        for row in found {
          table.add([row.article.published ?? "", row.article.id, String(row.events), row.snippet])
        }
        try Console.write(table.isEmpty ? "none\n" : table.text(width: Console.width))
      }
    } catch { throw Failure(error) }
  }
}
