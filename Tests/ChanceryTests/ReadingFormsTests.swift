import Actors
import Articles
import ChanceryTestSupport
import Foundation
import Language
import Testing

@testable import Chancery

@Suite struct ReadingFormsTests {
  let reading = Sample.reading

  @Test func json() {
    Snapshot.expect(reading.json.text + "\n", named: "sample.json")
  }

  @Test func lineAndTextAreTheSameValue() throws {
    func value(_ text: String) throws -> NSObject? {
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSObject
    }
    #expect(try value(reading.json.line) == value(reading.json.text))
    #expect(!reading.json.line.contains("\n"))
  }

  @Test func offsetsCutTheTextAsPythonDoes() throws {
    let scalars = Array(Sample.text.unicodeScalars)
    var checked = 0
    func check(_ value: Any) {
      if let object = value as? [String: Any] {
        if let start = object["start"] as? Int, let end = object["end"] as? Int,
          let text = (object["text"] ?? object["entity_text"]) as? String
        {
          #expect(String(String.UnicodeScalarView(scalars[start..<end])) == text)
          checked += 1
        }
        for member in object.values { check(member) }
      } else if let array = value as? [Any] {
        for element in array { check(element) }
      }
    }
    check(try JSONSerialization.jsonObject(with: Data(reading.json.line.utf8)))
    #expect(checked == 8 + 5 + 4 + 3 + 2)
  }

  @Test func ploverRecords() {
    Snapshot.expect(reading.ploverRecords.map { $0.line + "\n" }.joined(), named: "sample.plover.jsonl")
  }

  @Test func csv() {
    let lines = [Reading.csvHeader] + reading.csvRows
    Snapshot.expect(lines.joined(separator: "\n") + "\n", named: "sample.csv")
  }

  @Test func view() {
    Snapshot.expect(ReadingView(width: 80).text(of: reading), named: "sample.txt")
    Snapshot.expect(ReadingView(width: 40, colour: true).text(of: reading), named: "sample.colour.txt")
  }

  @Test(arguments: [40, 60, 100]) func viewKeepsToItsWidth(width: Int) {
    for line in ReadingView(width: width).text(of: reading).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func whoDeniesAnActDoesNotVouchForIt() throws {
    var event = reading.events[1]
    event.attributedTo = [0, 1]
    event.deniedBy = []
    var document = reading.document
    let cue = try #require(reading.statements[0].cueToken)
    document.tokens[cue].lemma = "deny"
    let denials = Denials(document: document, cast: reading.cast, statements: reading.statements)
    let told = denials.tied(to: [event])
    #expect(told.map(\.attributedTo) == [[1]])
    #expect(told.map(\.deniedBy) == [[0]])
    #expect(denials.tied(to: told) == told)
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    #expect(!ReadingView(width: 80).text(of: reading).contains("\u{1B}"))
  }

  @Test func readingOfNothing() {
    let article = Article(id: "none", text: "Nothing.")
    let empty = Reading(
      article: article, document: .init(text: article.text, tokens: [], sentences: []), cast: .init(), dates: [],
      places: [], figures: [], statements: [],
      events: [])
    Snapshot.expect(ReadingView(width: 80).text(of: empty) + empty.json.text + "\n", named: "nothing.txt")
    #expect(empty.csvRows.isEmpty)
    #expect(empty.ploverRecords.isEmpty)
  }
}

@Suite struct JSONTests {
  @Test func charactersThatJSONEscapes() {
    #expect(JSON.string("a\"b\\c\n\r\t\u{1}\u{7F}é🧨").line == #""a\"b\\c\n\r\t\u0001\u007fé🧨""#)
  }

  @Test func numbers() {
    #expect(JSON.array([.integer(-3), .number(4), .number(0.1), .number(.nan)]).line == "[-3, 4.0, 0.1, null]")
  }

  @Test func membersKeepTheirOrder() {
    let value = JSON.object([.init("b", .null), .init("a", .object([])), .init("c", .array([]))])
    #expect(value.line == #"{"b": null, "a": {}, "c": []}"#)
    #expect(value.text == value.line)
  }

  @Test func longValuesAreBroken() {
    let long = String(repeating: "x", count: 100)
    let value = JSON.object([.init("a", .strings([long, "y", "z"])), .init("b", .strings(["short"]))])
    #expect(
      value.text == """
        {
          "a": ["\(long)", "y", "z"],
          "b": ["short"]
        }
        """)
  }
}
