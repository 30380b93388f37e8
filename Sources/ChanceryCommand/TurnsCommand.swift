import Analysis
import Archive
import ArgumentParser
import Chancery

/// `chancery turns`
struct TurnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "turns",
    abstract: "Finds when the relation of two actors changed, and the happenings that made it.",
    discussion: "Optimal partitioning of the series of mean scores; Documentation/analysis.md explains it.")

  @OptionGroup var dyad: DyadOptions

  func run() throws {
    do { try dyad.options.print(TurningPoints(dyad.series()).table) } catch { throw Failure(error) }
  }
}
