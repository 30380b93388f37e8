import Actors
import ArgumentParser

/// Dictionaries of one's own.
struct DictionaryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      A dictionary of actors of your own, which wins over the one that came with Chancery: a file of facts, or an actor \
      or agent file of PETRARCH. May be given several times.
      """, valueName: "file"))
  var actors: [String] = []

  /// Tells on standard error what was left out of dictionaries: the first lines, and where to see all.
  static func report(_ warnings: [FactsFinding]) {
    for warning in warnings.prefix(5) { Console.report(warning.description) }
    if warnings.count > 5 {
      Console.report("… and \(warnings.count - 5) more warnings; 'chancery actors check' with the file lists them")
    }
  }
}
