import Articles
import Foundation
import Testing

@testable import Language

/// News as it comes: datelines, headlines in capitals, lists, quotations, bylines, machine-translated English.
struct NewsTests {
  /// A text of News.txt with the words of each of its sentences.
  struct Case {
    var name: String
    var text = ""
    var sentences: [[String]] = []
  }

  static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "News.txt")
    var cases: [Case] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("# ") {
        if line.dropFirst(2).first?.isNumber == true { cases.append(Case(name: String(line.dropFirst(2)))) }
      } else if cases.isEmpty {
        continue
      } else if line.hasPrefix(">") {
        let text = cases[cases.count - 1].text
        cases[cases.count - 1].text = (text.isEmpty ? "" : text + "\n") + line.dropFirst(2)
      } else {
        cases[cases.count - 1].sentences.append(line.components(separatedBy: " | "))
      }
    }
    return cases
  }

  @Test func wordsOfNewsAreThoseOfUniversalDependencies() throws {
    let cases = try Self.cases()
    #expect(cases.count > 200)
    for news in cases {
      let text = SourceText(news.text)
      let words = Tokenizer.words(of: text).map { String(decoding: text.utf8[$0.start..<$0.end], as: UTF8.self) }
      #expect(words == news.sentences.flatMap(\.self), "\(news.name)")
    }
  }

  @Test func nearlyAllSentencesOfNewsAreFound() throws {
    let model = try LanguageModel.load()
    let cases = try Self.cases()
    var wrong: [String] = []
    for (i, news) in cases.enumerated() {
      let document = model.analyze(Article(id: "\(i)", text: news.text))
      let sentences = document.sentences.map { $0.map { document.form($0) } }
      if sentences != news.sentences { wrong.append("\(news.name): \(sentences)") }
    }
    #expect(wrong.count <= 8, "\(wrong.joined(separator: "\n"))")
  }
}
