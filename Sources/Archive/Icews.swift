import Chancery

/// Events with the columns of ICEWS, parted by tabs.
public enum Icews {
  /// The names of the columns, in their order.
  public static let columns = [
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
  ]

  /// An event as lines, without their ends: one for each pair of source and target. None where it did not happen, or its
  /// day is not known.
  public static func lines(_ event: EventRow) -> [String] {
    guard event.modality == .happened, let date = event.date else { return [] }
    let sources: [PartyRow?] = event.actors.isEmpty ? [nil] : event.actors
    let targets: [PartyRow?] = event.recipients.isEmpty ? [nil] : event.recipients
    let place = event.place
    return sources.flatMap { source in
      targets.map { target in
        let fields: [String] =
          [event.key, date] + party(source) + [
            ([event.category.rawValue] + (event.mode.isEmpty ? [] : [event.mode])).joined(separator: "/"), event.cameo,
            String(event.category.scale),
          ] + party(target) + [
            event.article.id, String(event.sentence), event.article.publisher ?? "",
            place?.kind == .city ? place?.name ?? "" : "", "", place?.kind == .region ? place?.name ?? "" : "",
            place?.country ?? "", place?.location.map { String($0.latitude) } ?? "",
            place?.location.map { String($0.longitude) } ?? "",
          ]
        return fields.map(Tabbed.field).joined(separator: "\t")
      }
    }
  }

  private static func party(_ party: PartyRow?) -> [String] {
    guard let actor = party?.actor else { return ["", "", ""] }
    return [actor.name, actor.sectors.joined(separator: ","), actor.code]
  }
}

/// Fields of tables parted by tabs, which know no quotation marks.
enum Tabbed {
  /// A field, its tabs and line ends as spaces.
  static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
