import Archive
import ArgumentParser
import Chancery
import Foundation
import Language

/// `chancery export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes an archive in a form that other programs read.",
    discussion: """
      plover: PLOVER records, an event a line. gdelt: happenings with GDELT 2.0's 61 columns. icews: events with the columns \
      of ICEWS. csv: events, statements, figures or happenings with a head line. conllu: words and trees, read anew from the \
      texts that the archive keeps. Documentation/exports.md explains every column.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case plover, gdelt, icews, csv, conllu }
  enum Table: String, ExpressibleByArgument, CaseIterable { case events, statements, figures, happenings }

  @OptionGroup var archive: ArchiveOptions
  @Option(help: "plover, gdelt, icews, csv or conllu.")
  var format: Format
  @Option(help: "What csv holds: events, statements, figures or happenings.")
  var table: Table = .events
  @Option(help: ArgumentHelp("Where to write; without it, to standard output.", valueName: "file"))
  var out: String?
  @Flag(help: "A line with the names of the columns first, for gdelt and icews.")
  var header = false
  @OptionGroup var engine: EngineOptions

  func run() throws {
    do {
      let store = try archive.open()
      let output = try LineOutput(path: out)
      switch format {
      case .plover:
        try store.forEachEvent(EventQuery()) {
          if let record = $0.ploverRecord { try output.write(record.line + "\n") }
        }
      case .gdelt:
        if header { try output.write(Gdelt.columns.joined(separator: "\t") + "\n") }
        for happening in try store.happenings(HappeningQuery()) {
          if let line = Gdelt.line(happening, try store.reports(of: happening.id)) { try output.write(line + "\n") }
        }
      case .icews:
        if header { try output.write(Icews.columns.joined(separator: "\t") + "\n") }
        try store.forEachEvent(EventQuery()) { for line in Icews.lines($0) { try output.write(line + "\n") } }
      case .csv: try writeCSV(store, to: output)
      case .conllu: try writeTrees(store, to: output)
      }
      try output.finish()
    } catch { throw Failure(error) }
  }

  private func writeCSV(_ store: NewsStore, to output: LineOutput) throws {
    func line(_ text: String) throws { try output.write(text + "\r\n") }
    switch table {
    case .events:
      try line(EventRow.csvHeader)
      try store.forEachEvent(EventQuery()) { try line($0.csv) }
    case .statements:
      try line(StatementRow.csvHeader)
      try store.forEachStatement(StatementQuery()) { try line($0.csv) }
    case .figures:
      try line(FigureRow.csvHeader)
      try store.forEachFigure(FigureQuery()) { try line($0.csv) }
    case .happenings:
      try line(HappeningRow.csvHeader)
      for row in try store.happenings(HappeningQuery()) { try line(row.csv) }
    }
  }

  private func writeTrees(_ store: NewsStore, to output: LineOutput) throws {
    let ids = try store.articleIDs()
    guard let first = ids.first else { return }
    guard try store.article(id: first) != nil else {
      throw Failure(.data, "\(archive.archive): the archive keeps no texts (--no-text), from which trees would be read")
    }
    let model = try LanguageModel.load(path: engine.model, arithmetic: engine.precision)
    var rest = ids[...]
    try OrderedWork<String, Result<String, any Error>>.run(
      workers: engine.workerCount, next: { rest.popFirst() },
      work: { id in
        Result {
          guard let article = try store.article(id: id) else { return "" }
          let name = String(article.id.map { $0.isNewline ? " " : $0 })
          return "# newdoc id = \(name)\n" + ConllU.write(model.analyze(article, workers: 1))
        }
      },
      emit: { try output.write($0.get()) })
  }
}

/// Where lines go: standard output, or a file that takes its name only when all is written.
final class LineOutput {
  private let path: String?
  private let file: FileHandle?
  private var buffer = ""

  init(path: String?) throws {
    self.path = path
    guard let path else {
      file = nil
      return
    }
    guard FileManager.default.createFile(atPath: path + ".part", contents: nil),
      let file = FileHandle(forWritingAtPath: path + ".part")
    else { throw Failure(.output, "\(path): the file cannot be written; check its folder") }
    self.file = file
  }

  func write(_ text: String) throws {
    buffer += text
    if buffer.utf8.count > 1 << 16 { try flush() }
  }

  func finish() throws {
    try flush()
    guard let path, let file else { return }
    do { try file.close() } catch { throw Failure(.output, "\(path): the file cannot be written: \(error)") }
    guard rename(path + ".part", path) == 0 else {
      throw Failure(.output, "\(path): the file cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  private func flush() throws {
    guard let file else {
      try Console.write(buffer)
      return buffer = ""
    }
    do { try file.write(contentsOf: Data(buffer.utf8)) } catch {
      throw Failure(
        .output, "\(path ?? ""): the file cannot be written; what is written so far is in \(path ?? "").part")
    }
    buffer = ""
  }
}
