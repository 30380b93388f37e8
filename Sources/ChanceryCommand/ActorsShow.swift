import Actors
import ArgumentParser
import Articles
import Chancery

/// `chancery actors show`
struct ActorsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Explains how a name resolves: who bears it, their codes and offices, and the line of each fact.",
    discussion: """
      The first is whom a text means that tells no more; '▸' marks the office that decides on the day. Titles, states and \
      full names around a name in an article may decide otherwise.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The name, as a text has it; several words need no quotation marks.")
  var name: [String]

  @Option(help: ArgumentHelp("The day as of which the name is resolved (2018-01-05).", valueName: "date"))
  var on: CalendarDate?

  @Option(help: "text: for people. json: an object.")
  var format: Format = .text

  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    guard !name.isEmpty else { throw ValidationError("Give a name: chancery actors show Antony Blinken") }
  }

  func run() throws {
    let dictionary: ActorDictionary
    do { dictionary = try ActorDictionary.load(adding: dictionaries.actors) } catch { throw Failure(error) }
    DictionaryOptions.report(dictionary.warnings)
    let explanation = dictionary.explanation(of: name.joined(separator: " "), on: on)
    switch format {
    case .text:
      let view = ActorView(width: Console.width, colour: Console.hasColour)
      try Console.write(view.text(of: explanation))
    case .json: try Console.write(explanation.json.text + "\n")
    }
  }
}
