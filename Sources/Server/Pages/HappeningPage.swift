import Archive
import Chancery
import Foundation

/// A happening: its reports side by side, who claims it, who denies it, and why they are one.
enum HappeningPage {
  static let endpoint = Endpoint(
    "/happening", name: "happeningPage", "A happening and its reports.", parameters: [PageParameters.id],
    forms: [.html, .csv], schema: .none
  ) { question, desk in
    let id = question[PageParameters.id] ?? ""
    guard let row = try desk.store.happening(id: id) else {
      throw Problem(
        .notFound,
        "the archive has no happening '\(id)'; articles may have come since that changed it: look through what happened"
      )
    }
    let reports = try desk.store.reports(of: id)
    if question.form == .csv { return .rows(reports) }
    let mentions = try desk.store.mentions(of: id)
    return try page(of: row, reports, mentions, links: try desk.store.links(of: id), csv: question.csvAddress).answer()
  }

  private static func page(
    of row: HappeningRow, _ reports: [EventRow], _ mentions: [EventRow], links: [HappeningLink], csv: String
  ) -> Page {
    let titles = Dictionary(
      reports.map { ($0.key, $0.article.title ?? $0.article.id) }, uniquingKeysWith: { first, _ in first })
    var slots: Slots = reports.first.map(Slots.event) ?? [:]
    slots = slots.adding([
      "csv": csv, "day": row.day, "category": row.category.rawValue, "quad": row.category.quadStyle,
      "quadTitle": QuadClass.title(row.category.quadClass),
      "reportCount": counted(row.reports, "article"), "sourceCount": counted(row.sources, "independent source"),
      "mentionCount": counted(row.mentions, "event"),
      "claimedBy": speakers(mentions) { $0.attributedTo }, "isClaimedBySome": row.claimed > 0,
      "vouching": reports.count { $0.attributedTo.isEmpty && $0.deniedBy.isEmpty },
      "deniedBy": speakers(mentions) { $0.deniedBy }, "isDeniedBySome": row.denied > 0,
      "articles": reports.map { report -> Slots in
        Slots.event(report).adding([
          "retold": mentions.filter { $0.article.id == report.article.id && $0.id != report.id }
            .map { ["address": PageAddress.place($0), "words": $0.trigger] as Slots },
          "isRetold": mentions.contains { $0.article.id == report.article.id && $0.id != report.id },
        ])
      },
      "links": links.map { link -> Slots in
        [
          "first": titles[link.first] ?? link.first, "second": titles[link.second] ?? link.second,
          "total": signed(link.score.total),
          "parts": link.score.parts.map { ["name": $0.name, "weight": signed($0.value)] as Slots },
        ]
      }, "isLinked": !links.isEmpty,
    ])
    return Page(title: title(reports.first, row), template: "happening", section: .happenings, slots: slots)
  }

  /// Who did what to whom, when.
  private static func title(_ report: EventRow?, _ row: HappeningRow) -> String {
    func names(_ parties: [PartyRow]) -> String { parties.map(\.actor.name).joined(separator: ", ") }
    let actors = report.map { names($0.actors) } ?? ""
    let recipients = report.map { names($0.recipients) } ?? ""
    let who = (actors.isEmpty ? "Somebody" : actors) + (recipients.isEmpty ? "" : " → " + recipients)
    return "\(who): \(row.category.rawValue)" + (row.day.map { ", \($0)" } ?? "")
  }

  /// Speakers, each named once, with the statement in which they speak.
  private static func speakers(_ events: [EventRow], _ side: (EventRow) -> [VoucherRow]) -> [Slots] {
    var seen: [String] = []
    var slots: [Slots] = []
    for event in events {
      for voucher in side(event) where !seen.contains(voucher.speaker) {
        seen.append(voucher.speaker)
        slots.append([
          "speaker": voucher.speaker, "address": PageAddress.article(event.article.id, event: voucher.statement),
        ])
      }
    }
    return slots
  }

  private static func signed(_ value: Double) -> String {
    let text = String(format: "%.2f", locale: Locale(identifier: "en_US_POSIX"), value.magnitude)
    return (value < 0 ? "−" : "+") + text
  }
}
