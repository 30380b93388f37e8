import Analysis
import Archive
import ArgumentParser
import Chancery

/// `chancery network`
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Counts who acts on whom, as a table or as a graph.",
    discussion: "Happenings are counted that an article vouches for itself.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl, csv, md, graphml }

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var days: DayOptions
  @Option(help: ArgumentHelp("How many happenings a pair has to have.", valueName: "n"))
  var least = 1
  @Option(help: "table: for people. jsonl, csv, md: a row a pair. graphml: for Gephi, igraph, NetworkX.")
  var format: Format = .table

  func run() throws {
    do {
      let network = try Network(
        in: archive.open(), since: days.since?.description, until: days.until?.description, least: least)
      switch format {
      case .graphml: try Console.write(network.graphML)
      case .table: try Console.write(AnalysisOptions.laidOut(network.table))
      case .jsonl: try Console.write(network.table.jsonLines)
      case .csv: try Console.write(network.table.csv)
      case .md: try Console.write(network.table.markdown)
      }
    } catch { throw Failure(error) }
  }
}
