import Archive
import Chancery

/// What answers hold. Members that are named here are there in every answer, and no others are.
enum Schemas {
  static let article = Schema(
    "Article",
    .members([
      ("id", .text), ("title", .textOrNull), ("published", .textOrNull), ("publisher", .textOrNull),
      ("url", .textOrNull), ("language", .textOrNull),
    ]))

  private static let party = Schema(
    "Party",
    .members([
      ("code", .text), ("sector", .list(.text)), ("id", .text), ("name", .text), ("entity_text", .text),
      ("start", .count), ("end", .count),
    ]))

  private static let voucher = Schema("Voucher", .members([("statement", .text), ("name", .text)]))

  private static let place = Schema(
    "Place",
    .members([
      ("extracted_place", .text), ("resolved_place", .textOrNull), ("lat", .measureOrNull), ("lon", .measureOrNull),
      ("country_code", .textOrNull),
    ]))

  private static let categories = Category.allCases.map(\.rawValue)
  private static let modalities = Modality.allCases.map(\.rawValue)

  static let event = Schema(
    "Event",
    .members([
      ("article", .reference(article)), ("id", .text), ("event", .choice(categories)), ("mode", .list(.text)),
      ("context", .list(.text)), ("auxiliary", .list(.choice(Auxiliary.allCases.map(\.rawValue)))),
      ("plover", .choiceOrNull(categories)), ("cameo", .text), ("quad_code", .integer(1...4)),
      ("event_scale", .measure), ("actor", .list(.reference(party))), ("recipient", .list(.reference(party))),
      ("date", .textOrNull), ("enddate", .textOrNull), ("date_text", .textOrNull),
      ("event_loc", .orNull(.reference(place))), ("event_text", .text),
      ("text_info", .members([("sequence", .count), ("start", .count), ("end", .count)])),
      ("attributed_to", .list(.reference(voucher))), ("denied_by", .list(.reference(voucher))),
      ("size", .members([], optional: [("dead", .count), ("injured", .count), ("arrested", .count)])),
      ("rule", .text), ("confidence", .measure), ("modality", .choice(modalities)), ("text", .textOrNull),
      ("happening", .textOrNull),
    ]))

  private static let interlocutor = Schema(
    "Interlocutor",
    .members([
      ("id", .textOrNull), ("name", .text), ("code", .text), ("sector", .list(.text)), ("affiliation", .textOrNull),
    ]))

  static let statement = Schema(
    "Statement",
    .members([
      ("article", .reference(article)), ("id", .text),
      ("speaker", .orNull(.reference(interlocutor))), ("addressee", .orNull(.reference(interlocutor))),
      ("venue", .textOrNull), ("venue_country", .textOrNull),
      ("cue", .textOrNull), ("content", .members([("start", .count), ("end", .count), ("text", .text)])),
      ("quotation", .choice(Statement.Quotation.allCases.map(\.rawValue))),
      ("stance", .choice(Statement.Stance.allCases.map(\.rawValue))), ("about", .list(.text)),
      ("events", .list(.text)),
    ]))

  static let figure = Schema(
    "Figure",
    .members([
      ("article", .reference(article)), ("id", .text), ("value", .measure), ("unit", .text), ("of", .textOrNull),
      ("bound", .choiceOrNull(Figure.Bound.allCases.map(\.rawValue))), ("period", .textOrNull), ("start", .count),
      ("end", .count), ("words", .text), ("text", .textOrNull),
    ]))

  static let happening = Schema(
    "Happening",
    .members([
      ("id", .text), ("event", .choice(categories)), ("date", .textOrNull), ("reports", .count), ("mentions", .count),
      ("sources", .count), ("claimed", .count), ("denied", .count),
    ]))

  private static let report = Schema(
    "Report",
    .members([
      ("article", .text), ("id", .text), ("event", .choice(categories)), ("mode", .list(.text)),
      ("modality", .choice(modalities)), ("actor", .list(.text)), ("recipient", .list(.text)),
      ("date", .textOrNull), ("event_text", .text), ("start", .count), ("end", .count), ("attributed_to", .list(.text)),
      ("denied_by", .list(.text)), ("retold", .list(.text)),
    ]))

  static let toldHappening = Schema(
    "HappeningWithReports",
    .members([
      ("id", .text), ("event", .choice(categories)), ("date", .textOrNull), ("mentions", .count), ("sources", .count),
      ("claimed", .count), ("denied", .count), ("claimed_by", .list(.text)), ("denied_by", .list(.text)),
      ("reports", .list(.reference(report))),
    ]))

  private static let object: JSON = .object([.init("type", .string("object"))])

  static let reading = Schema(
    "Reading",
    .object([
      .init("type", .string("object")),
      .init("description", .string("A reading as 'chancery read --format json' prints it (Documentation/reading.md).")),
      .init(
        "required",
        .strings(["article", "cast", "events", "statements", "figures", "dates", "places", "sentences"])),
      .init(
        "properties",
        .object(
          [.init("article", object)]
            + ["cast", "events", "statements", "figures", "dates", "places", "sentences"].map {
              .init($0, .list(object))
            })),
    ]))

  static let readArticle = Schema(
    "ReadArticle",
    .members([
      ("article", .reference(article)), ("text", .textOrNull.described("null in an archive without texts")),
      ("reading", .reference(reading)),
    ]))

  static let found = Schema(
    "Found", .members([("article", .reference(article)), ("snippet", .text), ("events", .count)]))

  static let actor = Schema(
    "ActorName",
    .object([
      .init("type", .string("object")),
      .init("description", .string("How a name resolves, as 'chancery actors show --format json' prints it.")),
      .init("required", .strings(["name", "on", "bearers", "nouns", "similar"])),
      .init(
        "properties",
        .object([
          .init("name", .text), .init("on", .textOrNull), .init("bearers", .list(object)),
          .init("nouns", .list(object)),
          .init("similar", .list(.members([("name", .text), ("id", .text)]))),
        ])),
    ]))

  static let status = Schema(
    "Status",
    .members([
      ("version", .text), ("articles", .count), ("failures", .count), ("events", .count), ("statements", .count),
      ("figures", .count), ("happenings", .count),
    ]))

  /// A row of an analysis: its columns are its own.
  static let table = Schema(
    "Table",
    .members([
      ("title", .text), ("columns", .list(.members([("name", .text), ("title", .text)]))),
      (
        "items",
        .list(
          .object([
            .init("type", .string("object")),
            .init(
              "additionalProperties",
              .object([
                .init("type", .strings(["string", "number", "boolean", "null", "array"])), .init("items", .text),
              ])),
          ]))
      ),
    ]))

  static let problem = Schema(
    "Problem",
    .members(
      [
        ("type", .choice(Problem.Kind.allCases.map { "urn:chancery:problem:\($0.rawValue)" })), ("title", .text),
        ("status", .integer(400...599)), ("detail", .text),
      ], optional: [("parameter", .text)]))

  /// Those that others refer to.
  static let parts = [article, party, voucher, place, interlocutor, report, reading]
}
