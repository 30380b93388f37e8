import Archive
import ArgumentParser
import Articles
import Chancery
import Events
import Foundation

/// `chancery ingest`
struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes articles into an archive: their events, statements and figures, and what happened by all of them.",
    discussion: """
      An archive is one SQLite file, which is made where it is missing. Articles that it has are passed over; those whose \
      text or date changed are read anew. An article that cannot be read is kept with the reason, and the others are \
      taken in. Whatever breaks the work off, the same command goes on where it stopped.

      A source is a file or folder of texts, pages, feeds, tables or web archives, '-' for standard input, or an address of \
      the web. Articles in other languages than English are set aside and counted. An article's id is unique in an archive: \
      what a record or a feed calls it, a page's address, or the path of a file, as it was given.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp("The archive: a SQLite file, which is made where it is missing.", valueName: "file"))
  var archive: String

  @OptionGroup var kind: FormatOptions

  @Option(
    help: ArgumentHelp("The date of publication (2018-01-05) of articles that bring none.", valueName: "date"))
  var published: CalendarDate?

  @Flag(help: "Leave the articles' texts out of the archive: no sentences are shown, no words found.")
  var noText = false

  @Flag(help: "Read again what another version of Chancery, other rules or other actors have read.")
  var reread = false

  @Option(help: "Who says which words are which event: the rules alone, the learned event head alone, or both.")
  var coding: Coding = .both

  @OptionGroup var rules: RulesOptions
  @OptionGroup var dictionaries: DictionaryOptions

  func run() throws {
    let rules = try rules.files()
    let run: IngestRun
    do {
      let store = try NewsStore(path: archive, access: .write)
      let reader = try Reader.load(
        model: input.model, arithmetic: input.precision, coding: coding, rules: rules, actors: dictionaries.actors)
      DictionaryOptions.report(reader.actorWarnings)
      run = try IngestRun(
        store, reader: reader, name: name, keepsText: !noText, rereads: reread,
        workers: input.workerCount)
      var queue = SourceQueue(input.files, format: kind.kind, published: published)
      try run.take(
        { queue.next() }, total: ArticleCount.articles(in: input.files, kind.kind))
      try run.finish(sources: input.files.map { $0 == "-" ? "standard input" : $0 })
      try Console.write(summary(run.counts, try store.counts()))
    } catch { throw Failure(error) }
    if let failure = run.first { throw ExitCode(failure.code.rawValue) }
  }

  /// What reads, so that it can be told from another.
  private var name: String {
    var parts = ["Chancery \(ChanceryCommand.configuration.version)", coding.rawValue]
    for path in rules.paths + dictionaries.actors { parts.append(URL(filePath: path).lastPathComponent) }
    return parts.joined(separator: ", ")
  }

  private func summary(_ counts: IngestRun.Counts, _ all: NewsStore.Counts) -> String {
    let textless = counts.textless > 0 ? ", \(counts.textless) without text" : ""
    return """
      \(counts.done) articles: \(counts.added) added, \(counts.replaced) replaced, \(counts.unchanged) unchanged, \
      \(counts.setAside) set aside, \(counts.failed) failed\(textless); \(counts.events) events and \(counts.statements) statements written
      \(archive): \(all.articles) articles, \(all.events) events in \(all.happenings) happenings, \(all.statements) \
      statements, \(all.figures) figures, \(all.failures) failures

      """
  }
}
