import Archive
import Chancery

extension ReadingContent {
  /// The entries that stand beside the text.
  ///
  /// - Parameter happenings: The happening of each event, by the event's id.
  func slots(happenings: [String: String]) -> Slots {
    [
      "events": events.map { slots($0, happening: happenings[$0.id]) },
      "statements": statements.map(slots), "figures": figures.enumerated().map { slots($1, place: $0 + 1) },
      "cast": cast.enumerated().map { slots($1, place: $0 + 1) },
      "hasEvents": !events.isEmpty, "hasStatements": !statements.isEmpty, "hasFigures": !figures.isEmpty,
      "hasCast": !cast.isEmpty,
      "eventCount": counted(events.count, "event"), "statementCount": counted(statements.count, "statement"),
      "figureCount": counted(figures.count, "figure"),
      "castCount": cast.count,
    ]
  }

  private func slots(_ event: Event, happening: String?) -> Slots {
    let modality = Modality(event.auxiliary.compactMap(Auxiliary.init), isDenied: !event.deniedBy.isEmpty)
    let losses = [
      event.size?.dead.map { "\($0) dead" }, event.size?.injured.map { "\($0) injured" },
      event.size?.arrested.map { "\($0) arrested" },
    ].compactMap(\.self)
    return [
      "id": event.id, "category": event.event, "mode": event.mode.first, "quad": "q\(event.quadCode)",
      "quadTitle": QuadClass.title(event.quadCode), "scale": Slots.measure(event.eventScale, decimals: 1),
      "modality": modality == .happened ? nil : modality.title, "modalityStyle": modality.rawValue,
      "actors": event.actor.map(slots), "recipients": event.recipient.map(slots),
      "hasActors": !event.actor.isEmpty, "hasRecipients": !event.recipient.isEmpty,
      "words": event.eventText, "cameo": event.cameo,
      "plover": event.plover.flatMap { $0 == event.event ? nil : $0 }, "isLeftOut": event.plover == nil,
      "day": event.date, "lastDay": event.enddate.flatMap { $0 == event.date ? nil : $0 }, "dayWords": event.dateText,
      "place": event.eventLoc.map { $0.resolvedPlace ?? $0.extractedPlace },
      "losses": losses.isEmpty ? nil : losses.joined(separator: ", "),
      "claims": speakers(event.attributedTo), "isClaimed": !event.attributedTo.isEmpty,
      "denials": speakers(event.deniedBy), "isDenied": !event.deniedBy.isEmpty,
      "rule": event.rule, "confidence": event.confidence,
      "happening": happening.map(PageAddress.happening),
    ]
  }

  private func slots(_ party: Party) -> Slots {
    [
      "name": cast.first { $0.id == party.id }?.name ?? party.entityText, "text": party.entityText,
      "address": PageAddress.actor(party.id), "code": ([party.code] + party.sector).joined(separator: " "),
    ]
  }

  /// Who speaks in statements.
  private func speakers(_ ids: [String]) -> [Slots] {
    ids.compactMap { id in
      statements.first { $0.id == id }.map {
        ["statement": id, "speaker": $0.speaker?.name ?? $0.cue?.text ?? "somebody"]
      }
    }
  }

  private func slots(_ statement: Statement) -> Slots {
    [
      "id": statement.id, "speaker": statement.speaker?.name, "address": statement.speaker?.id.map(PageAddress.actor),
      "code": statement.speaker.flatMap { $0.code.isEmpty ? nil : $0.code },
      "addressee": statement.addressee?.name,
      "cue": statement.cue?.text, "stance": statement.stance, "quotation": statement.quotation,
      "content": Excerpt.beginning(of: statement.content.text ?? ""),
      "about": statement.about.map { id -> Slots in
        ["name": cast.first { $0.id == id }?.name ?? id, "address": PageAddress.actor(id)]
      }, "isAbout": !statement.about.isEmpty,
      "told": statement.events.map { ["id": $0] as Slots }, "tells": !statement.events.isEmpty,
    ]
  }

  private func slots(_ figure: Figure, place: Int) -> Slots {
    [
      "id": "f\(place)", "words": figure.text, "value": Self.written(figure.value), "unit": figure.unit,
      "of": figure.of,
      "bound": figure.bound, "period": figure.period,
      "change": figure.change?.value.map {
        ($0 < 0 ? "−" : "+") + Self.written((abs($0) * 1000).rounded() / 10) + " %"
      },
      "since": figure.change?.since,
      "claims": speakers(figure.attributedTo ?? []), "isClaimed": !(figure.attributedTo ?? []).isEmpty,
    ]
  }

  private func slots(_ member: Member, place: Int) -> Slots {
    [
      "id": "a\(place)", "name": member.name, "address": PageAddress.actor(member.id), "kind": member.kind,
      "code": ([member.code] + member.sector).filter { !$0.isEmpty }.joined(separator: " "), "office": member.office,
      "mentions": member.mentions.count == 1 ? "1 mention" : "\(member.mentions.count) mentions",
      "isMentioned": !member.mentions.isEmpty,
    ]
  }

  /// A number as people write it: groups of three digits, decimals where there are any.
  static func written(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return String(value) }
    let rounded = (value.magnitude * 100).rounded() / 100
    let whole = rounded.rounded(.down)
    var digits = String(Int(whole))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    groups.insert(digits, at: 0)
    let cents = Int(((rounded - whole) * 100).rounded())
    let decimals = cents == 0 ? "" : "." + (cents < 10 ? "0" : "") + (cents % 10 == 0 ? "\(cents / 10)" : "\(cents)")
    return (value < 0 ? "−" : "") + groups.joined(separator: ",") + decimals
  }
}
