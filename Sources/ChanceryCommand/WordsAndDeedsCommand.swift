import Analysis
import Archive
import ArgumentParser
import Chancery
import Foundation

/// `chancery words-and-deeds`
struct WordsAndDeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words-and-deeds",
    abstract: "Sets what an actor says about others against what it does to them.",
    discussion: """
      Words are its verbal acts toward the counterpart (agreements, praise, demands, accusations …), deeds its material ones, by \
      happenings that are vouched for; each weighs its place on PLOVER's scale. The gap is the words' mean less the deeds': above 0 it \
      speaks better than it acts. Its interval comes from a bootstrap over happenings, and counterparts are ranked by the end of it \
      that is nearer to 0. --over-time gives a row for every stretch of time. Documentation/analysis.md explains each measure.
      """)

  @Argument(help: "Whose words and deeds: a name, a code or an id.")
  var actor: String
  @Option(
    help: ArgumentHelp("Toward whom, separated by commas; without it, the eight most acted on.", valueName: "who"))
  var toward: String?
  @Option(help: "Stretches of time: week, month, quarter or year.")
  var by: Interval = .month
  @Flag(help: "A row for every counterpart and stretch of time.")
  var overTime = false
  @OptionGroup var options: AnalysisOptions

  func run() throws {
    do {
      let counterparts = (toward ?? "").split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
      let names = try options.names([actor] + counterparts)
      let parties = try names.parties([actor] + counterparts)
      let result = try WordsAndDeeds(
        of: parties[0], toward: Array(parties.dropFirst()), in: options.archive.open(), by: by, since: options.since,
        until: options.until, filter: options.filter(names))
      try options.print(overTime ? result.table : result.ranking, view: overTime ? nil : { GapChart(result).text })
    } catch { throw Failure(error) }
  }
}

/// Words and deeds of an actor drawn with letters: a line for every counterpart.
private struct GapChart {
  private let result: WordsAndDeeds

  init(_ result: WordsAndDeeds) { self.result = result }

  var text: String {
    guard !result.counterparts.isEmpty else { return "\(result.actor.name): no acts on anybody\n" }
    let width = max(11, result.counterparts.map(\.party.name.count).max() ?? 0)
    var out =
      "What \(result.actor.name) says (○) and does (●), counted by happenings\n\n"
      + "counterpart".padded(width) + "  words   mean  deeds   mean    gap  (95 of 100)      "
      + "conflict".padded(Self.half) + "0" + "cooperation".padded(Self.half, right: true) + "\n"
    for counterpart in result.counterparts {
      let whole = counterpart.whole
      var line = counterpart.party.name.padded(width)
      line += String(whole.words.count).padded(7, right: true) + Self.signed(whole.wordsMean).padded(7, right: true)
      line += String(whole.deeds.count).padded(7, right: true) + Self.signed(whole.deedsMean).padded(7, right: true)
      line += Self.signed(whole.gap?.value).padded(7, right: true) + "  "
      line += whole.gap.map { "(\(Self.signed($0.low)) to \(Self.signed($0.high)))" }.padded(17) + "  "
      line += Self.drawn(whole)
      if !counterpart.isEnough { line += "  too few to rank" }
      out += line + "\n"
    }
    let aside = result.counterparts.compactMap { counterpart -> String? in
      let counts = Act.Standing.allCases.compactMap { standing in
        counterpart.beside[standing].map { "\($0) \(standing.rawValue)" }
      }
      return counts.isEmpty ? nil : "  \(counterpart.party.name.padded(width - 2))  " + counts.joined(separator: ", ")
    }
    if !aside.isEmpty { out += "\nNot counted:\n" + aside.joined(separator: "\n") + "\n" }
    return out
  }

  /// How many letters ten points of the scale take.
  private static let half = 12

  private static func drawn(_ balance: WordsAndDeeds.Balance) -> String {
    var letters = Array(repeating: Character("·"), count: 2 * half + 1)
    letters[half] = "│"
    func place(_ mean: Double) -> Int { half + Int((mean / 10 * Double(half)).rounded()) }
    if let mean = balance.wordsMean { letters[place(mean)] = "○" }
    if let mean = balance.deedsMean { letters[place(mean)] = letters[place(mean)] == "○" ? "◉" : "●" }
    return String(letters)
  }

  private static func signed(_ value: Double?) -> String {
    value.map { String(format: "%+.1f", locale: Locale(identifier: "en_US_POSIX"), $0) } ?? ""
  }
}

extension Optional where Wrapped == String {
  fileprivate func padded(_ width: Int) -> String { (self ?? "").padded(width) }
}
