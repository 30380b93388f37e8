import Actors
import ChanceryTestSupport
import Foundation
import Language
import Testing

@testable import Events

/// The logical arguments of a predicate, as `agent Moscow, patient Kyiv`, in the order of the alphabet.
func arguments(of form: String, in conllu: String) throws -> String {
  let document = try Document(conllu: conllu)
  let reader = PropositionReader(document: document, tree: DependencyTree(document))
  let token = try #require(document.tokens.indices.first { document.form($0) == form }, "\(form)")
  let p = try #require(reader.propositions()[token])
  return p.arguments.map { argument in
    let role =
      switch argument.role {
      case .agent: "agent"
      case .patient: "patient"
      case .oblique(let preposition): preposition
      case .clause: "clause"
      }
    return "\(role) \(document.form(argument.head))"
  }.sorted().joined(separator: ", ")
}

@Suite struct PropositionReaderTests {
  /// What a sentence's predicate is to have for arguments.
  struct Case: Sendable, CustomTestStringConvertible {
    let construction: String
    let predicate: String
    let arguments: String
    let conllu: String

    var testDescription: String { "\(construction): \(predicate) = \(arguments)" }
  }

  /// The cases of `Propositions.conllu`.
  static let cases: [Case] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Propositions.conllu")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n\n").flatMap { block in
      block.split(separator: "\n").compactMap { line in
        guard let parts = line.wholeMatch(of: /# ([^:]+): (\S+) = (.+)/), block.contains("\n1 ") else { return nil }
        let arguments = parts.3.split(separator: ", ").sorted().joined(separator: ", ")
        return Case(
          construction: String(parts.1), predicate: String(parts.2), arguments: arguments, conllu: String(block))
      }
    }
  }()

  @Test(arguments: cases) func argumentsAreLogical(_ expected: Case) throws {
    #expect(try arguments(of: expected.predicate, in: expected.conllu) == expected.arguments)
  }

  @Test(arguments: [
    "passive", "relative clause", "participle", "participle before a noun", "control", "raising", "coordination",
    "apposition", "nominal event", "light verb", "particle", "purpose clause", "accused of", "agreed to", "refused to",
    "threatened to", "planning to", "failed to", "denied", "reported speech",
  ]) func everyConstructionHasCases(_ construction: String) {
    #expect(Self.cases.count { $0.construction == construction } >= 2)
  }

  @Test func aLongDocumentTakesNoLongerThanItsWords() throws {
    let book = try RuleBook.load()
    let sentences = Set(Self.cases.map(\.conllu)).sorted()
    let clock = ContinuousClock()
    func time(_ times: Int) throws -> Duration {
      let document = try Document(conllu: (0..<times).flatMap { _ in sentences }.joined(separator: "\n\n"))
      let tree = DependencyTree(document)
      let reader = PropositionReader(document: document, tree: tree)
      let mentions = document.tokens.indices.filter { document.tokens[$0].upos == "PROPN" }.map { token in
        Mention(tokens: token..<token + 1, head: token, entity: 0, form: .name, span: document.tokens[token].span)
      }
      let cast = Cast(entities: [Entity(id: "X", name: "X", kind: .state, code: "X")], mentions: mentions)
      let parties = PartyFinder(document: document, tree: tree, cast: cast)
      let matcher = RuleMatcher(book: book, document: document, tree: tree, reader: reader, parties: parties)
      return (0..<3).map { _ in
        clock.measure {
          let propositions = reader.propositions()
          for case let p? in propositions { _ = matcher.matches(p, among: propositions) }
        }
      }.min() ?? .zero
    }
    let (short, long) = (try time(2), try time(32))
    #expect(long < short * 48, "\(short) for a document, \(long) for one 16 times as long")
  }
}
