import Actors
import Articles
import Events
import Language
import Statements

extension ReadingView {
  func statements(of reading: Reading) -> [String] {
    var out: [String] = []
    for statement in reading.statements {
      if !out.isEmpty { out.append("") }
      var line = StyledText(statement.id)
      line.pad(to: 5)
      let entity = statement.speaker?.entity.map { reading.cast.entities[$0] }
      let label = entity.map(Self.label) ?? ""
      let speaker = statement.speaker?.name ?? "nobody named"
      line.append(label.isEmpty ? speaker : "\(speaker) (\(label))", .strong)
      if let addressee = statement.addressee { line.append(" to \(addressee.name)") }
      var facts = [statement.cue.map { "“\(reading.document.text[$0])”" }, statement.quotation.rawValue]
      facts.append(Self.spelled(statement.stance))
      let about = statement.about.map { reading.cast.entities[$0].name }
      if !about.isEmpty { facts.append("about " + about.joined(separator: ", ")) }
      let told = reading.events(in: statement).map(\.id)
      if !told.isEmpty { facts.append("tells " + told.joined(separator: ", ")) }
      line.append("  " + facts.compactMap(\.self).joined(separator: ", "), .faint)
      out += lines(line, indent: 2, hanging: 5)
      for index in reading.document.sentences.indices
      where reading.span(ofSentence: index).overlaps(statement.content) {
        out += sentenceLines(index, marking: [statement.content], of: reading)
      }
    }
    return out
  }

  private static func spelled(_ stance: Statement.Stance) -> String {
    switch stance {
    case .assert: "asserts"
    case .deny: "denies"
    case .question: "asks"
    case .demand: "demands"
    case .promise: "promises"
    }
  }
}
