import Chancery

extension ReadingContent {
  /// All that is marked in the text. Members of the cast are `a1`, `a2` …, figures `f1`, `f2` … in their order.
  var marks: [TextMark] {
    var marks: [TextMark] = []
    for statement in statements {
      marks.append(
        TextMark(
          kind: .statement, start: statement.content.start, end: statement.content.end, id: statement.id, style: "said")
      )
      if let cue = statement.cue {
        marks.append(TextMark(kind: .cue, start: cue.start, end: cue.end, id: statement.id, style: "cue"))
      }
    }
    for (place, member) in cast.enumerated() {
      for mention in member.mentions {
        let isName = mention.form == "name"
        marks.append(
          TextMark(
            kind: .cast, start: mention.start, end: mention.end, id: "a\(place + 1)",
            style: isName ? "cast" : TextMark.referring))
      }
    }
    for (place, figure) in figures.enumerated() {
      marks.append(TextMark(kind: .figure, start: figure.start, end: figure.end, id: "f\(place + 1)", style: "figure"))
    }
    for event in events {
      let isReal = event.auxiliary.isEmpty && event.deniedBy.isEmpty
      marks.append(
        TextMark(
          kind: .event, start: event.textInfo.start, end: event.textInfo.end, id: event.id,
          style: "event q\(event.quadCode)" + (isReal ? "" : " unreal"), code: event.event))
    }
    return marks
  }
}
