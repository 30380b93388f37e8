/// How words look on a terminal.
enum Style: Sendable, Hashable {
  case plain
  case strong
  case faint
  /// Words that a line speaks of, in brackets where there is no colour.
  case marked
  /// Verbal and material cooperation, verbal and material conflict.
  case quad(Int)

  /// The parameters of the escape sequence (ECMA-48, "select graphic rendition").
  var code: String {
    switch self {
    case .plain: "0"
    case .strong: "1"
    case .faint: "2"
    case .marked: "1;4"
    case .quad(1): "36"
    case .quad(2): "32"
    case .quad(3): "33"
    case .quad: "31"
    }
  }
}

/// A text of styled characters that can be broken into lines.
struct StyledText {
  private var characters: [(character: Character, style: Style)] = []

  init() {}

  init(_ text: String, _ style: Style = .plain) { append(text, style) }

  /// The number of characters.
  var count: Int { characters.count }

  /// Adds text. What could move the cursor or reorder the line is shown as U+FFFD, line ends as spaces.
  mutating func append(_ text: String, _ style: Style = .plain) {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: safe += " "
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    characters += safe.map { ($0, style) }
  }

  /// Adds text up to a column, with spaces; a single one where it is passed already.
  mutating func pad(to column: Int) {
    characters += repeatElement((" ", .plain), count: max(1, column - count))
  }

  /// The lines, broken at spaces so that none is longer than `width` where words allow it, each after `indent` spaces, and
  /// `hanging` more from the second on.
  func lines(width: Int, indent: Int = 0, hanging: Int = 0, colour: Bool) -> [String] {
    var lines: [String] = []
    var indent = indent
    var line: [(character: Character, style: Style)] = []
    func flush() {
      while line.last?.character == " " { line.removeLast() }
      if !line.isEmpty || lines.isEmpty {
        lines.append((line.isEmpty ? "" : String(repeating: " ", count: indent)) + Self.encode(line, colour: colour))
      }
      if lines.count == 1 { indent += hanging }
      line = []
    }
    var words = characters[...]
    while !words.isEmpty {
      let spaces = words.prefix { $0.character == " " }
      let word = words.dropFirst(spaces.count).prefix { $0.character != " " }
      words = words.dropFirst(spaces.count + word.count)
      if !line.isEmpty, indent + line.count + spaces.count + word.count > width {
        flush()
        line = Array(word)
      } else {
        line += spaces + word
      }
    }
    flush()
    return lines
  }

  private static func encode(_ characters: [(character: Character, style: Style)], colour: Bool) -> String {
    guard colour else { return String(characters.map(\.character)) }
    var out = ""
    var style = Style.plain
    for (character, next) in characters {
      if next != style {
        out += next == .plain ? "\u{1B}[0m" : style == .plain ? "\u{1B}[\(next.code)m" : "\u{1B}[0;\(next.code)m"
        style = next
      }
      out.append(character)
    }
    return style == .plain ? out : out + "\u{1B}[0m"
  }
}
