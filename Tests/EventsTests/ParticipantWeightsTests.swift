import Language
import Testing

@testable import Events

@Suite struct ParticipantWeightsTests {
  private func names(_ names: [(String, Bool)]) -> FeatureList {
    var list = FeatureList(isRead: true)
    for (name, meetsMode) in names { list.add(name, meetsMode: meetsMode) }
    return list
  }

  @Test func weightsCountAloneWithTheCategoryAndForSomeWithTheMode() throws {
    let weights = try ParticipantWeights(
      """
      # a comment
      actor\t=\tthreshold\t0.6
      actor\t\tbias\t-1
      actor\tCONSULT\tbias\t0.5
      actor\t\tspeaker\t2
      actor\tCONSULT\tspeaker\t4
      actor\tCONSULT/visit\tspeaker\t8
      actor\tCONSULT/visit\tsubject\t16
      recipient\t\tspeaker\t32
      """)
    let visit = ParticipantWeights.Context(category: "CONSULT", mode: "visit")
    let seen = names([("speaker", false), ("subject", true)])
    #expect(weights.sum(.actor, seen, visit) == 21.5, "-1 + 0.5 + 2 + 4 + 16: the speaker has no weight with the mode")
    #expect(weights.sum(.recipient, seen, visit) == 32)
    #expect(weights.sum(.actor, seen, .init(category: "AID", mode: "")) == 1)
    #expect(weights.meeting(.actor).threshold == 0.6)
  }

  @Test(arguments: ["actor\tspeaker\t2", "agent\t\tspeaker\t2", "actor\t\tspeaker\ttwo", "actor\t=\tpatience\t2"])
  func aLineThatIsNoneIsNamed(_ line: String) {
    #expect {
      try ParticipantWeights("# weights\n" + line)
    } throws: { ($0 as? RulesError)?.line == 2 }
  }

  @Test func partsOfANameMakeTheNameAndItsHash() {
    var whole = FeatureList(isRead: true)
    whole.add("path >nsubj same as actor")
    var parts = FeatureList(isRead: true)
    parts.add("path", " >nsubj", " same as actor")
    #expect(whole.names == parts.names)
    #expect(whole.features.map(\.hash) == parts.features.map(\.hash))
    #expect(FeatureName("a").hash == 0xaf63_dc4c_8601_ec8c, "as FNV-1a gives it")
    parts.keep(0)
    #expect(parts.names == [] && parts.features.isEmpty)
  }
}
