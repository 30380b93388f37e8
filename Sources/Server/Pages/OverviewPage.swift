import Analysis
import Archive
import Chancery

/// What the archive holds: what happened last, what is scheduled, where words and deeds part company.
enum OverviewPage {
  static let endpoint = Endpoint(
    "/", name: "overview", "What happened last, what is scheduled, where words and deeds part company.",
    forms: [.html, .csv], schema: .none
  ) { question, desk in
    let names = Names(dictionary: desk.dictionary)
    var latest = HappeningQuery()
    latest.isLatestFirst = true
    latest.limit = 20
    let span = try desk.store.span()
    latest.report.modalities = [.happened]
    // What articles tell as still to come has days after the last of them.
    latest.report.until = span?.last
    latest.report.since = span.flatMap { CalendarDay(iso: $0.last) }.map { ($0 + -30).description }
    let happenings = try desk.store.happenings(latest)
    if question.form == .csv { return .rows(happenings) }
    let counts = try desk.store.counts()
    let (analyses, isCurrent) = try desk.analyses(events: counts.events)
    let gaps = analyses?.gaps.gaps ?? []
    let coming = analyses?.schedule.items.prefix(10) ?? []
    let slots: Slots = [
      "csv": question.csvAddress, "isEmpty": counts.articles == 0,
      "articles": counted(counts.articles, "article"), "events": counted(counts.events, "event"),
      "happeningCount": counted(counts.happenings, "happening"), "statements": counted(counts.statements, "statement"),
      "first": span?.first, "last": span?.last,
      "happenings": try desk.slots(happenings),
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
    var answer = try Page(
      title: "Overview", template: "overview", section: .overview, slots: slots,
      tools: gaps.isEmpty ? [] : [.chart]
    ).answer()
    answer.isProvisional = !isCurrent
    return answer
  }
}
