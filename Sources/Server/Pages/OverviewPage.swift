import Analysis
import Archive
import Chancery

/// What the archive holds: what happened last, what is scheduled, where words and deeds part company.
enum OverviewPage {
  static let endpoint = Endpoint(
    "/", name: "overview", "What happened last, what is scheduled, where words and deeds part company.",
    forms: [.html, .csv], schema: .none
  ) { question, desk in
    let span = try desk.store.span()
    var latest = HappeningQuery()
    latest.isLatestFirst = true
    latest.limit = 20
    latest.report.modalities = [.happened]
    // What articles tell as still to come has days after the last of them.
    latest.report.until = span?.last
    latest.report.since = span.flatMap { CalendarDay(iso: $0.last) }.map { ($0 + -30).description }
    if question.form == .csv { return .rows(try desk.store.happenings(latest)) }
    let (analyses, isCurrent) = try desk.analyses()
    let gaps = analyses?.gaps.gaps ?? []
    let coming = analyses?.schedule.items.prefix(10) ?? []
    var page = Page(
      title: "Overview", template: "overview", section: .overview, slots: ["csv": question.csvAddress],
      tools: gaps.isEmpty ? [] : [.chart])
    page.parts = [
      .init(template: "overview-content") { [latest] in
        let names = Names(dictionary: desk.dictionary)
        let counts = try desk.store.counts()
        return [
          "csv": question.csvAddress, "isEmpty": counts.articles == 0,
          "articles": counted(counts.articles, "article"), "events": counted(counts.events, "event"),
          "happeningCount": counted(counts.happenings, "happening"),
          "statements": counted(counts.statements, "statement"),
          "first": span?.first, "last": span?.last,
          "happenings": try desk.slots(try desk.store.happenings(latest)),
          "isReckoning": !isCurrent,
          "gaps": gaps.map { gap -> Slots in
            Slots.balance(gap.counterpart.whole, isEnough: true).adding([
              "actor": names.name(gap.actor), "other": names.name(gap.counterpart.party),
              "address": PageAddress.dyad(gap.actor.pageID, gap.counterpart.party.pageID),
            ])
          }, "hasGaps": !gaps.isEmpty,
          "coming": coming.map(Slots.scheduled), "hasComing": !coming.isEmpty,
          "states": StateNames.slots(desk.dictionary),
        ]
      }
    ]
    var answer = try page.answer()
    answer.isProvisional = !isCurrent
    return answer
  }
}
