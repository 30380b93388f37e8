import Foundation

/// A line on standard error that tells how far a long work has come; nothing where standard error is no terminal.
final class ProgressBar {
  private let isShown: Bool
  private let began = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var hasLine = false

  init() {
    isShown = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Shows how far the work has come, ten times a second at most.
  ///
  /// - Parameters:
  ///   - done: How many are done; `fresh` of them took their time.
  ///   - total: How many there are; `nil` where that is not known.
  ///   - note: What else there is to tell.
  func show(_ what: String, done: Int, fresh: Int, of total: Int?, note: String = "") {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard !hasLine || now - shown >= .milliseconds(100) else { return }
    shown = now
    let seconds = Self.seconds(now - began)
    let rate = seconds > 0 ? Double(fresh) / seconds : 0
    var line = "\(what) "
    if let total, total > 0 {
      let share = min(1, Double(done) / Double(total))
      let filled = Int(share * 24)
      line += "[" + String(repeating: "█", count: filled) + String(repeating: "·", count: 24 - filled) + "] "
      line += "\(done) of \(total)"
      if rate > 0, done < total { line += ", \(Self.spelled(Double(total - done) / rate)) left" }
    } else {
      line += "\(done)"
    }
    line += String(format: ", %.1f/s", rate) + (note.isEmpty ? "" : ", " + note)
    write("\r\u{1B}[K" + line)
    hasLine = true
  }

  /// Takes the line away, so that something else can be told.
  func clear() {
    guard hasLine else { return }
    write("\r\u{1B}[K")
    hasLine = false
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  /// A time to come: `0:41`, `2:07:00`.
  private static func spelled(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e6))
    return whole < 3600
      ? String(format: "%d:%02d", whole / 60, whole % 60)
      : String(format: "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
  }
}
