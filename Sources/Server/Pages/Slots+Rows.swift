import Archive
import Chancery

extension Slots {
  /// A party to an event: its name, and where it is shown.
  static func party(_ party: PartyRow) -> Slots {
    [
      "name": party.actor.name, "text": party.text, "address": PageAddress.actor(party.actor.id),
      "code": ([party.actor.code] + party.actor.sectors).filter { !$0.isEmpty }.joined(separator: " "),
    ]
  }

  /// Who vouches for an event in an article, or denies it, each named once.
  static func vouchers(_ vouchers: [VoucherRow], in article: String) -> [Slots] {
    var seen: [String] = []
    return vouchers.compactMap { voucher in
      guard !seen.contains(voucher.speaker) else { return nil }
      seen.append(voucher.speaker)
      return [
        "speaker": voucher.speaker, "statement": voucher.statement,
        "statementAddress": PageAddress.article(article, event: voucher.statement),
      ]
    }
  }

  /// An event: who does what to whom, its sentence, who says so.
  static func event(_ event: EventRow) -> Slots {
    let excerpt = Excerpt(of: event)
    return [
      "category": event.category.rawValue, "mode": event.mode.isEmpty ? nil : event.mode,
      "quad": event.category.quadStyle, "quadTitle": QuadClass.title(event.category.quadClass),
      "actors": event.actors.map(party), "recipients": event.recipients.map(party),
      "hasRecipients": !event.recipients.isEmpty, "hasActors": !event.actors.isEmpty,
      "before": excerpt.before, "told": excerpt.told, "after": excerpt.after,
      "modality": event.modality == .happened ? nil : event.modality.title, "modalityStyle": event.modality.rawValue,
      "day": event.day, "date": event.date, "dateText": event.dateText, "place": event.place?.name,
      "claimants": vouchers(event.attributedTo, in: event.article.id),
      "deniers": vouchers(event.deniedBy, in: event.article.id),
      "isClaimed": !event.attributedTo.isEmpty, "isDenied": !event.deniedBy.isEmpty,
      "articleTitle": event.article.title ?? event.article.id, "publisher": event.article.publisher,
      "published": event.article.published, "placeAddress": PageAddress.place(event),
      "confidence": event.confidence, "rule": event.rule, "cameo": event.cameo,
    ]
  }

  /// A happening, told as its first report tells it.
  static func happening(_ row: HappeningRow, _ report: EventRow?) -> Slots {
    var slots: Slots = report.map(event) ?? ["category": row.category.rawValue, "quad": row.category.quadStyle]
    slots["day"] = row.day
    slots["id"] = row.id
    slots["address"] = PageAddress.happening(row.id)
    slots["reports"] = row.reports == 1 ? "1 report" : "\(row.reports) reports"
    slots["sources"] = row.sources == 1 ? "1 source" : "\(row.sources) sources"
    slots["isDisputed"] = row.denied > 0
    return slots
  }

  /// An article in a list.
  static func article(_ row: ArticleRow) -> Slots {
    [
      "title": row.title ?? row.id, "publisher": row.publisher, "published": row.published,
      "address": PageAddress.article(row.id),
    ]
  }
}

extension Desk {
  /// Happenings with what is shown of each.
  func slots(_ happenings: [HappeningRow]) throws -> [Slots] {
    let reports = try store.firstReports(of: happenings.map(\.id))
    return zip(happenings, reports).map(Slots.happening)
  }
}
