@testable import Archive
import Chancery
@testable import ChanceryTestSupport

/// Archives of invented acts, each in an article of its own unless told otherwise.
enum News {
  static let usa = PartyFilter.code("USA")
  static let china = PartyFilter.code("CHN")

  /// An article that tells one act of the United States on China.
  static func act(
    _ id: String, _ category: Events.Category, on day: String, _ auxiliaries: [Auxiliary] = [], mode: String = "",
    by actors: [ActorRow] = [ArchiveSample.usa], to recipients: [ActorRow] = [ArchiveSample.china], due: String? = nil,
    saidBy speakers: [ActorRow] = [], deniedBy deniers: [ActorRow] = [], place: PlaceRow? = nil, trigger: String? = nil,
    publisher: String? = nil, text: String? = nil
  ) -> Entry {
    let article = ArchiveSample.article(id, day: day, publisher: publisher)
    let text = text ?? "Article \(id) tells of \(category.rawValue)."
    let statements = (speakers + deniers).enumerated().map { place, speaker in
      ArchiveSample.statement(article, "s\(place + 1)", by: speaker)
    }
    func vouchers(_ range: Range<Int>) -> [VoucherRow] {
      range.map { VoucherRow(statement: "s\($0 + 1)", speaker: statements[$0].speaker ?? "") }
    }
    let event = ArchiveSample.event(
      article, "e1", category, mode: mode, auxiliaries, by: actors, to: recipients, day: due, place: place,
      trigger: trigger ?? category.rawValue.lowercased(), said: vouchers(0..<speakers.count),
      denied: vouchers(speakers.count..<statements.count), words: text, length: text.unicodeScalars.count)
    return ArchiveSample.entry(article, text, [event], statements)
  }
}
