/// A JSON value whose members keep the order they were given in, so that the same value is always the same bytes.
public enum JSON: Sendable, Hashable {
  /// A member of an object.
  public struct Member: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: JSON

    /// A member.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// Nothing.
  case null
  /// Yes or no.
  case bool(Bool)
  /// A count.
  case integer(Int)
  /// A number that is written with as many decimals as it needs, and at least one.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in their order.
  case array([JSON])
  /// Members in their order.
  case object([Member])

  /// The text of an optional; `null` where there is none.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// Texts in their order.
  package static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }

  /// The value on one line, without spaces but between members and after colons.
  public var line: String {
    var out = ""
    write(to: &out, indent: nil)
    return out
  }

  /// The value over several lines, indented by two spaces a level; what fits on a line of 120 stands on one.
  public var text: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): out += value.isFinite ? String(value) : "null"
    case .string(let text): Self.quote(text, to: &out)
    case .array(let values):
      Self.write(values.map { (nil, $0) }, between: ("[", "]"), to: &out, indent: indent)
    case .object(let members):
      Self.write(members.map { ($0.name, $0.value) }, between: ("{", "}"), to: &out, indent: indent)
    }
  }

  private static func write(
    _ items: [(name: String?, value: JSON)], between brackets: (String, String), to out: inout String, indent: Int?
  ) {
    func write(_ item: (name: String?, value: JSON), indent: Int?, to out: inout String) {
      if let name = item.name {
        quote(name, to: &out)
        out += ": "
      }
      item.value.write(to: &out, indent: indent)
    }
    guard let indent else {
      out += brackets.0
      for (index, item) in items.enumerated() {
        if index > 0 { out += ", " }
        write(item, indent: nil, to: &out)
      }
      out += brackets.1
      return
    }
    var short = brackets.0
    for (index, item) in items.enumerated() {
      if index > 0 { short += ", " }
      write(item, indent: nil, to: &short)
      if short.utf8.count + indent > 118 { break }
    }
    guard short.utf8.count + indent > 118 else {
      out += short + brackets.1
      return
    }
    out += brackets.0
    for (index, item) in items.enumerated() {
      out += (index > 0 ? ",\n" : "\n") + String(repeating: " ", count: indent + 2)
      write(item, indent: indent + 2, to: &out)
    }
    out += "\n" + String(repeating: " ", count: indent) + brackets.1
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    // Most texts hold nothing that has to be written otherwise.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) else {
      out += text
      out += "\""
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
