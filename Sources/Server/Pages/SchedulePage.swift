import Analysis
import Archive
import Chancery

/// What is still to come.
enum SchedulePage {
  private typealias Parameters = QueryParameters

  static let endpoint = Endpoint(
    "/schedule", name: "schedulePage", "What is still to come.",
    parameters: [Parameters.actor, Parameters.on, Parameters.until], forms: [.html, .csv], schema: .none
  ) { question, desk in
    var filter = EventQuery()
    filter.actors = question.all(Parameters.actor)
    let on = try question[Parameters.on].map { date in
      guard let day = CalendarDay(date) else {
        throw Problem(.badValue, "'on' takes a date (2018-01-05)", parameter: Parameters.on.name)
      }
      return day
    }
    let asOf = try on ?? desk.store.span().flatMap { CalendarDay(iso: $0.last) }
    let draw: @Sendable () throws -> Schedule = { [filter] in
      try Schedule(in: desk.store, asOf: asOf, until: question[Parameters.until]?.description, filter: filter)
    }
    if question.form == .csv { return .table(try draw().table, in: .csv) }
    let title = "What is still to come" + (asOf.map { " after \($0)" } ?? "")
    var page = Page(
      title: title, template: "schedule", section: .schedule,
      slots: [
        "csv": question.csvAddress, "asOf": asOf?.description, "states": StateNames.slots(desk.dictionary),
        "actorGiven": question.written("actor"), "onGiven": question.written("on"),
        "untilGiven": question.written("until"),
      ])
    page.parts = [
      .init(template: "schedule-items") {
        let schedule = try draw()
        let items = schedule.items.prefix(most)
        return [
          "heading": title, "isEmpty": items.isEmpty, "items": items.map(Slots.scheduled),
          "isCut": schedule.items.count > most, "most": most,
        ]
      }
    ]
    return try page.answer()
  }

  private static let most = 300
}

extension Slots {
  /// What is planned.
  static func scheduled(_ item: Schedule.Item) -> Slots {
    Slots.event(item.event).adding([
      "from": item.from.description, "to": item.from == item.to ? nil : item.to.description,
      "articles": counted(item.articles, "article"),
      "address": item.event.happening.map(PageAddress.happening) ?? PageAddress.place(item.event),
    ])
  }
}
