import Articles
import Chancery
import Foundation
import Testing

/// Who denies what, read with the model as users read it.
@Suite struct DenialTests {
  static let texts: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Denials.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.map(String.init)
  }()

  @Test func thereAreExamples() { #expect(Self.texts.count >= 5) }

  @Test(arguments: texts) func denialsFindWhatTheyDeny(_ text: String) throws {
    let expected = text.matches(of: /\[([^\]]+)\]/).map { String($0.1) }
    let reading = try Loaded.reader.get().read(
      Article(id: "1", text: text.replacing("[", with: "").replacing("]", with: "")))
    let denied = reading.events.filter { !$0.deniedBy.isEmpty }
    #expect(denied.map { reading.document.form($0.token) } == expected)
    #expect(denied.allSatisfy { $0.deniedBy.allSatisfy { reading.statements[$0].stance == .deny } })
  }
}
