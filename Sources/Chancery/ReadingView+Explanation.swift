public import Events
import Actors
import Articles
import Language
import Particulars
import Statements

extension ReadingView {
  /// Events in a line or two each, with what made them and how sure it is, ended by a line feed.
  public func overview(of explanations: [EventExplanation], in reading: Reading) -> String {
    var out = lines(StyledText(reading.article.title ?? reading.article.id, .strong)) + [""]
    if explanations.isEmpty { out += lines(StyledText("no events", .faint), indent: 2) }
    for explanation in explanations {
      let event = explanation.event
      out += lines(deed(of: event, in: reading), indent: 2, hanging: 5)
      let words = "“\(reading.document.text[event.trigger])” in sentence \(event.sentence + 1)"
      let maker = explanation.rule.map { "\($0.id) (\($0.file):\($0.line))" } ?? "the event head"
      out += lines(StyledText("\(words), by \(maker), \(Self.percent(event.confidence))", .faint), indent: 7)
    }
    return out.joined(separator: "\n") + "\n"
  }

  /// All that led to one event, ended by a line feed.
  public func text(of explanation: EventExplanation, in reading: Reading) -> String {
    let event = explanation.event
    var out = lines(deed(of: event, in: reading)) + [""]
    out += sentenceLines(event.sentence, marking: [event.trigger], of: reading) + [""]
    func add(_ label: String, _ texts: [String]) {
      for (index, text) in texts.enumerated() {
        var line = StyledText(index == 0 ? label : "", .faint)
        line.pad(to: 13)
        line.append(text)
        out += lines(line, indent: 2, hanging: 13)
      }
    }
    add("proposition", [proposition(of: explanation, in: reading)])
    add("rule", rule(of: explanation, in: reading))
    add("event head", head(of: explanation))
    add("confidence", [confidence(of: explanation)])
    for party in explanation.parties {
      add(party.isActor ? "actor" : "recipient", self.party(party, of: event, in: reading))
    }
    if event.actors.isEmpty { add("actor", ["nobody is named"]) }
    add("reality", reality(of: explanation, in: reading))
    add("vouched by", vouchers(of: explanation, in: reading))
    add("date", [date(of: event, in: reading)])
    add("place", [place(of: event, in: reading)])
    add("codes", [codes(of: event)])
    return out.joined(separator: "\n") + "\n"
  }

  private func deed(of event: Event, in reading: Reading) -> StyledText {
    var deed = StyledText(event.id)
    deed.pad(to: 5)
    deed.append(
      ([event.category.rawValue] + event.modes).joined(separator: "/"), Style.quad(event.category.quadClass))
    deed.append("  " + parties(event.actors, of: reading), .strong)
    if !event.recipients.isEmpty { deed.append(" → " + parties(event.recipients, of: reading), .strong) }
    return deed
  }

  // MARK: Words

  private func proposition(of explanation: EventExplanation, in reading: Reading) -> String {
    guard let p = explanation.proposition else { return "none: the words are no predicate of the parse" }
    let form = { reading.document.form($0) }
    var parts = ["\(p.lemma) (\(Self.spelled(p.kind)))"]
    if let carrier = p.carrier { parts[0] += ", carried by “\(form(carrier))”" }
    for argument in p.arguments { parts.append("\(Self.spelled(argument.role)) “\(form(argument.head))”") }
    let isNegated = explanation.realities.contains { $0.auxiliary == .negation && $0.sign != nil }
    parts.append(isNegated ? "negated" : "affirmative")
    if let tense = explanation.tense { parts.append(tense.rawValue) }
    return parts.joined(separator: "; ")
  }

  private func rule(of explanation: EventExplanation, in reading: Reading) -> [String] {
    guard let rule = explanation.rule else { return ["none applies"] }
    let words = explanation.ruleTokens.map { "“\(reading.document.form($0))”" }.joined(separator: " ")
    // Where rules speak of what the head saw too, both are witnesses.
    return ["\(rule.id), \(rule.file):\(rule.line), by the words \(words)"]
      + rule.lines.filter { !Self.isExample($0) }
  }

