import Chancery

/// Rows as lines of RFC 4180, without their ends. Several values in a field are parted by semicolons; the sectors of one
/// party by a plus sign, so that the fields of a party agree.
extension EventRow {
  /// The names of the columns: those of `chancery read --format csv`, and the happening.
  public static let csvHeader = Reading.csvHeader + ",happening"

  /// The event as a line.
  public var csv: String {
    let fields: [String] =
      [
        article.id, article.published ?? "", article.publisher ?? "", id, category.rawValue, mode,
        contexts.joined(separator: ";"), auxiliaries.map(\.rawValue).joined(separator: ";"), plover?.rawValue ?? "",
        cameo,
        String(category.quadClass), String(category.scale),
      ] + Self.fields(of: actors) + Self.fields(of: recipients) + [
        date ?? "", trigger, String(sentence), String(start), String(end),
        attributedTo.map(\.speaker).joined(separator: ";"), deniedBy.map(\.speaker).joined(separator: ";"), rule,
        String(confidence), text ?? "", happening ?? "",
      ]
    return fields.map(CSV.quoted).joined(separator: ",")
  }

  private static func fields(of parties: [PartyRow]) -> [String] {
    [
      parties.map(\.actor.code).joined(separator: ";"),
      parties.map { $0.actor.sectors.joined(separator: "+") }.joined(separator: ";"),
      parties.map(\.actor.name).joined(separator: ";"),
    ]
  }
}

extension StatementRow {
  /// The names of the columns.
  public static let csvHeader = [
    "article", "published", "publisher", "statement_id", "speaker", "speaker_id", "speaker_code", "speaker_sector",
    "affiliation", "addressee", "addressee_code", "venue", "venue_country", "cue", "quotation", "stance", "about",
    "events", "start", "end", "content",
  ].joined(separator: ",")

  /// The statement as a line.
  public var csv: String {
    let fields: [String] = [
      article.id, article.published ?? "", article.publisher ?? "", id, speaker ?? "", actor?.id ?? "",
      actor?.code ?? "",
      actor?.sectors.joined(separator: "+") ?? "", actor?.affiliation ?? "", addressee ?? "",
      addresseeActor?.code ?? "", venue ?? "", venueCountry ?? "", cue ?? "", quotation.rawValue,
      stance.rawValue, about.map(\.id).joined(separator: ";"), events.joined(separator: ";"), String(start),
      String(end),
      content,
    ]
    return fields.map(CSV.quoted).joined(separator: ",")
  }
}

extension FigureRow {
  /// The names of the columns.
  public static let csvHeader = [
    "article", "published", "publisher", "figure_id", "value", "unit", "of", "bound", "period", "words", "start", "end",
    "text",
  ].joined(separator: ",")

  /// The figure as a line.
  public var csv: String {
    let fields: [String] = [
      article.id, article.published ?? "", article.publisher ?? "", "f\(position)", String(value), unit, of ?? "",
      bound?.rawValue ?? "", period ?? "", text, String(start), String(end), sentence ?? "",
    ]
    return fields.map(CSV.quoted).joined(separator: ",")
  }
}

extension HappeningRow {
  /// The names of the columns.
  public static let csvHeader = "happening,event,date,reports,mentions,sources,claimed,denied"

  /// The happening as a line.
  public var csv: String {
    [id, category.rawValue, day ?? ""].map(CSV.quoted).joined(separator: ",")
      + "," + [reports, mentions, sources, claimed, denied].map(String.init).joined(separator: ",")
  }
}
