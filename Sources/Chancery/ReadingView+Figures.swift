import Articles
import Language
import Particulars

extension ReadingView {
  func figures(of reading: Reading) -> [String] {
    reading.figures.flatMap { figure in
      let sentence = String(reading.document.sentenceIndex(of: figure.tokens.lowerBound) + 1)
      var line = StyledText(String(repeating: " ", count: max(0, 5 - sentence.count)) + sentence + "  ", .faint)
      line.append("“\(reading.document.text[figure.span])”", .strong)
      var facts = ["\(Self.grouped(figure.value)) \(figure.unit == "percent" ? "%" : figure.unit)"]
      if let of = figure.of, of.lowercased() != figure.unit { facts.append("of \(of)") }
      switch figure.bound {
      case .least: facts.append("or more")
      case .most: facts.append("or fewer")
      case .about: facts.append("about")
      case nil: break
      }
      let owners = figure.whose.map { reading.cast.entities[$0].name }
      if !owners.isEmpty { facts.append(owners.joined(separator: ", ")) }
      if let change = figure.change {
        let since = change.since.map { " against \(reading.dates[$0].value)" } ?? ""
        facts.append(
          (change.share < 0 ? "down " : "up ")
            + "\(Self.grouped((abs(change.share) * 10_000).rounded() / 100)) %\(since)")
      }
      if figure.equivalent != nil { facts.append("the same again") }
      if let period = figure.period { facts.append(reading.dates[period].value) }
      let statements = reading.statements(telling: figure.tokens.lowerBound).map(\.id)
      if !statements.isEmpty { facts.append("said in " + statements.joined(separator: ", ")) }
      line.append("  " + facts.joined(separator: ", "))
      return lines(line, hanging: 12)
    }
  }

  /// A number with its thousands parted.
  private static func grouped(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return String(value) }
    var digits = String(Int(abs(value)))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
