@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Testing

/// Articles that name people of whom others tell more.
@Suite struct PeopleTests {
  private func entry(_ id: String, _ code: String, _ basis: Introduction.Basis, keepsText: Bool = true) -> Entry {
    let article = ArchiveSample.article(id)
    var entry = ArchiveSample.entry(article, "Ann Ford spoke.", [ArchiveSample.event(article)], keepsText: keepsText)
    entry.people = [
      Introduction(name: "ann-ford", code: code, sectors: code.isEmpty ? [] : ["GOV"], office: "Minister", basis: basis)
    ]
    return entry
  }

  private func unacquainted(_ entries: [Entry]) throws -> [String: String?] {
    let found = try TestArchive(entries).store.unacquainted()
    return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.people["ann-ford"]?.code) })
  }

  @Test func whoIsGuessedOtherwiseThanOthersTellIsReadAgain() throws {
    let entries = [entry("a", "USA", .told), entry("b", "CHN", .guessed), entry("c", "USA", .guessed)]
    #expect(try unacquainted(entries) == ["b": "USA"])
  }

  @Test func whereTheyDoNotAgreeNobodyIsKnown() throws {
    let entries = [entry("a", "USA", .told), entry("b", "FRA", .told), entry("c", "CHN", .guessed)]
    #expect(try unacquainted(entries).isEmpty)
  }

  @Test func whoWasKnownByArticlesThatAreGoneIsReadAgain() throws {
    #expect(try unacquainted([entry("a", "USA", .acquainted)]) == ["a": nil])
    #expect(try unacquainted([entry("a", "USA", .acquainted), entry("b", "USA", .told)]).isEmpty)
  }

  @Test func withoutATextNothingIsReadAgain() throws {
    #expect(try unacquainted([entry("a", "USA", .told), entry("b", "CHN", .guessed, keepsText: false)]).isEmpty)
  }

  @Test func anArticleThatWasReadAgainTakesItsPlace() throws {
    let archive = try TestArchive([entry("a", "USA", .told), entry("b", "CHN", .guessed)])
    #expect(try archive.store.add([entry("b", "USA", .acquainted)]) == [.unchanged])
    #expect(try archive.store.add([entry("b", "USA", .acquainted)], isAnew: true) == [.replaced])
    #expect(try archive.store.unacquainted().isEmpty)
  }

  @Test func commitmentsAndSentencesComeBackAsTheyWentIn() throws {
    let article = ArchiveSample.article("a")
    var entry = ArchiveSample.entry(
      article, "The United States will send forty tents to China.",
      [
        ArchiveSample.event(
          article, "e1", .aid, [.future], words: "The United States will send forty tents to China.", length: 49)
      ])
    let tents = ContentWords.Count(word: Terms.number(of: "tents"), value: 40)
    entry.commitments[0].counts = [tents]
    let archive = try TestArchive([entry])
    let found = try archive.store.commitments(of: .code("USA"))
    #expect(found.map(\.key) == ["a/c1"] && found[0].counts == [tents] && found[0].text?.hasPrefix("The") == true)
    #expect(found[0].actors == [ArchiveSample.usa] && found[0].recipients == [ArchiveSample.china])
    #expect(try archive.store.commitments(of: .code("CHN")).isEmpty)
    let articles = try archive.store.articles(mentioning: .code("CHN"))
    #expect(articles.map(\.sentences) == [entry.sentences] && articles[0].codes == ["USA", "CHN"])
  }
}
