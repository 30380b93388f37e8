import Actors
import Articles
import Events
import Language
import Particulars
import Statements

extension Reading {
  /// PLOVER records, one an event that PLOVER's manual keeps, with the names of the manual's chapter on data fields: the category
  /// after the reduction of auxiliary modes, its parties, when and where.
  ///
  /// A mode belongs to the act itself and stands only where the reduction leaves the category as it is. What the reduction
  /// leaves of the auxiliary modes stands among the contexts, where the manual has them.
  public var ploverRecords: [JSON] {
    zip(events, sizes).compactMap { event, size in
      guard let category = event.plover else { return nil }
      let isReduced = category != event.category
      let left = isReduced ? event.auxiliaries.filter { $0 == .historical } : event.auxiliaries
      let days = days(of: event)
      // What is planned or held out is said today; of what is long past the day is not known.
      let day = days?.first ?? (event.auxiliaries.contains(.historical) ? nil : article.published)
      return .object([
        .init("id", .string("\(article.id)/\(event.id)")),
        .init("date", .optional(day?.description)),
        .init("enddate", .optional(days?.last.description)),
        .init("source", .array(event.actors.map(json(ofPloverParty:)))),
        .init("recipient", .array(event.recipients.map(json(ofPloverParty:)))),
        .init("event", .strings([category.rawValue])),
        .init("mode", .strings(isReduced ? [] : event.modes)),
        .init("context", .strings(event.contexts + left.map(\.rawValue))),
        .init("auxiliary", .strings(event.auxiliaries.map(\.rawValue))),
        .init("quad_code", .integer(category.quadClass)),
        .init("event_scale", .number(category.scale)),
        .init("event_loc", event.place.map { json(ofPloverLocation: places[$0]) } ?? .null),
        .init("event_text", .strings([document.text[event.trigger]])),
        .init("size", .object(size.members)),
        .init("text", .string(sentence(event.sentence))),
        .init(
          "text_info",
          .object([.init("sequence", .integer(event.sentence + 1))] + place(span(ofSentence: event.sentence)))),
        .init(
          "cite_info",
          .object([
            .init("citation", .string(article.id)),
            .init("title", .optional(article.title)),
            .init("publication", .optional(article.publisher)),
            .init("url", .optional(article.url)),
            .init("language", .optional(article.language)),
            .init("coder", .string("Chancery")),
            .init("codebook", .string("PLOVER 2.0")),
          ])),
        .init("confidence", .number(event.printedConfidence)),
      ])
    }
  }

  private func json(ofPloverParty mention: Int) -> JSON {
    let entity = entity(of: mention)
    return .object([
      .init("code", .string(entity.code)),
      .init("sector", .string(entity.sectors.joined())),
      .init("actor_text", .string(document.text[cast.mentions[mention].span])),
      .init("identifier_id", .string(entity.id)),
      .init("identifier_text", .string(entity.name)),
      .init("office", .optional(entity.office)),
    ])
  }

  /// The fields of GeoNames that are known; `cc3` is the manual's own, the state's three letters.
  private func json(ofPloverLocation place: Place) -> JSON {
    .object([
      .init("name", .string(place.name)),
      .init("latitude", place.location.map { .number($0.latitude) } ?? .null),
      .init("longitude", place.location.map { .number($0.longitude) } ?? .null),
      .init("cc3", place.country.isEmpty ? .null : .string(place.country)),
    ])
  }
}
