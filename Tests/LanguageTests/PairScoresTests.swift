import Testing

@testable import Language

@Suite struct PairScoresTests {
  private func added(
    _ scores: inout PartyScores, _ token: Int, _ window: Range<Int>, _ actor: [Float], _ recipient: [Float]
  ) {
    actor.withUnsafeBufferPointer { a in
      recipient.withUnsafeBufferPointer { r in scores.add(token: token, window: window, actor: a, recipient: r) }
    }
  }

  @Test func partiesAreScoredByTheirGreatestWordWithinTheWindow() {
    var first = PartyScores()
    added(&first, 2, 1..<4, [1, 5, -2], [0, -1, 3])
    var second = PartyScores()
    added(&second, 10, 9..<11, [7, 8], [-7, -8])
    first.add(second)
    #expect(first.logit(.actor, at: 2, of: 1..<3) == 5)
    #expect(first.logit(.recipient, at: 2, of: 2..<9) == 3)
    #expect(first.logit(.actor, at: 10, of: 9..<10) == 7)
    #expect(first.logit(.recipient, at: 10, of: 0..<20) == -7)
    #expect(first.logit(.actor, at: 2, of: 4..<6) == nil, "outside the window")
    #expect(first.logit(.actor, at: 3, of: 1..<3) == nil, "a token that tells no act")
    #expect(first.window(at: 10) == 9..<11)
  }

  @Test func kinSharesAddUpOverTheWordsOfAKindAndLeaveTheRestToNone() throws {
    var kin = KinScores()
    [Float](arrayLiteral: 1, 1, 0, 0).withUnsafeBufferPointer { logits in
      if let base = logits.baseAddress { kin.add(words: [5], named: [1, 2, 8], logits: base) }
    }
    var other = KinScores()
    [Float](arrayLiteral: 9, 0).withUnsafeBufferPointer { logits in
      if let base = logits.baseAddress { other.add(words: [20], named: [18], logits: base) }
    }
    kin.add(other)
    let names = [1: "SDN", 2: "SDN", 8: "TCD", 18: "PER"]
    let shares = try #require(kin.shares(of: 5, by: { names[$0] }))
    #expect(shares.map(\.kind) == ["SDN", "TCD"])
    // 2e of 2e + 1 + 1
    #expect(abs(shares[0].probability - 0.731) < 0.001)
    #expect(abs(shares[1].probability - 0.134) < 0.001)
    #expect(kin.shares(of: 20, by: { names[$0] })?.first?.kind == "PER")
    #expect(kin.shares(of: 6, by: { names[$0] }) == nil)
    #expect(kin.shares(of: 5, by: { _ in String?.none })?.isEmpty == true)
  }
}
