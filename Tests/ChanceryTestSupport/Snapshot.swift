public import Testing
import Foundation

/// Files that hold what a test is to yield, beside the tests.
///
/// With `CHANCERY_RECORD=1` in the environment what a test yields is written there instead, and the test fails, so that
/// no run passes that compares nothing. A missing file is written, too, and fails.
public enum Snapshot {
  /// Expects `text` to be what `Snapshots/name` beside the test's file holds.
  public static func expect(
    _ text: String, named name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    let recorded = try? String(contentsOf: path, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["CHANCERY_RECORD"] == "1"
    guard let recorded, !isRecording else {
      do {
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path)
        Issue.record("Recorded \(name); look at it, then run again.", sourceLocation: sourceLocation)
      } catch {
        Issue.record("\(name) cannot be recorded: \(error)", sourceLocation: sourceLocation)
      }
      return
    }
    guard recorded != text else { return }
    let was = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let now = text.split(separator: "\n", omittingEmptySubsequences: false)
    let differing = zip(was, now).enumerated().first { $0.element.0 != $0.element.1 }
    let line = differing?.offset ?? min(was.count, now.count)
    let before = line < was.count ? String(was[line]) : "(end)"
    let after = line < now.count ? String(now[line]) : "(end)"
    Issue.record(
      """
      \(name) differs from line \(line + 1) on:
        was \(before)
        now \(after)
      If that is as it should be, record it with CHANCERY_RECORD=1.
      """, sourceLocation: sourceLocation)
  }
}
