import Actors
import Articles
import Events
import Language
import Particulars
import Statements

extension Reading {
  /// The reading as `Documentation/reading.md` describes it. Offsets count code points of the article's text.
  public var json: JSON {
    .object([
      .init(
        "article",
        .object([
          .init("id", .string(article.id)),
          .init("title", .optional(article.title)),
          .init("published", .optional(article.published?.description)),
          .init("publisher", .optional(article.publisher)),
          .init("language", .optional(article.language)),
        ])),
      .init("cast", .array(castJSON)),
      .init("events", .array(zip(events, sizes).map(json(of:size:)))),
      .init("statements", .array(statements.map(json(of:)))),
      .init("commitments", .array(commitments.map(json(of:)))),
      .init("figures", .array(figures.map(json(of:)))),
      .init("dates", .array(dates.map(json(of:)))),
      .init("places", .array(places.map(json(of:)))),
      .init("sentences", .array(document.sentences.map { .object(place(document.span($0))) })),
    ])
  }

  /// The entities that the text mentions or that speak in it.
  private var castJSON: [JSON] {
    var mentions = [[JSON]](repeating: [], count: cast.entities.count)
    for mention in cast.mentions {
      mentions[mention.entity].append(
        .object(
          place(mention.span) + [
            .init("text", .string(document.text[mention.span])),
            .init("form", .string(mention.form.rawValue)),
          ]))
    }
    let speakers = Set(statements.compactMap { $0.speaker?.entity })
    return cast.entities.indices.filter { !mentions[$0].isEmpty || speakers.contains($0) }.map { index in
      let entity = cast.entities[index]
      return .object([
        .init("id", .string(entity.id)),
        .init("name", .string(entity.name)),
        .init("kind", .string(entity.kind.rawValue)),
        .init("code", .string(entity.code)),
        .init("sector", .strings(entity.sectors)),
        .init("office", .optional(entity.office)),
        .init("mentions", .array(mentions[index])),
      ])
    }
  }

  private func json(of commitment: Commitment) -> JSON {
    .object(
      [
        .init("id", .string(commitment.id)),
        .init("actor", .strings(commitment.actors.map { cast.entities[$0].id })),
        .init("recipient", .strings(commitment.recipients.map { cast.entities[$0].id })),
        .init("form", .string(commitment.form.rawValue)),
        .init("due", .optional(commitment.due?.date?.description)),
        .init("attributed_to", .optional(commitment.statement.map { statements[$0].id })),
        .init("denied", .bool(commitment.isDenied)),
      ] + place(commitment.content) + [.init("text", .string(document.text[commitment.content]))])
  }

  private func json(of figure: Figure) -> JSON {
    .object(
      [
        .init("value", .number(figure.value)),
        .init("unit", .string(figure.unit)),
        .init("of", .optional(figure.of)),
        .init("bound", .optional(figure.bound?.rawValue)),
        .init("whose", .strings(figure.whose.map { cast.entities[$0].id })),
        .init("period", .optional(figure.period.map { dates[$0].value })),
        .init("change", figure.change.map(json(of:)) ?? .null),
        .init("equivalent_of", figure.equivalent.map { .integer($0) } ?? .null),
        .init("attributed_to", .strings(statements(telling: figure.tokens.lowerBound).map(\.id))),
      ] + place(figure.span) + [.init("text", .string(document.text[figure.span]))])
  }

  private func json(of date: DateExpression) -> JSON {
    .object(
      place(date.span) + [
        .init("text", .string(document.text[date.span])),
        .init("type", .string(date.kind.rawValue)),
        .init("value", .string(date.value)),
      ])
  }

  private func json(ofLocation place: Place) -> JSON {
    .object([
      .init("extracted_place", .string(document.text[place.span])),
      .init("resolved_place", place.location == nil ? .null : .string(place.name)),
      .init("lat", place.location.map { .number($0.latitude) } ?? .null),
      .init("lon", place.location.map { .number($0.longitude) } ?? .null),
      .init("country_code", place.country.isEmpty ? .null : .string(place.country)),
    ])
  }

