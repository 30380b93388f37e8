import Actors
import Articles
import ChanceryTestSupport
import Language
import Particulars
import Statements
import Testing

@testable import Chancery
@testable import Events

@Suite struct ExplanationTests {
  private static let rules = """
    # tariffs
    threat: THREATEN/restrict, cameo 1312, context economic
      verbs: threaten
      clause: impose tariff
      recipient: in complement
      needs: actor
      + China threatened to impose tariffs on Japan. => CHN > JPN
    """

  /// "Lin of China will not threaten to impose tariffs on Japan, Seoul said Monday.", coded by one rule.
  private func explained() throws -> (reading: Reading, explanations: [EventExplanation]) {
    let document = try Document(
      conllu: """
        1 Lin Lin PROPN _ _ 6 nsubj
        2 of of ADP _ _ 3 case
        3 China China PROPN _ _ 1 nmod
        4 will will AUX _ VerbForm=Fin 6 aux
        5 not not PART _ _ 6 advmod
        6 threaten threaten VERB _ VerbForm=Inf 14 ccomp
        7 to to PART _ _ 8 mark
        8 impose impose VERB _ VerbForm=Inf 6 xcomp
        9 tariffs tariff NOUN _ _ 8 obj
        10 on on ADP _ _ 11 case
        11 Japan Japan PROPN _ _ 9 nmod
        12 , , PUNCT _ _ 14 punct
        13 Seoul Seoul PROPN _ _ 14 nsubj
        14 said say VERB _ Tense=Past|VerbForm=Fin 0 root
        15 Monday Monday PROPN _ _ 14 obl:unmarked
        """)
    let entities = [
      Entity(id: "CHN/lin", name: "Lin Hua", kind: .person, code: "CHN", sectors: ["GOV"], office: "Foreign Minister"),
      Entity(id: "JPN", name: "Japan", kind: .state, code: "JPN"),
      Entity(id: "KOR", name: "South Korea", kind: .state, code: "KOR"),
    ]
    func mention(_ token: Int, _ entity: Int, _ form: Mention.Form = .name) -> Mention {
      Mention(tokens: token..<token + 1, head: token, entity: entity, form: form, span: document.tokens[token].span)
    }
    let cast = Cast(entities: entities, mentions: [mention(0, 0), mention(10, 1), mention(12, 2)])
    let statement = Statement(
      id: "s1", speaker: Interlocutor(entity: 2, name: "South Korea", span: document.tokens[12].span),
      cue: document.tokens[13].span, cueToken: 13, content: document.span(0..<11), contentTokens: [0..<11],
      quotation: .indirect, stance: .assert, about: [0, 1])
    let article = Article(id: "tariffs", text: document.text.string, published: CalendarDate("2023-06-15"))
    let place = Place(
      tokens: 10..<11, span: document.tokens[10].span, name: "Japan", kind: .country,
      location: Location(latitude: 35, longitude: 136), country: "JPN")
    let coder = EventCoder(
      rules: try RuleBook(files: [RuleFile(text: Self.rules, path: "ours.rules", isOwn: false)]),
      weights: try ParticipantWeights.load())
    let events = coder.events(
      in: document, cast: cast, places: [place], statements: [statement], article: article)
    let reading = Reading(
      article: article, document: document, cast: cast, dates: [], places: [place], figures: [],
      statements: [statement], events: events)
    return (
      reading,
      coder.explanations(
        of: events, in: document, cast: cast, statements: [statement], article: article, coding: .rules)
    )
  }

  @Test func anExplanationHasAllThatLedToTheEvent() throws {
    let (reading, explanations) = try explained()
    let explanation = try #require(explanations.first)
    #expect(explanations.count == 1)
    #expect(explanation.event == reading.events.first)
    #expect(
      explanation.rule?.id == "ours/threat" && explanation.rule?.file == "ours.rules" && explanation.rule?.line == 2)
    #expect(explanation.tense == .future)
    #expect(explanation.proposition?.lemma == "threaten")
    #expect(explanation.ruleTokens == [5])
    #expect(explanation.hasBothSides)
    #expect(explanation.realities.map(\.auxiliary) == [.future, .negation])
    #expect(explanation.realities.map(\.sign) == [3, 4])
    #expect(explanation.realities.map(\.isTaken) == [true, true])
    let actor = try #require(explanation.parties.first)
    #expect(actor.isActor && actor.isNamedByRule && actor.role == .agent)
    #expect(actor.path == [.init(token: 0, relation: "nsubj", isUp: false)])
    let recipient = try #require(explanation.parties.last)
    #expect(!recipient.isActor && recipient.isNamedByRule && recipient.role == .clause)
    #expect(recipient.path.map(\.token) == [7, 8, 10])
  }

  @Test func explanationsAreLaidOutForPeople() throws {
    let (reading, explanations) = try explained()
    let view = ReadingView(width: 80)
    let texts = [view.overview(of: explanations, in: reading)] + explanations.map { view.text(of: $0, in: reading) }
    Snapshot.expect(texts.joined(separator: "\n"), named: "explanation.txt")
    for line in texts.joined().split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func aPathGoesUpBeforeItGoesDown() throws {
    let document = try Document(
      conllu: """
        1 Minsk Minsk PROPN _ _ 2 nsubj
        2 denied deny VERB _ VerbForm=Fin 0 root
        3 selling sell VERB _ VerbForm=Ger 2 xcomp
        4 rockets rocket NOUN _ _ 3 obj
        """)
    let cast = Cast(
      entities: [Entity(id: "BLR", name: "Belarus", kind: .state, code: "BLR")],
      mentions: [Mention(tokens: 0..<1, head: 0, entity: 0, form: .name, span: document.tokens[0].span)])
    let rule = RuleFile(text: "sell: COOPERATE\n  verbs: sell\n", path: "x.rules")
    let coder = EventCoder(rules: try RuleBook(files: [rule]), weights: try ParticipantWeights.load())
    let article = Article(id: "x", text: document.text.string)
    let events = coder.events(in: document, cast: cast, statements: [], article: article)
    let explanation = try #require(
      coder.explanations(of: events, in: document, cast: cast, statements: [], article: article).first)
    #expect(
      explanation.parties.first?.path == [
        .init(token: 1, relation: "xcomp", isUp: true), .init(token: 0, relation: "nsubj", isUp: false),
      ])
    #expect(explanation.tense == .participle)
  }
}
