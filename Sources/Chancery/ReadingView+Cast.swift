import Actors
import Articles
import Events
import Language
import Statements

extension ReadingView {
  /// Those who act, are acted on or speak, or are mentioned again, the most mentioned first; then the others by name.
  func cast(of reading: Reading) -> [String] {
    let entities = reading.cast.entities
    var counts = [Int](repeating: 0, count: entities.count)
    for mention in reading.cast.mentions { counts[mention.entity] += 1 }
    var takesPart = [Bool](repeating: false, count: entities.count)
    for event in reading.events {
      for mention in event.actors + event.recipients { takesPart[reading.cast.mentions[mention].entity] = true }
    }
    for statement in reading.statements { if let speaker = statement.speaker?.entity { takesPart[speaker] = true } }
    let people = entities.indices.filter { entities[$0].kind != .place && (counts[$0] > 0 || takesPart[$0]) }
    let shown = people.filter { counts[$0] > 1 || takesPart[$0] }.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    func column(after last: Int, _ text: (Entity) -> String) -> Int {
      last + 2 + min(width / 2, shown.map { text(entities[$0]).count }.max() ?? 0)
    }
    let label = column(after: 0, \.name)
    let count = column(after: label, Self.label)
    var out = shown.flatMap { index in
      var line = StyledText(entities[index].name)
      line.pad(to: label)
      line.append(Self.label(of: entities[index]), .strong)
      line.pad(to: count)
      line.append("\(counts[index])×", .faint)
      if let role = entities[index].office ?? entities[index].affiliation {
        line.pad(to: count + 6)
        line.append(role)
      }
      return lines(line, indent: 2, hanging: 4)
    }
    let others = people.filter { counts[$0] <= 1 && !takesPart[$0] }.map { Self.named(entities[$0]) }
    if !others.isEmpty {
      out += lines(StyledText("and in passing: " + others.joined(separator: ", "), .faint), indent: 2, hanging: 4)
    }
    return out
  }

  /// Code and sectors: `RUS GOV`.
  static func label(of entity: Entity) -> String {
    ([entity.code] + entity.sectors).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The name with code and sectors: `the Kremlin (RUS GOV)`.
  static func named(_ entity: Entity) -> String {
    let label = label(of: entity)
    return label.isEmpty ? entity.name : "\(entity.name) (\(label))"
  }
}
