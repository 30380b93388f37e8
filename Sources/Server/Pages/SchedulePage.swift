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
    let schedule = try Schedule(
      in: desk.store, asOf: on, until: question[Parameters.until]?.description, filter: filter)
    if question.form == .csv { return .table(schedule.table, in: .csv) }
    let items = schedule.items.prefix(most)
    let slots: Slots = [
      "csv": question.csvAddress, "asOf": schedule.asOf?.description, "states": StateNames.slots(desk.dictionary),
      "actorGiven": question.written("actor"), "onGiven": question.written("on"),
      "untilGiven": question.written("until"), "isEmpty": items.isEmpty, "items": items.map(Slots.scheduled),
      "isCut": schedule.items.count > most, "most": most,
    ]
    return try Page(title: title(schedule), template: "schedule", section: .schedule, slots: slots).answer()
  }

  private static let most = 300

  private static func title(_ schedule: Schedule) -> String {
    "What is still to come" + (schedule.asOf.map { " after \($0)" } ?? "")
  }
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
