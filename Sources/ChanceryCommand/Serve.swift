import Actors
import ArgumentParser
import Foundation
import Server

/// `chancery serve`
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Opens a desk on an archive: pages to look at it, and an HTTP API.",
    discussion: """
      Prints its address when it is ready; SIGTERM or Ctrl-C ends it. On this machine everybody may ask. At any other address \
      who asks needs a token: a browser gives it once as '?token=…', programs as 'Authorization: Bearer …'. What is said \
      there is not encrypted; put a proxy with TLS before it. The archive may be ingested into meanwhile. \
      Documentation/api.md tells of the API, /openapi.json describes it.
      """)

  @OptionGroup var archive: ArchiveOptions
  @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "n"))
  var port = 8080
  @Option(help: ArgumentHelp("The address to be asked at.", valueName: "address"))
  var host = "127.0.0.1"
  @Option(
    help: ArgumentHelp(
      "What who asks has to give. Better in the variable CHANCERY_TOKEN: other users see the options of a command.",
      valueName: "token"))
  var token: String?
  @Option(
    help: ArgumentHelp(
      "How many questions are answered at once. Without it, as many as there are cores.", valueName: "n"))
  var workers: Int?
  @OptionGroup var dictionaries: DictionaryOptions

  private static let shortestToken = 16

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535.") }
    if let workers, !(1...64).contains(workers) { throw ValidationError("--workers takes a number from 1 to 64.") }
    guard !host.isEmpty else { throw ValidationError("--host takes an address, as 127.0.0.1 or 0.0.0.0.") }
  }

  func run() async throws {
    // A client that goes away ends its own connection alone.
    signal(SIGPIPE, SIG_IGN)
    let given = token ?? ProcessInfo.processInfo.environment["CHANCERY_TOKEN"]
    let token = given.flatMap { $0.isEmpty ? nil : $0 }
    if let token, token.utf8.count < Self.shortestToken {
      throw Failure(
        .usage, "the token is short enough to be guessed; give one of \(Self.shortestToken) characters or more")
    }
    do {
      let desk = try Desk(
        path: archive.archive, actors: dictionaries.actors,
        threads: workers ?? max(2, ProcessInfo.processInfo.activeProcessorCount))
      DictionaryOptions.report(desk.dictionary.warnings)
      let server = try DeskServer(desk, host: host, port: port, token: token)
      try await server.run { address in try? Console.write("the desk is at \(address)\n") }
      try await desk.close()
    } catch { throw Failure(error) }
  }
}
