import Foundation
import Testing

/// The built command, run as its user runs it.
struct Command {
  /// What a run left.
  struct Result {
    let status: Int32
    let output: String
    let errors: String

    /// The messages on standard error, a line each.
    var messages: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// A folder that lasts as long as a test.
  final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Lays a file down; its path.
    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
      let file = url.appending(path: name)
      try Data(bytes).write(to: file)
      return file.path
    }
  }

  static var examples: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples").standardizedFileURL
  }

  static func example(_ name: String) -> String { examples.appending(path: name).path }

  /// The binary, which is built beside the test bundle.
  static func binary() throws -> URL {
    let arguments = ProcessInfo.processInfo.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
    let places = (arguments + [Bundle.main.executableURL].compactMap(\.self)).flatMap { place in
      sequence(first: place) { $0.pathComponents.count > 1 ? $0.deletingLastPathComponent() : nil }.prefix(6)
    }
    let binary = places.map { $0.appending(path: "chancery") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
        && (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false
    }
    return try #require(binary, "chancery is not built beside the tests")
  }

  static func process(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = try binary()
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["COLUMNS": "80"]) { $1 }.merging(environment) { $1 }
    return process
  }

  /// Runs the command to its end.
  static func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Result {
    try finish(process(arguments, environment: environment), input: input)
  }

  /// Runs a line of shell in which `$CHANCERY` is the command.
  static func shell(_ line: String) throws -> Result {
    let process = try process([], environment: ["CHANCERY": binary().path])
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    return try finish(process, input: "")
  }

  private static func finish(_ process: Process, input: String) throws -> Result {
    // Files, not pipes: those would have to be emptied while the command runs.
    let folder = try Folder()
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder.file("input", input.utf8)))
    let output = URL(filePath: try folder.file("output", []))
    let errors = URL(filePath: try folder.file("errors", []))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}
