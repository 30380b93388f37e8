import Actors
import Articles
import Language

extension ReadingView {
  func commitments(of reading: Reading) -> [String] {
    reading.commitments.flatMap { commitment in
      let number = String(commitment.sentence + 1)
      var line = StyledText(String(repeating: " ", count: max(0, 5 - number.count)) + number + "  ", .faint)
      line.append("“\(reading.document.text[commitment.content])”", .strong)
      func names(_ entities: [Int]) -> String {
        entities.map { reading.cast.entities[$0].name }.joined(separator: ", ")
      }
      var facts = [commitment.form.rawValue, names(commitment.actors)]
      if !commitment.recipients.isEmpty { facts[1] += " to " + names(commitment.recipients) }
      if let due = commitment.due?.date { facts.append("by " + Self.spelled(due)) }
      if let statement = commitment.statement { facts.append("said in " + reading.statements[statement].id) }
      if commitment.isDenied { facts.append("denied") }
      line.append("  " + facts.joined(separator: ", "))
      return lines(line, hanging: 12)
    }
  }
}
