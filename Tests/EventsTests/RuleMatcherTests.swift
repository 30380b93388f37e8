import Actors
import Articles
import ChanceryTestSupport
import Language
import Statements
import Testing

@testable import Events

/// The events that rules alone make of a hand-written parse, in which every proper noun is a state whose code is its name:
/// `THREATEN/violence IRAN > ISRAEL, by x/attack`.
func events(of rules: String, in conllu: String) throws -> [String] {
  let document = try Document(conllu: conllu)
  let names = document.tokens.indices.filter { document.tokens[$0].upos == "PROPN" }
  let cast = Cast(
    entities: names.map {
      Entity(id: document.form($0), name: document.form($0), kind: .state, code: document.form($0))
    },
    mentions: names.enumerated().map { index, token in
      Mention(tokens: token..<token + 1, head: token, entity: index, form: .name, span: document.tokens[token].span)
    })
  let coder = EventCoder(
    rules: try RuleBook(files: [RuleFile(text: rules, path: "x.rules", isOwn: false)]),
    weights: try ParticipantWeights.load())
  let article = Article(id: "x", text: document.text.string)
  return coder.events(in: document, cast: cast, statements: [], article: article).map { event in
    func names(_ mentions: [Int]) -> String {
      mentions.isEmpty ? "-" : mentions.map { cast.entities[cast.mentions[$0].entity].name }.joined(separator: " + ")
    }
    let kind = event.mode.isEmpty ? event.category.rawValue : "\(event.category.rawValue)/\(event.mode)"
    return "\(kind) \(names(event.actors)) > \(names(event.recipients)), by \(event.rule)"
  }
}

@Suite struct RuleMatcherTests {
  private static let threats = """
    attack: THREATEN/violence
      verbs: threaten
      clause: attack, use force
      recipient: in complement
    break: THREATEN/relations
      verbs: threaten
      clause: break off talk
      recipient: in complement
    threaten: THREATEN
      verbs: threaten
      clause: !leave
    """

  /// "Iran threatened to VERB OBJECT Israel."
  private func threat(_ verb: String, _ object: String = "") -> String {
    """
    1 Iran Iran PROPN _ _ 2 nsubj
    2 threatened threaten VERB _ Tense=Past|VerbForm=Fin 0 root
    3 to to PART _ _ 4 mark
    4 \(verb) \(verb) VERB _ VerbForm=Inf 2 xcomp
    \(object)
    """
  }

  /// "Iran told Israel of the plan by telephone", where the tree has the plan be one by telephone.
  private static let telephone = """
    1 Iran Iran PROPN _ _ 2 nsubj
    2 told tell VERB _ Tense=Past|VerbForm=Fin 0 root
    3 Israel Israel PROPN _ _ 2 obj
    4 of of ADP _ _ 6 case
    5 the the DET _ _ 6 det
    6 plan plan NOUN _ _ 2 obl
    7 by by ADP _ _ 8 case
    8 telephone telephone NOUN _ _ 6 nmod
    """