  private static func isExample(_ line: String) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text.hasPrefix("+") || text.hasPrefix("-")
  }

  private func head(of explanation: EventExplanation) -> [String] {
    guard let learned = explanation.learned else { return ["not asked: rules code alone"] }
    var text = "\(explanation.event.category.rawValue) \(Self.percent(learned))"
    if let mode = explanation.learnedMode {
      text += ", of its modes \(mode.name.isEmpty ? "none" : mode.name) \(Self.percent(mode.share))"
    }
    return [text]
  }

  private func confidence(of explanation: EventExplanation) -> String {
    var text = Self.percent(explanation.event.confidence)
    if explanation.learned == nil {
      text += ": the same for all that rules alone code"
    } else if let weight = explanation.weight {
      text +=
        ": the event head's word alone is worth \(Self.percent(explanation.confidenceWithoutRule)), the rule, which weighs"
      text += " \(weight), raises it"
    } else {
      text += ": the event head's word alone"
    }
    let sides = explanation.hasBothSides ? "both sides are named" : "a side is unsaid"
    return text + "; recorded from \(Self.percent(explanation.threshold)) on, since \(sides)"
  }

  // MARK: Parties

  private func party(_ party: EventExplanation.Party, of event: Event, in reading: Reading) -> [String] {
    let mention = reading.cast.mentions[party.mention]
    let entity = reading.cast.entities[mention.entity]
    var record = "\(Self.named(entity)), \(entity.id)"
    if let office = entity.office ?? entity.affiliation { record += ", \(office)" }
    let sentence = reading.document.sentenceIndex(of: mention.head) + 1
    var facts = ["by the \(mention.form.rawValue) “\(reading.document.text[mention.span])” in sentence \(sentence)"]
    if sentence == event.sentence + 1 {
      facts.append(party.role.map { "\(Self.spelled($0)) of the proposition" } ?? "no part of the proposition")
    } else {
      facts.append("left unsaid in the event's own")
    }
    if party.isNamedByRule { facts.append("where the rule looks") }
    if let learned = party.learned {
      facts.append("the head holds it \(Self.percent(learned)) for \(party.isActor ? "the actor" : "the recipient")")
    }
    var out = [record, facts.joined(separator: "; ")]
    if !party.path.isEmpty { out.append(path(from: event.token, party.path, in: reading)) }
    return out
  }

  /// `sold ↑ccomp denied ↓nsubj Belarus`
  private func path(from token: Int, _ steps: [EventExplanation.Step], in reading: Reading) -> String {
    ([reading.document.form(token)]
      + steps.map { "\($0.isUp ? "↑" : "↓")\($0.relation) \(reading.document.form($0.token))" }).joined(separator: " ")
  }

  // MARK: Reality

  private func reality(of explanation: EventExplanation, in reading: Reading) -> [String] {
    let event = explanation.event
    let plover =
      event.plover.map { $0 == event.category ? "" : "; \($0.rawValue) in PLOVER" } ?? "; left out of PLOVER"
    let whole =
      event.auxiliaries.isEmpty
      ? "no auxiliary mode" : event.auxiliaries.map(\.rawValue).joined(separator: ", ")
    return [whole + plover]
      + explanation.realities.map { reality in
        var reasons = [
          reality.sign.map { "syntax tells it by “\(reading.document.form($0))”" } ?? "syntax does not tell it"
        ]
        if let learned = reality.learned {
          reasons.append(
            "the head holds it \(Self.percent(learned)) likely, taken above \(Self.percent(reality.least))")
        }
        return
          "\(reality.auxiliary.rawValue) is \(reality.isTaken ? "" : "not ")taken: \(reasons.joined(separator: "; "))"
      }
  }

  private func vouchers(of explanation: EventExplanation, in reading: Reading) -> [String] {
    let event = explanation.event
    var out: [String] = []
    for (verb, statements) in [("says so", event.attributedTo), ("denies it", event.deniedBy)] {
      for index in statements {
        let statement = reading.statements[index]
        let cue = statement.cue.map { ", “\(reading.document.text[$0])”" } ?? ""
        out.append(
          "\(statement.id): \(reading.voucher(index)) \(verb)\(cue): “\(reading.document.text[statement.content])”")
      }
    }
    if event.attributedTo.isEmpty { out.insert("the article itself", at: 0) }
    if let hearsay = explanation.hearsay {
      out[0] += event.attributedTo.isEmpty ? "; " : " ("
      out[0] += "the head holds hearsay \(Self.percent(hearsay)) likely" + (event.attributedTo.isEmpty ? "" : ")")
    }
    return out
  }

  // MARK: Circumstances

  private func date(of event: Event, in reading: Reading) -> String {
    let days = reading.days(of: event).map {
      $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)"
    }
    guard let date = event.date.map({ reading.dates[$0] }) else {
      return days.map { "the sentence ties no time to it; the article's day, \($0), stands in" }
        ?? "the sentence ties no time to it"
    }
    return "“\(reading.document.text[date.span])”, \(date.value)" + (days.map { ": \($0)" } ?? "")
  }

  private func place(of event: Event, in reading: Reading) -> String {
    guard let place = event.place.map({ reading.places[$0] }) else { return "the sentence does not say" }
    var text = "“\(reading.document.text[place.span])”: \(place.name)"
    if let kind = place.kind { text += ", \(kind.rawValue)" }
    if !place.country.isEmpty { text += ", \(place.country)" }
    if let location = place.location { text += ", \(location.latitude) \(location.longitude)" }
    return text
  }

  private func codes(of event: Event) -> String {
    "CAMEO \(event.cameo); quad class \(event.category.quadClass); scale \(event.category.scale)"
      + (event.contexts.isEmpty ? "" : "; context \(event.contexts.joined(separator: ", "))")
  }

  // MARK: Spelling

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private static func spelled(_ kind: Proposition.Kind) -> String {
    switch kind {
    case .verb: "verb"
    case .noun: "noun"
    case .adjective: "adjective"
    }
  }

  private static func spelled(_ role: Proposition.Role) -> String {
    switch role {
    case .agent: "agent"
    case .patient: "patient"
    case .oblique(let preposition): preposition
    case .clause: "clause"
    }
  }
}
