import Analysis
import Archive
import ArgumentParser
import Chancery
import Foundation

/// `chancery dyad`
struct DyadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dyad",
    abstract: "Shows what two actors do to each other over time, happening by happening.",
    discussion: """
      Happenings are counted, not reports, and only those that are vouched for; what is alleged, planned, feared or denied is counted \
      beside. Means are of PLOVER's scale from conflict (−10) to cooperation (+10). A stretch of time in which the archive has no \
      article is missing, not peaceful. Documentation/analysis.md explains each measure.
      """)

  @OptionGroup var dyad: DyadOptions

  func run() throws {
    do {
      let series = try dyad.series()
      try dyad.options.print(series.table) { SeriesChart(series).text }
    } catch { throw Failure(error) }
  }
}

/// Two actors, and by what their time is cut.
struct DyadOptions: ParsableArguments {
  @Argument(help: "One of the two: a name, a code (USA, 'USA MIL') or an id.")
  var first: String
  @Argument(help: "The other.")
  var second: String
  @Option(help: "Stretches of time: week, month, quarter or year.")
  var by: Interval = .month
  @OptionGroup var options: AnalysisOptions

  /// What the two do to each other.
  func series() throws -> DyadSeries {
    let names = try options.names([first, second])
    let parties = try names.parties([first, second])
    return try DyadSeries(
      of: parties[0], and: parties[1], in: options.archive.open(), by: by, since: options.since, until: options.until,
      filter: options.filter(names))
  }
}

/// A dyad's series drawn with letters: a line for every stretch of time, conflict to the left, cooperation to the right.
struct SeriesChart {
  private let series: DyadSeries

  init(_ series: DyadSeries) { self.series = series }

  var text: String {
    let sides: [DyadSeries.Direction] = [.forth, .back]
    let all = (series.points[.both] ?? []).reduce(0) { $0 + $1.acts.count }
    let articles = series.coverage.articles.reduce(0, +)
    var out =
      "\(series.first.name) and \(series.second.name): \(all) happenings, in an archive of \(articles) articles\n\n"
    out += "".padded(9)
    out +=
      "\(series.first.name) → \(series.second.name)".padded(Self.side)
      + "\(series.second.name) → \(series.first.name)\n"
    let head =
      " acts   mean  " + "conflict".padded(Self.half - 1) + "0" + "cooperation".padded(Self.half, right: true)
      + "   "
    out += Self.line("".padded(9) + head + head)
    for (place, bin) in series.coverage.bins.enumerated() {
      var line = bin.name.padded(9)
      let points = sides.compactMap { series.points[$0]?[place] }
      if series.coverage.articles[place] == 0, points.allSatisfy(\.acts.isEmpty) {
        line += "  no articles"
      } else {
        for point in points { line += Self.side(point) }
      }
      out += Self.line(line)
    }
    var beside: [String] = []
    for standing in Act.Standing.allCases where standing != .vouched {
      let count = (series.points[.both] ?? []).reduce(0) { $0 + ($1.beside[standing] ?? 0) }
      if count > 0 { beside.append("\(count) \(standing.rawValue)") }
    }
    if !beside.isEmpty { out += "\nNot counted: " + beside.joined(separator: ", ") + ".\n" }
    return out
  }

  /// How many letters ten points of the scale take.
  private static let half = 12
  /// Letters of one direction.
  private static let side = 14 + 2 * half + 3

  private static func side(_ point: DyadSeries.Point) -> String {
    guard let mean = point.mean else { return "    0".padded(side) }
    let number = String(format: "%+.1f", locale: Locale(identifier: "en_US_POSIX"), mean)
    let length = min(half - 1, max(1, Int((abs(mean) / 10 * Double(half - 1)).rounded())))
    let bar = String(repeating: "█", count: length)
    let drawn =
      mean < 0
      ? String(repeating: " ", count: half - 1 - length) + bar + "│" + String(repeating: " ", count: half)
      : String(repeating: " ", count: half - 1) + "│" + bar.padded(half)
    return String(point.acts.count).padded(5, right: true) + number.padded(7, right: true) + "  " + drawn + "   "
  }

  private static func line(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }
}
