public import Chancery

extension EventRow {
  /// The event as a PLOVER record, member by member what `chancery read --format plover` prints; `nil` where PLOVER's manual
  /// leaves it out.
  public var ploverRecord: JSON? {
    guard let plover else { return nil }
    let isReduced = plover != category
    let left = isReduced ? auxiliaries.filter { $0 == .historical } : auxiliaries
    // What is planned or held out is said today; of what is long past the day is not known.
    let day = date ?? (auxiliaries.contains(.historical) ? nil : article.published)
    return .object([
      .init("id", .string(key)), .init("date", .optional(day)), .init("enddate", .optional(endDate)),
      .init("source", .array(actors.map(\.ploverJSON))), .init("recipient", .array(recipients.map(\.ploverJSON))),
      .init("event", .strings([plover.rawValue])), .init("mode", .strings(isReduced || mode.isEmpty ? [] : [mode])),
      .init("context", .strings(contexts + left.map(\.rawValue))),
      .init("auxiliary", .strings(auxiliaries.map(\.rawValue))), .init("quad_code", .integer(plover.quadClass)),
      .init("event_scale", .number(plover.scale)), .init("event_loc", place?.ploverJSON ?? .null),
      .init("event_text", .strings([trigger])), .init("size", .object(size.members)), .init("text", .optional(text)),
      .init(
        "text_info",
        .object([
          .init("sequence", .integer(sentence)), .init("start", .integer(sentenceStart)),
          .init("end", .integer(sentenceEnd)),
        ])),
      .init(
        "cite_info",
        .object([
          .init("citation", .string(article.id)), .init("title", .optional(article.title)),
          .init("publication", .optional(article.publisher)), .init("url", .optional(article.url)),
          .init("language", .optional(article.language)), .init("coder", .string("Chancery")),
          .init("codebook", .string("PLOVER 2.0")),
        ])), .init("confidence", .number(confidence)),
    ])
  }
}

extension PartyRow {
  fileprivate var ploverJSON: JSON {
    .object([
      .init("code", .string(actor.code)), .init("sector", .string(actor.sectors.joined())),
      .init("actor_text", .string(text)), .init("identifier_id", .string(actor.id)),
      .init("identifier_text", .string(actor.name)), .init("office", .optional(actor.office)),
    ])
  }
}

extension PlaceRow {
  fileprivate var ploverJSON: JSON {
    .object([
      .init("name", .string(name)), .init("latitude", location.map { .number($0.latitude) } ?? .null),
      .init("longitude", location.map { .number($0.longitude) } ?? .null), .init("cc3", .optional(country)),
    ])
  }
}
