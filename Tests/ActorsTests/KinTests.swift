import Actors
import Articles
import ChanceryTestSupport
import Testing

@testable import Language

/// Whose somebody is, by the encoder's links from nouns to what names states and bodies.
struct KinTests {
  private static let parse = """
    1 Russia _ PROPN _ _ 2 nsubj _ _
    2 criticised _ VERB _ _ 0 root _ _
    3 China _ PROPN _ _ 2 obj _ _
    4 after _ SCONJ _ _ 6 mark _ _
    5 troops _ NOUN _ Number=Plur 6 nsubj _ _
    6 left _ VERB _ _ 2 advcl _ _

    """

  /// The code of "troops" where the encoder gives China some log-odds over nobody, and Russia none.
  private func code(_ odds: Float?, of literal: String = parse) throws -> String {
    var document = try Document(conllu: literal)
    if let odds {
      [-20, odds, 0].withUnsafeBufferPointer { logits in
        if let base = logits.baseAddress { document.kin.add(words: [4], named: [0, 2], logits: base) }
      }
    }
    let dictionary = try ActorDictionary(facts: [FactsFile(name: "sample.facts", text: Sample.facts)])
    let cast = dictionary.cast(of: document, article: Article(id: "test", text: document.text.string))
    let mention = try #require(cast.mentions.first { $0.head == 4 })
    return cast.entities[mention.entity].code
  }

  @Test func aDescriptionBelongsToTheStateItIsLinkedTo() throws {
    let alone = try code(nil)
    #expect(try code(8) == "CHN")
    #expect(alone != "CHN", "so the link has decided")
  }

  @Test func aWeakLinkDecidesNothing() throws {
    #expect(try code(-8) == code(nil))
  }

  @Test func thoseFromElsewhereAreLinkedToNobody() throws {
    let plain = Self.parse
      .replacing("5 troops _ NOUN _ Number=Plur 6", with: "5 officials _ NOUN _ Number=Plur 6")
    #expect(try code(8, of: plain) == "CHN")
    let literal = """
      1 Western _ ADJ _ _ 2 amod _ _
      2 officials _ NOUN _ Number=Plur 3 nsubj _ _
      3 left _ VERB _ _ 0 root _ _
      4 China _ PROPN _ _ 3 obj _ _

      """
    var document = try Document(conllu: literal)
    [Float](arrayLiteral: 8, 0).withUnsafeBufferPointer { logits in
      if let base = logits.baseAddress { document.kin.add(words: [1], named: [3], logits: base) }
    }
    let dictionary = try ActorDictionary(facts: [FactsFile(name: "sample.facts", text: Sample.facts)])
    let cast = dictionary.cast(of: document, article: Article(id: "test", text: document.text.string))
    let mention = try #require(cast.mentions.first { $0.head == 1 })
    #expect(cast.entities[mention.entity].code == "")
  }

  @Test func aTerritoryMayActAsItsState() throws {
    let facts =
      Sample.facts + """
        GUM | Guam
          of: USA
          acts as: USA

        """
    let dictionary = try ActorDictionary(facts: [FactsFile(name: "sample.facts", text: facts)])
    let document = try Document(
      conllu: """
        1 Pyongyang _ PROPN _ _ 2 nsubj _ _
        2 threatened _ VERB _ _ 0 root _ _
        3 Guam _ PROPN _ _ 2 obj _ _

        """)
    let cast = dictionary.cast(of: document, article: Article(id: "test", text: document.text.string))
    let guam = try #require(cast.entities.first { $0.name == "Guam" })
    #expect(guam.id == "GUM" && guam.code == "USA")
  }
}
