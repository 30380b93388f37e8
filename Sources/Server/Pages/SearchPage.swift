import Archive
import Chancery

/// Articles by their words.
enum SearchPage {
  private static let most = 20

  static let endpoint = Endpoint(
    "/search", name: "searchPage", "Articles by their words.",
    parameters: [PageParameters.q, QueryParameters.after], forms: [.html, .csv], schema: .none
  ) { question, desk in
    guard let words = question[PageParameters.q] else { return try blank(question).answer() }
    let all = try desk.store.search(words, limit: most + 1, after: question[QueryParameters.after])
    let found = Array(all.prefix(most))
    if question.form == .csv { return .rows(found) }
    let slots: Slots = [
      "csv": question.csvAddress, "words": words, "isEmpty": found.isEmpty,
      "isFirst": question[QueryParameters.after] == nil ? true : nil,
      "found": found.map { found -> Slots in
        Slots.article(found.article).adding([
          "events": counted(found.events, "event"), "pieces": pieces(of: found.snippet),
        ])
      },
      "actors": actors(words, desk),
      "next": all.count > most
        ? found.last.map {
          question.address([(QueryParameters.after.name, $0.article.id)])
        } : nil,
    ]
    return try Page(title: "Search: \(words)", template: "search", slots: slots, search: words).answer()
  }

  private static func blank(_ question: Question) throws -> Page {
    Page(title: "Search", template: "search", slots: ["isBlank": true, "csv": nil])
  }

  /// Actors who bear the words as a name.
  private static func actors(_ words: String, _ desk: Desk) -> [Slots] {
    desk.dictionary.explanation(of: words).bearers.prefix(5).map { bearer in
      [
        "name": bearer.entity.name,
        "address": PageAddress.actor(bearer.entity.kind == .state ? bearer.entity.code : bearer.entity.id),
        "code": ([bearer.entity.code] + bearer.entity.sectors).joined(separator: " "), "office": bearer.entity.office,
      ]
    }
  }

  /// A snippet in which what was looked for stands in brackets.
  private static func pieces(of snippet: String) -> [Slots] {
    var pieces: [Slots] = []
    for (place, part) in snippet.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
      let sides = part.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      if place == 0 || sides.count < 2 {
        pieces.append(["text": (place == 0 ? "" : "[") + part, "isFound": false])
      } else {
        pieces.append(["text": String(sides[0]), "isFound": true])
        pieces.append(["text": String(sides[1]), "isFound": false])
      }
    }
    return pieces
  }
}
