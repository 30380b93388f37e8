import Articles
import Foundation

/// An article with the events that a careful analyst put on record.
struct GoldArticle: Decodable {
  struct Party: Decodable {
    let code: String
  }

  struct Trigger: Decodable {
    let start: Int
    let end: Int
  }

  struct Event: Decodable {
    let event: String
    let mode: String
    let auxiliary: [String]
    let actor: [Party]
    let recipient: [Party]
    let trigger: Trigger
  }

  let id: String
  let published: String?
  let title: String?
  let events: [Event]

  /// The annotated articles that training has not seen, in the order of their names, with their texts.
  static func all() throws -> [(gold: GoldArticle, article: Article)] {
    let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let folder = project.standardizedFileURL.appending(path: "Training/articles")
    let names = try String(contentsOf: folder.appending(path: "kept-back.list"), encoding: .utf8).split(separator: "\n")
    return try names.sorted().map { name in
      let file = folder.appending(path: name + ".json")
      let gold = try JSONDecoder().decode(GoldArticle.self, from: Data(contentsOf: file))
      let text = try String(contentsOf: file.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
      return (
        gold,
        Article(id: gold.id, text: text, title: gold.title, published: gold.published.flatMap { CalendarDate($0) })
      )
    }
  }
}