  private func json(of place: Place) -> JSON {
    .object(
      self.place(place.span) + [
        .init("text", .string(document.text[place.span])),
        .init("name", .string(place.name)),
        .init("kind", .optional(place.kind?.rawValue)),
        .init("lat", place.location.map { .number($0.latitude) } ?? .null),
        .init("lon", place.location.map { .number($0.longitude) } ?? .null),
        .init("country_code", place.country.isEmpty ? .null : .string(place.country)),
      ])
  }

  private func json(of event: Event, size: EventSize) -> JSON {
    .object([
      .init("id", .string(event.id)),
      .init("event", .string(event.category.rawValue)),
      .init("mode", .strings(event.modes)),
      .init("context", .strings(event.contexts)),
      .init("auxiliary", .strings(event.auxiliaries.map(\.rawValue))),
      .init("plover", .optional(event.plover?.rawValue)),
      .init("cameo", .string(event.cameo)),
      .init("quad_code", .integer(event.category.quadClass)),
      .init("event_scale", .number(event.category.scale)),
      .init("actor", .array(event.actors.map(json(ofParty:)))),
      .init("recipient", .array(event.recipients.map(json(ofParty:)))),
      .init("date", .optional(days(of: event)?.first.description)),
      .init("enddate", .optional(days(of: event)?.last.description)),
      .init("date_text", .optional(event.date.map { document.text[dates[$0].span] })),
      .init("event_loc", event.place.map { json(ofLocation: places[$0]) } ?? .null),
      .init("event_text", .string(document.text[event.trigger])),
      .init("text_info", .object([.init("sequence", .integer(event.sentence + 1))] + place(event.trigger))),
      .init("attributed_to", .strings(event.attributedTo.map { statements[$0].id })),
      .init("denied_by", .strings(event.deniedBy.map { statements[$0].id })),
      .init("size", .object(size.members)),
      .init("rule", .string(event.rule)),
      .init("confidence", .number(event.printedConfidence)),
    ])
  }

  private func json(ofParty mention: Int) -> JSON {
    let entity = entity(of: mention)
    let span = cast.mentions[mention].span
    return .object(
      [
        .init("code", .string(entity.code)),
        .init("sector", .strings(entity.sectors)),
        .init("id", .string(entity.id)),
        .init("entity_text", .string(document.text[span])),
      ] + place(span))
  }

  private func json(of change: Figure.Change) -> JSON {
    .object([
      .init("value", .number(change.share)), .init("since", .optional(change.since.map { dates[$0].value })),
    ])
  }

  private func json(of statement: Statement) -> JSON {
    return .object([
      .init("id", .string(statement.id)),
      .init("speaker", statement.speaker.map(json(ofInterlocutor:)) ?? .null),
      .init("addressee", statement.addressee.map(json(ofInterlocutor:)) ?? .null),
      .init("cue", statement.cue.map(json(ofText:)) ?? .null),
      .init("content", json(ofText: statement.content)),
      .init("quotation", .string(statement.quotation.rawValue)),
      .init("stance", .string(statement.stance.rawValue)),
      .init("about", .strings(statement.about.map { cast.entities[$0].id })),
      .init("events", .strings(events(in: statement).map(\.id))),
    ])
  }

  private func json(ofInterlocutor interlocutor: Interlocutor) -> JSON {
    let entity = interlocutor.entity.map { cast.entities[$0] }
    return .object(
      [
        .init("id", .optional(entity?.id)),
        .init("name", .string(interlocutor.name)),
        .init("code", .string(entity?.code ?? "")),
        .init("office", .optional(entity?.office)),
        .init("affiliation", .optional(entity?.affiliation)),
      ] + place(interlocutor.span))
  }

  private func json(ofText span: Span) -> JSON {
    .object(place(span) + [.init("text", .string(document.text[span]))])
  }

  /// Where a stretch begins and ends, in code points.
  func place(_ span: Span) -> [JSON.Member] {
    let (start, end) = document.text.codePoints(span)
    return [.init("start", .integer(start.value)), .init("end", .integer(end.value))]
  }
}

extension Event {
  /// The mode as a list, as PLOVER writes it.
  var modes: [String] { mode.isEmpty ? [] : [mode] }

  /// The confidence to two decimals: what differs beyond them differs between kinds of CPU.
  package var printedConfidence: Double { (confidence * 100).rounded() / 100 }
}
