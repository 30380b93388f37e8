import Archive
import Chancery
import Foundation

/// The words of an event, as they tell of a contact: how the two met, and what became of it.
///
/// Not only acts of CONSULT tell of contacts: who invites holds one out, who declines an invitation refuses it, and an ambassador who is
/// summoned is spoken to.
struct ContactWords {
  private let event: EventRow
  private let trigger: String
  /// The sentence, in lower case; empty in an archive without texts.
  private let sentence: String

  init(_ event: EventRow) {
    self.event = event
    trigger = event.trigger.lowercased()
    sentence = event.text?.lowercased() ?? ""
  }

  /// Categories whose events may tell of contacts.
  static let categories: [Events.Category] = [.consult, .reject, .agree, .request, .accuse]

  private static let puttingOff = [
    "postpon", "put off", "puts off", "putting off", "put back", "delay", "reschedul", "push back", "pushed back",
    "defer",
  ]
  private static let cancelling = [
    "cancel", "call off", "called off", "calling off", "scrap", "abandon", "drop", "shelv", "scuttl", "struck off",
    "withdrew", "withdrawn",
  ]
  private static let declining = [
    "declin", "turn down", "turned down", "turning down", "refus", "reject", "spurn", "snub", "rebuff",
  ]
  /// What is asked for by who asks for a contact.
  private static let meetings = [
    "invit", "meeting", " meet ", "visit", "talks", " trip", "summit", "to come", "to travel", "to receive", "to see",
  ]

  private static func tells(_ words: String, _ stems: [String]) -> Bool { stems.contains { words.contains($0) } }

  /// What became of the contact; `nil` where the event tells of none, or only of one supposed.
  var fate: ContactReport.Fate? {
    switch event.category {
    case .consult:
      if event.modality == .happened, let end = endAfterwards { return end }
      return switch event.modality {
      case .denied: .denied
      case .negated: .negated
      case .planned: .planned
      case .happened, .past: .held
      case .feared: nil
      }
    case .reject:
      guard event.modality == .happened || event.modality == .planned else { return nil }
      let isMeeting = event.mode == "meet"
      if isMeeting, Self.tells(trigger, Self.puttingOff) { return .postponed }
      if isMeeting, Self.tells(trigger, Self.cancelling) { return .calledOff }
      return isMeeting || Self.tells(trigger, Self.declining) && Self.tells(sentence, Self.meetings) ? .refused : nil
    case .agree, .request:
      let isInvitation =
        event.category == .agree && event.cameo == "036" || trigger.contains("invit")
        || trigger.contains("accept") && sentence.contains("invitation")
      guard isInvitation, event.modality == .happened || event.modality == .planned, isOfficial else { return nil }
      return .planned
    case .accuse:
      return event.modality == .happened && Self.tells(trigger, ["summon", "called in", "calls in"]) ? .held : nil
    default: return nil
    }
  }

  /// What came of talks that the sentence goes on to tell of: "talks with India were called off".
  private var endAfterwards: ContactReport.Fate? {
    guard
      Self.tells(trigger, ["talk", "meeting", "visit", "trip", "summit", "consultation", "round", "journey", "tour"]),
      let told = sentence.range(of: trigger)
    else { return nil }
    let rest = sentence[told.upperBound...]
    func isTold(_ stems: [String]) -> Bool {
      stems.contains { stem in ["was", "were", "been"].contains { rest.contains(" \($0) \(stem)") } }
    }
    return isTold(Self.puttingOff) ? .postponed : isTold(Self.cancelling) ? .calledOff : nil
  }

  /// Whether both sides are states or those who govern: who invites investors or tourists meets nobody.
  private var isOfficial: Bool {
    (event.actors + event.recipients).allSatisfy { party in
      party.actor.sectors.isEmpty && party.actor.kind != .group || party.actor.sectors.contains("GOV")
    }
  }

  /// Whether the day that is told is a new one: "has been postponed to 20 October".
  var isMoved: Bool {
    guard let date = event.dateText?.lowercased(), Self.tells(sentence, Self.puttingOff + ["moved"]) else {
      return false
    }
    return ["to", "until", "till"].contains { sentence.contains("\($0) \(date)") }
  }

  /// How the two met.
  func form(between a: String?, _ b: String?) -> Contact.Form {
    let words = trigger + " " + (event.category == .reject ? "" : event.mode)
    if event.rule.hasPrefix("consult/letter")
      || Self.tells(words, ["letter", "wrote", "written", "write", "cabled", "a note"])
    {
      return .letter
    }
    if event.rule.hasPrefix("consult/told-by-telephone") { return .call }
    if event.category == .agree || event.category == .request { return .visit }
    if event.category == .accuse { return .meeting }
    if event.mode == "visit" || Self.tells(words, ["visit", "trip", "travel", "flew", "fly to"]) { return .visit }
    let isCall = Self.tells(words, ["phone", "telephon", "video", "teleconferenc"])
    if event.mode == "phone" || isCall || words.contains("called") && !words.contains("called off") { return .call }
    if event.mode == "multilateral" || event.mode == "third-party" { return .meeting }
    // Whoever meets in one's country has come, or has been come to.
    if let country = event.place?.country, country == a || country == b { return .visit }
    return .meeting
  }
}
