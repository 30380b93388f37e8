import Actors
import Articles
import Events
import Language
import Statements

extension Reading {
  /// PLOVER records, one an event that PLOVER's manual keeps: the category after the reduction of auxiliary modes, with
  /// its parties.
  ///
  /// A mode belongs to the act itself and stands only where the reduction leaves the category as it is;
  /// `auxiliary` tells what was reduced.
  public var ploverRecords: [JSON] {
    events.compactMap { event in
      guard let category = event.plover else { return nil }
      return .object([
        .init("id", .string("\(article.id)/\(event.id)")),
        .init("date", .optional(article.published?.description)),
        .init("actor", .array(event.actors.map(json(ofPloverParty:)))),
        .init("recipient", .array(event.recipients.map(json(ofPloverParty:)))),
        .init("event", .string(category.rawValue)),
        .init("mode", .strings(category == event.category ? event.modes : [])),
        .init("context", .strings(event.contexts)),
        .init("auxiliary", .strings(event.auxiliaries.map(\.rawValue))),
        .init("event_text", .string(document.text[event.trigger])),
        .init("text", .string(sentence(event.sentence))),
        .init("publisher", .optional(article.publisher)),
      ])
    }
  }

  private func json(ofPloverParty mention: Int) -> JSON {
    let entity = entity(of: mention)
    return .object([
      .init("code", .string(entity.code)),
      .init("sector", .strings(entity.sectors)),
      .init("name", .string(entity.name)),
    ])
  }
}
