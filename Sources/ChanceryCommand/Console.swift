import Foundation

/// Standard output and error.
enum Console {
  /// Whether standard output is a terminal that shows colour, and the user has not asked for none (no-color.org).
  static var hasColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// The number of characters in a line of the terminal; 100 where standard output is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  /// Writes to standard output.
  static func write(_ text: String) throws(Failure) {
    var text = text
    let failure: Int32? = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Foundation.write(STDOUT_FILENO, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written >= 0 else { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      }
      return nil
    }
    if let failure {
      throw Failure(.output, "standard output cannot be written: \(String(cString: strerror(failure)))")
    }
  }

  /// Tells the user of trouble on standard error.
  static func report(_ message: String) {
    FileHandle.standardError.write(Data("chancery: \(message)\n".utf8))
  }
}
