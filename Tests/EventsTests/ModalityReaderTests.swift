import Articles
import ChanceryTestSupport
import Language
import Testing

@testable import Events

@Suite struct ModalityReaderTests {
  private func auxiliaries(of form: String, in conllu: String, published: String = "2023-05-01") throws -> [Auxiliary] {
    let document = try Document(conllu: conllu)
    let tree = DependencyTree(document)
    let reader = PropositionReader(document: document, tree: tree)
    let modality = ModalityReader(document: document, tree: tree, reader: reader, published: CalendarDate(published))
    let token = try #require(document.tokens.indices.first { document.form($0) == form })
    let p = try #require(reader.propositions()[token])
    let found = modality.auxiliaries(of: p)
    return Auxiliary.allCases.filter(found.contains)
  }

  @Test func whatHappenedHasNone() throws {
    #expect(
      try auxiliaries(
        of: "met",
        in: """
          1 They they PRON _ _ 2 nsubj
          2 met meet VERB _ Tense=Past|VerbForm=Fin 0 root
          """) == [])
  }

  @Test func willIsFuture() throws {
    #expect(
      try auxiliaries(
        of: "visit",
        in: """
          1 Modi Modi PROPN _ _ 3 nsubj
          2 will will AUX _ VerbForm=Fin 3 aux
          3 visit visit VERB _ VerbForm=Inf 0 root
          4 Rome Rome PROPN _ _ 3 obj
          """) == [.future])
  }

  @Test func whatIsDueIsFuture() throws {
    #expect(
      try auxiliaries(
        of: "fly",
        in: """
          1 Modi Modi PROPN _ _ 3 nsubj
          2 was be AUX _ VerbForm=Fin 3 cop
          3 due due ADJ _ _ 0 root
          4 to to PART _ _ 5 mark
          5 fly fly VERB _ VerbForm=Inf 3 xcomp
          """) == [.future])
  }

  @Test func aConditionIsHypothetical() throws {
    #expect(
      try auxiliaries(
        of: "attacked",
        in: """
          1 If if SCONJ _ _ 3 mark
          2 Iran Iran PROPN _ _ 3 nsubj
          3 attacked attack VERB _ Tense=Past|VerbForm=Fin 5 advcl
          4 we we PRON _ _ 5 nsubj
          5 respond respond VERB _ VerbForm=Fin 0 root
          """) == [.hypothetical])
  }

  @Test func notIsNegation() throws {
    #expect(
      try auxiliaries(
        of: "retract",
        in: """
          1 She she PRON _ _ 4 nsubj
          2 did do AUX _ Tense=Past|VerbForm=Fin 4 aux
          3 not not PART _ _ 4 advmod
          4 retract retract VERB _ VerbForm=Inf 0 root
          5 it it PRON _ _ 4 obj
          """) == [.negation])
  }

  @Test func noTalksWereHeldIsNegation() throws {
    #expect(
      try auxiliaries(
        of: "talks",
        in: """
          1 No no DET _ _ 2 det
          2 talks talk NOUN _ _ 4 nsubj:pass
          3 were be AUX _ VerbForm=Fin 4 aux:pass
          4 held hold VERB _ Tense=Past|VerbForm=Part 0 root
          """) == [.negation])
  }

  @Test func aYearLongBeforePublicationIsHistory() throws {
    let sentence = """
      1 Turkey Turkey PROPN _ _ 2 nsubj
      2 invaded invade VERB _ Tense=Past|VerbForm=Fin 0 root
      3 Cyprus Cyprus PROPN _ _ 2 obj
      4 in in ADP _ _ 5 case
      5 1974 1974 NUM _ _ 2 obl
      """
    #expect(try auxiliaries(of: "invaded", in: sentence) == [.historical])
    #expect(try auxiliaries(of: "invaded", in: sentence, published: "1974-08-01") == [])
  }
}
