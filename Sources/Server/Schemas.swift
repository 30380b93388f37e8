import Archive
import Chancery

/// What answers hold. Members that are named here are there in every answer, and no others are.
enum Schemas {
  static let article = Schema(
    "Article",
    .members([
      ("id", .plainText), ("title", .textOrNull), ("published", .textOrNull), ("publisher", .textOrNull),
      ("url", .textOrNull), ("language", .textOrNull),
    ]))

  private static let party = Schema(
    "Party",
    .members([
      ("code", .plainText), ("sector", .list(.plainText)), ("id", .plainText), ("name", .plainText),
      ("entity_text", .plainText),
      ("start", .count), ("end", .count),
    ]))

  private static let voucher = Schema("Voucher", .members([("statement", .plainText), ("name", .plainText)]))

  private static let place = Schema(
    "Place",
    .members([
      ("extracted_place", .plainText), ("resolved_place", .textOrNull), ("lat", .measureOrNull),
      ("lon", .measureOrNull),
      ("country_code", .textOrNull),
    ]))

  private static let categories = Category.allCases.map(\.rawValue)
  private static let modalities = Modality.allCases.map(\.rawValue)

  static let event = Schema(
    "Event",
    .members([
      ("article", .reference(article)), ("id", .plainText), ("event", .choice(categories)), ("mode", .list(.plainText)),
      ("context", .list(.plainText)), ("auxiliary", .list(.choice(Auxiliary.allCases.map(\.rawValue)))),
      ("plover", .choiceOrNull(categories)), ("cameo", .plainText), ("quad_code", .integer(1...4)),
      ("event_scale", .measure), ("actor", .list(.reference(party))), ("recipient", .list(.reference(party))),
      ("date", .textOrNull), ("enddate", .textOrNull), ("date_text", .textOrNull),
      ("event_loc", .orNull(.reference(place))), ("event_text", .plainText),
      ("text_info", .members([("sequence", .count), ("start", .count), ("end", .count)])),
      ("attributed_to", .list(.reference(voucher))), ("denied_by", .list(.reference(voucher))),
      ("size", .members([], optional: [("dead", .count), ("injured", .count), ("arrested", .count)])),
      ("rule", .plainText), ("confidence", .measure), ("modality", .choice(modalities)), ("text", .textOrNull),
      ("happening", .textOrNull),
    ]))

  private static let interlocutor = Schema(
    "Interlocutor",
    .members([
      ("id", .textOrNull), ("name", .plainText), ("code", .plainText), ("sector", .list(.plainText)),
      ("affiliation", .textOrNull),
    ]))

  static let statement = Schema(
    "Statement",
    .members([
      ("article", .reference(article)), ("id", .plainText),
      ("speaker", .orNull(.reference(interlocutor))), ("addressee", .orNull(.reference(interlocutor))),
      ("venue", .textOrNull), ("venue_country", .textOrNull),
      ("cue", .textOrNull), ("content", .members([("start", .count), ("end", .count), ("text", .plainText)])),
      ("quotation", .choice(Statement.Quotation.allCases.map(\.rawValue))),
      ("stance", .choice(Statement.Stance.allCases.map(\.rawValue))), ("about", .list(.plainText)),
      ("events", .list(.plainText)),
    ]))

  static let figure = Schema(
    "Figure",
    .members([
      ("article", .reference(article)), ("id", .plainText), ("value", .measure), ("unit", .plainText),
      ("of", .textOrNull),
      ("bound", .choiceOrNull(Figure.Bound.allCases.map(\.rawValue))), ("period", .textOrNull), ("start", .count),
      ("end", .count), ("words", .plainText), ("text", .textOrNull),
    ]))

  static let happening = Schema(
    "Happening",
    .members([
      ("id", .plainText), ("event", .choice(categories)), ("date", .textOrNull), ("reports", .count),
      ("mentions", .count),
      ("sources", .count), ("claimed", .count), ("denied", .count),
    ]))

  private static let report = Schema(
    "Report",
    .members([
      ("article", .plainText), ("id", .plainText), ("event", .choice(categories)), ("mode", .list(.plainText)),
      ("modality", .choice(modalities)), ("actor", .list(.plainText)), ("recipient", .list(.plainText)),
      ("date", .textOrNull), ("event_text", .plainText), ("start", .count), ("end", .count),
      ("attributed_to", .list(.plainText)),
      ("denied_by", .list(.plainText)), ("retold", .list(.plainText)),
    ]))

  static let toldHappening = Schema(
    "HappeningWithReports",
    .members([
      ("id", .plainText), ("event", .choice(categories)), ("date", .textOrNull), ("mentions", .count),
      ("sources", .count),
      ("claimed", .count), ("denied", .count), ("claimed_by", .list(.plainText)), ("denied_by", .list(.plainText)),
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
    "Found", .members([("article", .reference(article)), ("snippet", .plainText), ("events", .count)]))

  static let actor = Schema(
    "ActorName",
    .object([
      .init("type", .string("object")),
      .init("description", .string("How a name resolves, as 'chancery actors show --format json' prints it.")),
      .init("required", .strings(["name", "on", "bearers", "nouns", "similar"])),
      .init(
        "properties",
        .object([
          .init("name", .plainText), .init("on", .textOrNull), .init("bearers", .list(object)),
          .init("nouns", .list(object)),
          .init("similar", .list(.members([("name", .plainText), ("id", .plainText)]))),
        ])),
    ]))

  static let status = Schema(
    "Status",
    .members([
      ("version", .plainText), ("articles", .count), ("failures", .count), ("events", .count), ("statements", .count),
      ("figures", .count), ("happenings", .count),
    ]))

  /// A row of an analysis: its columns are its own.
  static let table = Schema(
    "Table",
    .members([
      ("title", .plainText), ("columns", .list(.members([("name", .plainText), ("title", .plainText)]))),
      (
        "items",
        .list(
          .object([
            .init("type", .string("object")),
            .init(
              "additionalProperties",
              .object([
                .init("type", .strings(["string", "number", "boolean", "null", "array"])), .init("items", .plainText),
              ])),
          ]))
      ),
    ]))

  static let problem = Schema(
    "Problem",
    .members(
      [
        ("type", .choice(Problem.Kind.allCases.map { "urn:chancery:problem:\($0.rawValue)" })), ("title", .plainText),
        ("status", .integer(400...599)), ("detail", .plainText),
      ], optional: [("parameter", .plainText)]))

  /// Those that others refer to.
  static let parts = [article, party, voucher, place, interlocutor, report, reading]
}
