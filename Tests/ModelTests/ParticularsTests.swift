import Articles
import Chancery
import Foundation
import Testing

/// Figures and places, read with the model as users read them.
@Suite struct ParticularsTests {
  /// A text with what is marked in it: [words]{what they stand for}.
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: [(words: String, meaning: [String])]
    var testDescription: String { text }

    static func all(of file: String) -> [Example] {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: file)
      let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
      return lines.filter { !$0.hasPrefix("#") }.map(String.init).map { line in
        Example(
          text: line.replacing(/\[([^\]]+)\]\{[^}]+\}/) { $0.1 },
          expected: line.matches(of: /\[([^\]]+)\]\{([^}]+)\}/).map {
            (String($0.1), $0.2.split(separator: " ").map(String.init))
          })
      }
    }
  }

  static let figures = Example.all(of: "Figures.txt")
  static let relations = Example.all(of: "FigureRelations.txt")
  static let places = Example.all(of: "Places.txt")

  @Test func thereAreExamples() {
    #expect(Self.figures.count > 20)
    #expect(Self.relations.count > 8)
    #expect(Self.places.count > 8)
  }

  @Test(arguments: figures) func figuresHaveValueAndUnit(_ example: Example) throws {
    let reading = try Loaded.reader.get().read(Article(id: "1", text: example.text))
    let found = reading.figures.map { "\(reading.document.text[$0.span]) \(Self.plain($0.value)) \($0.unit)" }
    #expect(found == example.expected.map { ([$0.words] + $0.meaning).joined(separator: " ") })
  }

  @Test(arguments: relations) func figuresTellOfWhatWhoseAndHowChanged(_ example: Example) throws {
    let reading = try Loaded.reader.get().read(
      Article(id: "1", text: example.text, published: CalendarDate(year: 2023, month: 6, day: 15)))
    let found = reading.figures.map { figure in
      let whose = figure.whose.map { reading.cast.entities[$0].code }.joined(separator: "+")
      var words = [figure.of?.replacing(" ", with: "_") ?? "-", whose.isEmpty ? "-" : whose]
      if let change = figure.change {
        words.append("\(Int((change.share * 100).rounded()))%")
        if let since = change.since { words.append("since:\(reading.dates[since].value)") }
      }
      if figure.equivalent != nil { words.append("again") }
      return "\(reading.document.text[figure.span]): " + words.joined(separator: " ")
    }
    #expect(found == example.expected.map { "\($0.words): " + $0.meaning.joined(separator: " ") })
  }

  @Test(arguments: places) func placesLieOnTheMap(_ example: Example) throws {
    let reading = try Loaded.reader.get().read(Article(id: "1", text: example.text))
    let found = reading.places.map { reading.document.text[$0.span] }
    #expect(found == example.expected.map(\.words))
    for (place, (words, meaning)) in zip(reading.places, example.expected) {
      #expect(place.kind?.rawValue == meaning[0], "\(words)")
      #expect(place.country == (meaning[1] == "-" ? "" : meaning[1]), "\(words)")
      let (latitude, longitude) = (Double(meaning[2]) ?? 0, Double(meaning[3]) ?? 0)
      #expect(abs((place.location?.latitude ?? 99) - latitude) < 1, "\(words)")
      #expect(abs((place.location?.longitude ?? 999) - longitude) < 1, "\(words)")
    }
  }

  /// Numbers at the very beginning, and longer than any calendar.
  @Test(arguments: [
    "$5 million was paid.", "$", "5", "% fell.", "Friday", "In 2 weeks", "He left 9000000000000000000 years ago.",
    "99999 centuries ago it rained.", "-5 a.m. 99:99 p.m. 0735 GMT", "In 99999 decades it will be over.",
    "1,2,3 $ $ $ 4",
  ])
  func readsWhatIsNoNews(_ text: String) throws {
    let reading = try Loaded.reader.get().read(
      Article(id: "1", text: text, published: CalendarDate(year: 2024, month: 2, day: 3)))
    #expect(reading.article.text.string == text)
    #expect(reading.figures.allSatisfy { $0.value.isFinite })
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
