import Actors
import Articles
import ChanceryTestSupport
import Language
import Testing

/// Names that the dictionary does not know.
struct UnknownNamesTests {
  private func unknown(_ conllu: String, _ names: [(Range<Int>, Name.Kind)]) throws -> [UnknownName] {
    let dictionary = try ActorDictionary(facts: [FactsFile(name: "sample.facts", text: Sample.facts)])
    var document = try Document(conllu: conllu)
    document.names = names.map { Name(tokens: $0.0, kind: $0.1) }
    return dictionary.unknownNames(
      in: document, article: Article(id: "test", text: document.text.string, published: CalendarDate("2018-05-01")))
  }

  @Test func areCountedWithTheirShorterForms() throws {
    let found = try unknown(
      """
      1 Luis Luis PROPN _ _ 3 nsubj _ _
      2 Ortega Ortega PROPN _ _ 1 flat _ _
      3 met meet VERB _ _ 0 root _ _
      4 Putin Putin PROPN _ _ 3 obj _ _
      5 . . PUNCT _ _ 3 punct _ _

      1 Ortega Ortega PROPN _ _ 2 nsubj _ _
      2 left leave VERB _ _ 0 root _ _
      3 . . PUNCT _ _ 2 punct _ _

      """, [(0..<2, .person), (3..<4, .person), (5..<6, .person)])
    #expect(found.map(\.name) == ["Luis Ortega"])
    #expect(found.first?.count == 2)
    #expect(found.first?.sentence == 0)
  }

  @Test func leaveOutOrgansOfStatesByCommonNouns() throws {
    let found = try unknown(
      """
      1 The the DET _ _ 4 det _ _
      2 Turkish Turkish ADJ _ _ 4 amod _ _
      3 Foreign Foreign PROPN _ _ 4 compound _ _
      4 Ministry Ministry PROPN _ _ 5 nsubj _ _
      5 praised praise VERB _ _ 0 root _ _
      6 Green green PROPN _ _ 7 compound _ _
      7 Horizon horizon PROPN _ _ 5 obj _ _
      8 . . PUNCT _ _ 5 punct _ _

      """, [(1..<4, .organization), (5..<7, .organization)])
    #expect(found.map(\.name) == ["Green Horizon"])
    #expect(found.map(\.kind) == [.organization])
  }
}
