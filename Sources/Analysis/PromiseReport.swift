import Archive
import Chancery

/// What one event tells of promises.
struct PromiseReport {
  enum Role { case promise, done, begun, calledOff }

  let event: EventRow
  /// Whether it is an act of who promised.
  let isOwn: Bool
  let role: Role
  /// Whether its sentence recalls that something was promised.
  let recalls: Bool
  let words: ActWords
  let published: CalendarDay
  let others: [String]
  let due: CalendarDay?
  let isDenied: Bool

  init?(_ event: EventRow, by actor: PartyFilter, words: ActWords?, days: DeadlineFinder) throws {
    let isOwn = event.actors.contains { actor.matches($0.actor) }
    guard let words, let published = event.article.published.flatMap(CalendarDay.init(iso:)) else { return nil }
    let sentence = event.text?.lowercased() ?? ""
    let quad = event.category.quadClass
    isDenied = !event.deniedBy.isEmpty
    if event.category == .consult { return nil }
    let isWithdrawn = Self.tells(sentence, Self.goingBack)
    switch event.modality {
    case .planned where quad == 1 || quad == 2: role = isWithdrawn ? .calledOff : .promise
    case .happened where event.category == .agree, .past where event.category == .agree:
      role = isWithdrawn ? .calledOff : .promise
    case .denied where event.category == .agree || event.auxiliaries == [.future]: role = .promise
    case .happened where quad == 1 || quad == 2:
      role = Self.tells(sentence, Self.partly) && !Self.tells(sentence, Self.wholly) ? .begun : .done
    case .happened where event.category == .reject || event.mode == "discontinue" || event.mode == "withhold":
      role = .calledOff
    case .negated where event.auxiliaries.contains(.future): role = .calledOff
    default: return nil
    }
    // Only who acts can promise.
    guard isOwn || role == .done || role == .begun else { return nil }
    self.event = event
    self.isOwn = isOwn
    recalls = Self.tells(sentence, Self.recalling)
    self.words = words
    self.published = published
    others = PromiseLedger.others(of: event, than: actor)
    due = role == .promise ? try days.deadline(of: event, after: published) : nil
  }

  private static func tells(_ sentence: String, _ phrases: [String]) -> Bool {
    let padded = " " + sentence.map { $0.isLetter || $0 == "-" ? String($0) : " " }.joined() + " "
    return phrases.contains { padded.contains(" \($0) ") }
  }

  private static let goingBack = [
    "scrapped", "called off", "cancelled", "canceled", "abandoned", "dropped", "shelved", "went back on",
    "gone back on",
  ]
  private static let recalling = [
    "promised", "agreed", "pledged", "announced", "planned", "due", "deadline", "as agreed", "ahead of", "days before",
    "day before",
    "weeks before", "days after", "as promised", "the date", "had given", "ordered", "sold in",
  ]
  private static let wholly = ["last", "all", "final", "remaining", "whole"]
  private static let partly = [
    "began", "begun", "begins", "started", "starts", "the first", "a first", "so far", "half of", "half the", "part of",
    "partly",
    "under way", "underway", "another", "one of the", "two of the", "three of the", "four of the",
  ]
}
