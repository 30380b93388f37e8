import Articles
@testable import Chancery
import Foundation
import Testing

/// What actors hold out to one another, and how far things have come, read with the model as users read it.
@Suite struct CommitmentTests {
  static let texts: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Commitments.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.map(String.init)
  }()

  @Test func thereAreExamples() { #expect(Self.texts.count >= 10) }

  @Test(arguments: texts) func whatIsHeldOutIsRead(_ line: String) throws {
    let parts = line.components(separatedBy: " => ")
    try #require(parts.count == 2)
    let reading = try Loaded.reader.get().read(
      Article(id: "1", text: parts[0], published: CalendarDate("2031-03-02")))
    func codes(_ entities: [Int]) -> String {
      entities.isEmpty ? "-" : entities.map { reading.cast.entities[$0].code }.joined(separator: " ")
    }
    let found = reading.commitments.map { commitment in
      "\(codes(commitment.actors)) to \(codes(commitment.recipients)), \(commitment.form.rawValue), "
        + (commitment.due?.description ?? "-") + (commitment.isDenied ? ", denied" : "")
    }
    #expect((found.isEmpty ? "-" : found.joined(separator: "; ")) == parts[1])
  }

  static let phases: [(String, Phase)] = [
    ("Turkey has lifted its ban on Russian trucks.", Phase.done),
    ("The trucks are to be let in by April.", .ahead),
    ("The sanctions were to have ended in June.", .missed),
    ("The ferries will not sail again.", [.ahead, .negated, .refused]),
    ("Turkey dropped its promise.", [.done, .withdrawn, .recalled]),
    ("Four of the eight fishermen were freed.", [.done, .partial]),
    ("Egypt released the last journalists.", [.done, .entire]),
    ("Russia thanked Turkey for the field hospital.", .thanked),
  ]

  @Test(arguments: phases) func aClauseSaysHowFarThingsHaveCome(_ text: String, _ phase: Phase) throws {
    let reading = try Loaded.reader.get().read(Article(id: "1", text: text))
    let clauses = reading.clauses.flatMap(\.self)
    #expect(clauses.count == 1)
    #expect(clauses.first?.phase == phase)
  }
}
