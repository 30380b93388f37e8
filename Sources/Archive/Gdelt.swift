import Chancery
import Foundation

/// Happenings with the columns of GDELT 2.0's table of events, parted by tabs. `Documentation/exports.md` tells column by
/// column what stands there.
public enum Gdelt {
  /// The names of the 61 columns, in their order.
  public static let columns: [String] = {
    let actor = [
      "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
      "Type2Code", "Type3Code",
    ]
    let place = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"]
    var columns = ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"]
    columns += actor.map { "Actor1" + $0 } + actor.map { "Actor2" + $0 }
    columns += [
      "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
      "NumSources", "NumArticles", "AvgTone",
    ]
    for who in ["Actor1Geo_", "Actor2Geo_", "ActionGeo_"] { columns += place.map { who + $0 } }
    return columns + ["DATEADDED", "SOURCEURL"]
  }()

  /// A happening as a line, without its end; `nil` where none of its reports has it happen on a known day, which GDELT has
  /// no column to say otherwise in.
  public static func line(_ happening: HappeningRow, _ reports: [EventRow]) -> String? {
    guard let report = reports.first(where: { $0.modality == .happened && $0.date != nil }), let date = report.date
    else { return nil }
    let digits = date.filter { $0 != "-" }
    var fields = [
      // 63 bits, so that it fits a signed number.
      UInt64(happening.id.dropFirst(), radix: 16).map { String($0 >> 1) } ?? "", digits, String(digits.prefix(6)),
      String(digits.prefix(4)), fraction(date),
    ]
    fields += actor(report.actors.first) + actor(report.recipients.first)
    fields += [
      report.sentence == 1 ? "1" : "0", report.cameo, String(report.cameo.prefix(3)), String(report.cameo.prefix(2)),
      String(report.category.quadClass), String(report.category.scale), String(happening.mentions),
      String(happening.sources), String(happening.reports), "",
    ]
    fields += [String](repeating: "", count: 16) + place(report.place)
    fields += [
      report.article.published.map { $0.filter { $0 != "-" } + "000000" } ?? "",
      report.article.url ?? report.article.id,
    ]
    return fields.map(Tabbed.field).joined(separator: "\t")
  }

  /// The year and the share of it that is past, to four decimals.
  private static func fraction(_ date: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return "" }
    let passed =
      CalendarDay(year: parts[0], month: parts[1], day: parts[2]).number
      - CalendarDay(year: parts[0], month: 1, day: 1).number
    return String(format: "%.4f", Double(parts[0]) + Double(passed) / 365)
  }

  /// Codes that name no state.
  private static let types: Set<String> = ["IGO", "NGO", "IMG", "ISM", "MNC"]
  private static let groups: Set<String> = ["UNO", "EUR"]

  private static func actor(_ party: PartyRow?) -> [String] {
    guard let actor = party?.actor else { return [String](repeating: "", count: 10) }
    let isType = types.contains(actor.code)
    let isGroup = groups.contains(actor.code)
    var sectors = (isType ? [actor.code] : []) + actor.sectors
    sectors += [String](repeating: "", count: max(0, 3 - sectors.count))
    return [
      actor.code + actor.sectors.joined(), actor.name.uppercased(), isType || isGroup ? "" : actor.code,
      isGroup ? actor.code : "", "", "", "",
    ] + sectors.prefix(3)
  }

  private static func place(_ place: PlaceRow?) -> [String] {
    guard let place else { return ["0"] + [String](repeating: "", count: 7) }
    let isAmerican = place.country == "USA"
    let kind =
      switch place.kind {
      case .country: "1"
      case .region: isAmerican ? "2" : "5"
      case .city: isAmerican ? "3" : "4"
      case .other, nil: "0"
      }
    return [
      kind, place.name, "", "", "", place.location.map { String($0.latitude) } ?? "",
      place.location.map { String($0.longitude) } ?? "", "",
    ]
  }
}
