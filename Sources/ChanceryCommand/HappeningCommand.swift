import Archive
import ArgumentParser
import Chancery
import Foundation

/// `chancery happening`
struct HappeningCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "happening",
    abstract: "Shows a happening: its reports, who claims and who denies it, and why the reports are one.",
    discussion: """
      The likeness of two reports is a sum of parts, each a logarithm of odds: above 0 they more likely tell the same act. \
      Documentation/archive.md explains the parts.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The happening's id, as 'chancery happenings' and 'chancery events --format jsonl' give it.")
  var id: String

  @OptionGroup var archive: ArchiveOptions
  @Option(help: "text: for people. json: an object.")
  var format: Format = .text

  func run() throws {
    do {
      let store = try archive.open()
      guard let row = try store.happening(id: id) else {
        throw Failure(.data, "the archive has no happening '\(id)'; 'chancery happenings' lists them")
      }
      let reports = try store.reports(of: id)
      let mentions = try store.mentions(of: id)
      switch format {
      case .json: try Console.write(row.json(mentions: mentions, reports: reports).text + "\n")
      case .text: try Console.write(text(row, mentions, reports, try store.links(of: id)))
      }
    } catch { throw Failure(error) }
  }

  private func text(
    _ row: HappeningRow, _ mentions: [EventRow], _ reports: [EventRow], _ links: [HappeningLink]
  ) -> String {
    var out = "\(row.category.rawValue), \(row.day ?? "day unknown"): "
    out += Self.counted(row.reports, "report") + " by " + Self.counted(row.sources, "independent source")
    out += ", told \(Self.counted(row.mentions, "time"))\n"
    for (verb, names) in [
      ("claimed by", mentions.flatMap(\.attributedTo)), ("denied by", mentions.flatMap(\.deniedBy)),
    ] {
      let names = Self.distinct(names.map(\.speaker))
      if !names.isEmpty { out += "\(verb) \(names.joined(separator: ", "))\n" }
    }
    out += "\nReports\n\n"
    var table = RowTable(EventRow.titles, flexible: 2)
    for report in reports { table.add(report.cells) }
    out += table.text(width: Console.width)
    guard !links.isEmpty else { return out }
    out += "\nWhy they are one\n\n"
    for link in links {
      out += "\(link.second) is like \(link.first): \(Self.spelled(link.score.total))\n"
      out += "    " + link.score.parts.map { "\($0.name) \(Self.spelled($0.value))" }.joined(separator: ", ") + "\n"
    }
    return out
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private static func spelled(_ value: Double) -> String { String(format: "%+.2f", value) }

  private static func distinct(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
