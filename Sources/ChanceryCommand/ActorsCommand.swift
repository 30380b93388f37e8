import ArgumentParser

/// `chancery actors`
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Shows, checks and helps to extend the dictionary of actors.",
    subcommands: [ActorsShow.self, ActorsCheck.self, ActorsUnknown.self])
}
