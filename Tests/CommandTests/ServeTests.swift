import Foundation
import Testing

/// `chancery serve` from the outside: how it begins, reads, and ends.
@Suite struct ServeTests {
  private static func archive(_ folder: Command.Folder) throws -> String {
    let news = try folder.file(
      "news.jsonl",
      #"{"id": "a", "text": "France accused Japan of spying.", "published": "2024-05-06"}"#.utf8)
    let archive = folder.url.appending(path: "news.sqlite").path
    _ = try Command.run("ingest", news, "--archive", archive)
    return archive
  }

  @Test func deskTellsItsAddressReadsAnArticleAndEndsCleanly() async throws {
    let folder = try Command.Folder()
    let process = try Command.process(["serve", "--archive", try Self.archive(folder), "--port", "0"])
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    defer { if process.isRunning { process.terminate() } }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let address = try #require(line.firstMatch(of: /^the desk is at (http:\/\/127\.0\.0\.1:[0-9]+)\n$/)?.1)
    let article = #"{"text": "Germany will impose sanctions on Brazil next week.", "published": "2024-05-07"}"#
    let answer = try Command.shell(
      "curl -s -H 'Content-Type: application/json' -d '\(article)' \(address)/api/v1/read")
    #expect(answer.output.contains("\"event\": \"SANCTION\"") && answer.output.contains("\"plover\": \"THREATEN\""))
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  @Test func whatCannotBeServedIsToldWithItsExitCode() throws {
    let folder = try Command.Folder()
    let archive = try Self.archive(folder)
    func serve(_ arguments: String..., environment: [String: String] = [:]) throws -> Command.Result {
      let words = ["serve"] + arguments.map { $0 }
      let process = try Command.process(words, environment: environment)
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      process.waitUntilExit()
      return Command.Result(
        status: process.terminationStatus, output: "",
        errors: String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
    }
    let open = try serve("--archive", archive, "--host", "0.0.0.0", "--port", "0")
    #expect(open.status == 64 && open.errors.contains("CHANCERY_TOKEN"))
    let short = try serve("--archive", archive, environment: ["CHANCERY_TOKEN": "short"])
    #expect(short.status == 64 && short.errors.contains("guessed"))
    #expect(try serve("--archive", folder.url.appending(path: "none.sqlite").path).status == 66)
    #expect(try serve("--archive", try folder.file("other.sqlite", "no archive at all".utf8)).status == 65)
    #expect(try serve("--archive", archive, "--port", "70000").status == 64)
  }

  @Test func portThatIsTakenIsTold() throws {
    let folder = try Command.Folder()
    let archive = try Self.archive(folder)
    let first = try Command.process(["serve", "--archive", archive, "--port", "0"])
    let output = Pipe()
    first.standardOutput = output
    try first.run()
    defer {
      first.terminate()
      first.waitUntilExit()
    }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(line.firstMatch(of: /:([0-9]+)\n/)?.1)
    let second = try Command.run("serve", "--archive", archive, "--port", String(port))
    #expect(second.status == 69 && second.errors.contains("--port"))
  }
}
