import Chancery

/// JSON Schema (2020-12), as OpenAPI 3.1 takes it.
extension JSON {
  /// A text.
  static let plainText: JSON = .object([.init("type", .string("string"))])
  /// A text, or nothing.
  static let textOrNull: JSON = .object([.init("type", .strings(["string", "null"]))])
  /// Yes or no.
  static let flag: JSON = .object([.init("type", .string("boolean"))])
  /// A count.
  static let count: JSON = .object([.init("type", .string("integer")), .init("minimum", .integer(0))])
  /// A number.
  static let measure: JSON = .object([.init("type", .string("number"))])
  /// A number, or nothing.
  static let measureOrNull: JSON = .object([.init("type", .strings(["number", "null"]))])
  /// Anything.
  static let anything: JSON = .object([])

  /// A text of one line that is not empty.
  static func line(most: Int) -> JSON {
    .object([
      .init("type", .string("string")), .init("maxLength", .integer(most)),
      .init("pattern", .string(#"^[^\x00-\x1F\x7F]*[^\s\x00-\x1F\x7F][^\x00-\x1F\x7F]*$"#)),
    ])
  }

  /// A text that is not empty.
  static func plainText(most: Int) -> JSON {
    .object([
      .init("type", .string("string")), .init("maxLength", .integer(most)), .init("pattern", .string(#"\S"#)),
    ])
  }

  /// A text of a shape.
  static func pattern(_ pattern: String) -> JSON {
    .object([.init("type", .string("string")), .init("pattern", .string(pattern))])
  }

  /// A number within bounds.
  static func integer(_ range: ClosedRange<Int>, standard: Int? = nil) -> JSON {
    .object(
      [
        .init("type", .string("integer")), .init("minimum", .integer(range.lowerBound)),
        .init("maximum", .integer(range.upperBound)),
      ] + (standard.map { [.init("default", .integer($0))] } ?? []))
  }

  /// One of some texts.
  static func choice(_ values: [String], standard: String? = nil) -> JSON {
    .object(
      [.init("type", .string("string")), .init("enum", .strings(values))]
        + (standard.map { [.init("default", .string($0))] } ?? []))
  }

  /// One of some texts, or nothing.
  static func choiceOrNull(_ values: [String]) -> JSON {
    .object([.init("enum", .array(values.map(JSON.string) + [.null]))])
  }

  /// Values of a kind.
  static func list(_ items: JSON) -> JSON {
    .object([.init("type", .string("array")), .init("items", items)])
  }

  /// An object with these members and no others.
  static func members(_ members: [(name: String, schema: JSON)], optional: [(name: String, schema: JSON)] = []) -> JSON
  {
    .object([
      .init("type", .string("object")),
      .init("properties", .object((members + optional).map { .init($0.name, $0.schema) })),
      .init("required", .strings(members.map(\.name))), .init("additionalProperties", .bool(false)),
    ])
  }

  /// What a schema describes, or nothing.
  static func orNull(_ schema: JSON) -> JSON {
    .object([.init("anyOf", .array([schema, .object([.init("type", .string("null"))])]))])
  }

  /// A schema that stands among the components.
  static func reference(_ schema: Schema) -> JSON {
    .object([.init("$ref", .string("#/components/schemas/\(schema.name)"))])
  }
}

/// A described form of JSON, under the name that it has in `/openapi.json`.
struct Schema: Sendable, Hashable {
  let name: String
  let json: JSON

  init(_ name: String, _ json: JSON) {
    self.name = name
    self.json = json
  }

  /// Of what is no JSON.
  static let none = Schema("Nothing", .anything)

  /// A page of rows.
  static func page(of row: Schema) -> Schema {
    Schema(
      row.name + "Page",
      .members([
        ("items", .list(.reference(row))),
        ("next", .textOrNull.described("What 'after' takes to go on; null after the last.")),
      ]))
  }
}

extension JSON {
  /// A schema with a description.
  func described(_ text: String) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members + [.init("description", .string(text))])
  }
}
