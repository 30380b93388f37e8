import Analysis
import Archive
import ArgumentParser
import Chancery

/// `chancery audiences`
struct AudiencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audiences",
    abstract: "Sets side by side what an actor says on a subject to each of its audiences.",
    discussion: """
      What contradicts stands first: support to one audience, denial or criticism to another, in words that are alike. An audience is \
      whom the text names as told; else the country where it was said; else the press.
      """)

  @Argument(help: "Who speaks: a name, a code or an id.")
  var speaker: String
  @Option(help: ArgumentHelp("Of whom.", valueName: "who"))
  var about: String
  @Flag(help: "The contradictions alone.")
  var contradictions = false
  @OptionGroup var options: AnalysisOptions

  func run() throws {
    do {
      let names = try options.names([speaker, about])
      let parties = try names.parties([speaker, about])
      let result = try Audiences(
        of: parties[0], about: parties[1], in: options.archive.open(), since: options.since, until: options.until,
        text: options.text)
      try options.print(contradictions ? result.contradictionTable : result.table) { Self.view(result, contradictions) }
    } catch { throw Failure(error) }
  }

  private static func view(_ result: Audiences, _ isShort: Bool) -> String {
    func line(_ saying: Audiences.Saying) -> String {
      let row = saying.statement
      let to = row.addressee.map { " to \($0)" } ?? row.venue.map { " in \($0)" } ?? ""
      let head =
        "  \(row.day ?? "          ")  \(saying.leaning.rawValue.padded(10))\(row.speaker ?? "somebody")\(to): "
      return head + "“" + row.content.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "”  \(row.key)\n"
    }
    var out = ""
    if !result.contradictions.isEmpty { out += "What does not go together\n\n" }
    for pair in result.contradictions.prefix(isShort ? .max : 10) {
      out +=
        "  \(pair.first.audience.name) and \(pair.second.audience.name), alike by \(Table.Cell.measure(pair.likeness).text)\n"
      out += "  " + line(pair.first) + "  " + line(pair.second) + "\n"
    }
    if isShort { return out.isEmpty ? "none\n" : out }
    var last: String?
    for saying in result.sayings {
      if saying.audience.name != last {
        last = saying.audience.name
        out += (out.isEmpty ? "" : "\n") + "To \(saying.audience.name)\n\n"
      }
      out += line(saying)
    }
    return out.isEmpty ? "none\n" : out
  }
}
