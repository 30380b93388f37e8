import Actors
import Articles
import Events
import Language
import Statements

extension Reading {
  /// The names of the columns of ``csvRows``, as a line of RFC 4180 without its end.
  public static let csvHeader = [
    "article", "published", "publisher", "event_id", "event", "mode", "context", "auxiliary", "plover", "cameo",
    "quad_code", "event_scale", "actor_code", "actor_sector", "actor_name", "recipient_code", "recipient_sector",
    "recipient_name", "date", "event_text", "sequence", "start", "end", "attributed_to", "denied_by", "rule",
    "confidence", "text",
  ].joined(separator: ",")

  /// A line of RFC 4180 an event, without its end. Several values in a field are parted by semicolons; the sectors of one
  /// party by a plus sign, so that the fields of a party agree.
  public var csvRows: [String] {
    events.map { event in
      let (start, end) = document.text.codePoints(event.trigger)
      let actors = event.actors.map(entity(of:))
      let recipients = event.recipients.map(entity(of:))
      let fields: [String] =
        [
          article.id, article.published?.description ?? "", article.publisher ?? "", event.id, event.category.rawValue,
          event.mode, event.contexts.joined(separator: ";"),
          event.auxiliaries.map(\.rawValue).joined(separator: ";"), event.plover?.rawValue ?? "", event.cameo,
          String(event.category.quadClass), String(event.category.scale),
        ] + Self.fields(of: actors) + Self.fields(of: recipients) + [
          days(of: event)?.first.description ?? "", document.text[event.trigger], String(event.sentence + 1),
          String(start.value), String(end.value), speakers(event.attributedTo), speakers(event.deniedBy), event.rule,
          String(event.printedConfidence), sentence(event.sentence),
        ]
      return fields.map(CSV.quoted).joined(separator: ",")
    }
  }

  private static func fields(of parties: [Entity]) -> [String] {
    [
      parties.map(\.code).joined(separator: ";"),
      parties.map { $0.sectors.joined(separator: "+") }.joined(separator: ";"),
      parties.map(\.name).joined(separator: ";"),
    ]
  }

  /// Who speaks in statements; where nobody does, the words that vouch ("reportedly").
  private func speakers(_ indices: [Int]) -> String {
    indices.map(voucher).joined(separator: ";")
  }
}

extension Reading {
  /// Who speaks in a statement; where nobody does, the words that vouch ("reportedly").
  package func voucher(_ statement: Int) -> String {
    let statement = statements[statement]
    return statement.speaker?.name ?? statement.cue.map { document.text[$0] } ?? "somebody"
  }
}