  @Test func aRuleThatStandsAloneNeedsNoEventHeadAndStandsBesideAnother() throws {
    let call = "call: CONSULT/phone\n  verbs: tell by telephone\n  recipient: patient\n"
    let told = "told: REQUEST\n  verbs: tell\n  recipient: patient\n"
    #expect(
      try events(of: call + "  stands: alone\n" + told, in: Self.telephone) == [
        "CONSULT/phone Iran > Israel, by x/call", "REQUEST Iran > Israel, by x/told",
      ])
    #expect(try events(of: call + told, in: Self.telephone) == ["REQUEST Iran > Israel, by x/told"])
  }

  @Test func whatStandsAloneIsToldToSomebody() throws {
    let rules = "letter: CONSULT\n  verbs: write letter\n  recipient: to\n  stands: alone\n"
    let tree = """
      1 Iran Iran PROPN _ _ 2 nsubj
      2 wrote write VERB _ Tense=Past|VerbForm=Fin 0 root
      3 letters letter NOUN _ _ 2 obj
      """
    #expect(try events(of: rules, in: tree).isEmpty)
    #expect(
      try events(of: rules, in: tree + "\n4 to to ADP _ _ 5 case\n5 Israel Israel PROPN _ _ 2 obl") == [
        "CONSULT Iran > Israel, by x/letter"
      ])
  }

  @Test func aCounterpartIsNamedByApposition() throws {
    let tree = """
      1 Iran Iran PROPN _ _ 2 nsubj
      2 met meet VERB _ Tense=Past|VerbForm=Fin 0 root
      3 its its PRON _ _ 4 nmod:poss
      4 counterpart counterpart NOUN _ _ 2 obj
      5 , , PUNCT _ _ 6 punct
      6 Israel Israel PROPN _ _ 4 appos
      """
    #expect(
      try events(of: "meet: CONSULT\n  verbs: meet\n  actor: agent + patient\n  stands: alone\n", in: tree) == [
        "CONSULT Iran + Israel > -, by x/meet"
      ])
  }

  @Test func theClauseThatAVerbGovernsGivesTheMode() throws {
    let attack = threat("attack", "5 Israel Israel PROPN _ _ 4 obj")
    #expect(try events(of: Self.threats, in: attack) == ["THREATEN/violence Iran > Israel, by x/attack"])
    let force = threat(
      "use", "5 force force NOUN _ _ 4 obj\n6 against against ADP _ _ 7 case\n7 Israel Israel PROPN _ _ 4 obl")
    #expect(try events(of: Self.threats, in: force) == ["THREATEN/violence Iran > Israel, by x/attack"])
    let talks = threat("break", "5 off off ADP _ _ 4 compound:prt\n6 talks talk NOUN _ _ 4 obj")
    #expect(try events(of: Self.threats, in: talks) == ["THREATEN/relations Iran > -, by x/break"])
  }

  @Test func aForbiddenClauseKeepsARuleOut() throws {
    #expect(try events(of: Self.threats, in: threat("pray")) == ["THREATEN Iran > -, by x/threaten"])
    #expect(try events(of: Self.threats, in: threat("leave")) == [])
  }

  @Test func whatStandsAfterOfIsFoundByOfAndByPatient() throws {
    let seizure = """
      1 the the DET _ _ 2 det
      2 seizure seizure NOUN _ _ 0 root
      3 of of ADP _ _ 4 case
      4 Goma Goma PROPN _ _ 2 nmod
      5 by by ADP _ _ 6 case
      6 Rwanda Rwanda PROPN _ _ 2 nmod
      """
    for place in ["of", "patient"] {
      let rule = "seize: COERCE/seize\n  nouns: seizure of\n  recipient: \(place)\n"
      #expect(try events(of: rule, in: seizure) == ["COERCE/seize Rwanda > Goma, by x/seize"])
    }
    let control = """
      1 Rwanda Rwanda PROPN _ _ 2 nsubj
      2 took take VERB _ Tense=Past|VerbForm=Fin 0 root
      3 control control NOUN _ _ 2 obj
      4 of of ADP _ _ 5 case
      5 Goma Goma PROPN _ _ 3 nmod
      """
    let rule = "seize: COERCE/seize\n  verbs: take control of\n  recipient: of\n"
    #expect(try events(of: rule, in: control) == ["COERCE/seize Rwanda > Goma, by x/seize"])
  }

  @Test func aUsersRuleGoesBeforeAMoreSpecificOne() throws {
    let document = try Document(conllu: threat("attack"))
    let files = [
      RuleFile(text: "ours: THREATEN\n  verbs: threaten\n", path: "o.rules"),
      RuleFile(text: Self.threats, path: "x.rules", isOwn: false),
    ]
    let coder = EventCoder(rules: try RuleBook(files: files), weights: try ParticipantWeights.load())
    let events = coder.events(
      in: document, cast: Cast(), statements: [], article: Article(id: "x", text: document.text.string))
    #expect(events.map(\.rule) == ["o/ours"])
  }
}
