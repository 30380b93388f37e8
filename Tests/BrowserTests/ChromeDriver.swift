import Foundation

/// Debian's `chromedriver`, started for a test and ended with it.
final class ChromeDriver: Sendable {
  private static let program = "/usr/bin/chromedriver"
  static let isInstalled = FileManager.default.isExecutableFile(atPath: program)
  static let hint: String = "chromium-driver is not installed; 'make browser-test' installs it"

  let address: URL
  private let process: Process

  /// Starts it at a port that is free.
  init() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["--port=0", "--log-level=SEVERE"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var told = ""
    var port: Substring?
    while port == nil {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw BrowserError("chromedriver ended: \(told)") }
      told += String(decoding: data, as: UTF8.self)
      port = told.firstMatch(of: /started successfully on port (\d+)\./)?.output.1
    }
    guard let port, let address = URL(string: "http://127.0.0.1:\(port)") else { throw BrowserError(told) }
    self.process = process
    self.address = address
  }

  /// Ends it, and the browsers that it started.
  ///
  /// It is asked to: a signal would not do, because the desk in this process has SIGTERM ignored, which its children inherit.
  func end() async {
    _ = try? await PlainHTTP.send("GET", address.appending(path: "shutdown"), nil)
    for _ in 0..<100 where process.isRunning { try? await Task.sleep(for: .milliseconds(50)) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}

/// What a browser could not do.
struct BrowserError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
