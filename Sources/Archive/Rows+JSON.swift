public import Chancery

extension ArticleRow {
  /// The article as JSON.
  public var json: JSON {
    .object([
      .init("id", .string(id)), .init("title", .optional(title)), .init("published", .optional(published)),
      .init("publisher", .optional(publisher)), .init("url", .optional(url)), .init("language", .optional(language)),
    ])
  }
}

extension EventRow {
  /// The event as JSON: the members that it has in its reading, with the article before them, and after them what becomes
  /// of it in one word, its sentence and its happening. Vouchers are named, not numbered.
  public var json: JSON {
    .object([
      .init("article", article.json), .init("id", .string(id)), .init("event", .string(category.rawValue)),
      .init("mode", .strings(mode.isEmpty ? [] : [mode])), .init("context", .strings(contexts)),
      .init("auxiliary", .strings(auxiliaries.map(\.rawValue))), .init("plover", .optional(plover?.rawValue)),
      .init("cameo", .string(cameo)), .init("quad_code", .integer(category.quadClass)),
      .init("event_scale", .number(category.scale)), .init("actor", .array(actors.map(\.json))),
      .init("recipient", .array(recipients.map(\.json))), .init("date", .optional(date)),
      .init("enddate", .optional(endDate)), .init("date_text", .optional(dateText)),
      .init("event_loc", place?.json ?? .null), .init("event_text", .string(trigger)),
      .init(
        "text_info",
        .object([
          .init("sequence", .integer(sentence)), .init("start", .integer(start)), .init("end", .integer(end)),
        ])),
      .init("attributed_to", .array(attributedTo.map(\.json))), .init("denied_by", .array(deniedBy.map(\.json))),
      .init("size", .object(size.members)), .init("rule", .string(rule)), .init("confidence", .number(confidence)),
      .init("modality", .string(modality.rawValue)), .init("text", .optional(text)),
      .init("happening", .optional(happening)),
    ])
  }
}

extension PartyRow {
  /// The party as JSON.
  var json: JSON {
    .object([
      .init("code", .string(actor.code)), .init("sector", .strings(actor.sectors)), .init("id", .string(actor.id)),
      .init("name", .string(actor.name)), .init("entity_text", .string(text)), .init("start", .integer(start)),
      .init("end", .integer(end)),
    ])
  }
}

extension VoucherRow {
  /// The voucher as JSON.
  var json: JSON { .object([.init("statement", .string(statement)), .init("name", .string(speaker))]) }
}

extension PlaceRow {
  /// The place as JSON.
  var json: JSON {
    .object([
      .init("extracted_place", .string(text)), .init("resolved_place", location == nil ? .null : .string(name)),
      .init("lat", location.map { .number($0.latitude) } ?? .null),
      .init("lon", location.map { .number($0.longitude) } ?? .null), .init("country_code", .optional(country)),
    ])
  }
}

extension StatementRow {
  /// The statement as JSON.
  public var json: JSON {
    func json(_ name: String?, _ actor: ActorRow?) -> JSON {
      guard let name else { return .null }
      return .object([
        .init("id", .optional(actor?.id)), .init("name", .string(name)), .init("code", .string(actor?.code ?? "")),
        .init("sector", .strings(actor?.sectors ?? [])), .init("affiliation", .optional(actor?.affiliation)),
      ])
    }
    return .object([
      .init("article", article.json), .init("id", .string(id)), .init("speaker", json(speaker, actor)),
      .init("addressee", json(addressee, addresseeActor)),
      .init("venue", .optional(venue)), .init("venue_country", .optional(venueCountry)),
      .init("cue", .optional(cue)),
      .init(
        "content",
        .object([
          .init("start", .integer(start)), .init("end", .integer(end)), .init("text", .string(content)),
        ])), .init("quotation", .string(quotation.rawValue)), .init("stance", .string(stance.rawValue)),
      .init("about", .strings(about.map(\.id))), .init("events", .strings(events)),
    ])
  }
}

extension FigureRow {
  /// The figure as JSON.
  public var json: JSON {
    .object([
      .init("article", article.json), .init("id", .string("f\(position)")), .init("value", .number(value)),
      .init("unit", .string(unit)), .init("of", .optional(of)), .init("bound", .optional(bound?.rawValue)),
      .init("period", .optional(period)), .init("start", .integer(start)), .init("end", .integer(end)),
      .init("words", .string(text)), .init("text", .optional(sentence)),
    ])
  }
}
