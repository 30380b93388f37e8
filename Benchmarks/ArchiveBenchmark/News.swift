@testable import Archive
import Chancery

/// Invented news: the same on every run.
struct News {
  private var state: UInt64 = 7

  private static let codes = ["USA", "CHN", "RUS", "FRA", "DEU", "GBR", "IND", "JPN"] + (10..<90).map { "C\($0)" }
  private static let sectors = [["GOV"], ["MIL"], ["LEG"], [], ["CVL"], ["BUS"]]
  private static let places = ["Springfield", "Port Alma", "Vesna", "Karibu", "Old Harbour", "Lindental"]
  private static let words = [
    "sanctions", "border", "crossing", "treaty", "kenya", "minister", "pipeline", "election", "fleet", "harvest",
    "airport", "strike", "summit", "loan", "refugees", "railway", "missile", "grain", "embassy", "parliament",
  ]

  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ z >> 31) % UInt64(bound))
  }

  /// The powerful act more often than others.
  private mutating func code() -> String {
    let width = next(3) == 0 ? Self.codes.count : 8
    return Self.codes[next(width)]
  }

  private mutating func actor() -> ActorRow {
    let code = code()
    switch next(3) {
    case 0: return ActorRow(id: code, name: "State \(code)", kind: .state, code: code, sectors: [])
    case 1:
      let number = next(20)
      return ActorRow(
        id: "\(code)/person-\(number)", name: "Person \(number) of \(code)", kind: .person, code: code,
        sectors: Self.sectors[number % 6], office: "Minister")
    default:
      return ActorRow(
        id: "\(code)/army", name: "Army of \(code)", kind: .organization, code: code, sectors: ["MIL"])
    }
  }

  /// The article of a number, with ten events, three statements and a figure.
  mutating func entry(_ number: Int) -> Entry {
    let day = CalendarDay(number: 14_610 + number % 3650).description
    // A story of its own: some of the words of all news, and a number that few others share.
    var text: [String] = []
    for _ in 0..<24 { text.append("story\(number / 3650 % 9)x\(number % 3650)x\(next(12))") }
    for _ in 0..<60 { text.append("word\(next(3000))") }
    for _ in 0..<6 { text.append(Self.words[next(20)]) }
    let article = ArticleRow(
      id: "n\(number)", title: "News \(number)", publisher: "paper\(number % 50).example", published: day,
      language: "en", words: text.count)
    var statements: [StatementRow] = []
    for index in 0..<3 {
      let speaker = actor()
      statements.append(
        StatementRow(
          article: article, id: "s\(index + 1)", speaker: speaker.name, actor: speaker, cue: "said",
          content: text[..<12].joined(separator: " "), start: 0, end: 60, quotation: .indirect,
          stance: Statement.Stance.allCases[next(5)], about: [actor()], events: [], day: day))
    }
    let events = (0..<10).map { event($0, article, day, statements, text) }
    let figure = FigureRow(
      article: article, position: 1, value: Double(next(1000)), unit: "people", text: "300 people", start: 0, end: 10,
      sentenceStart: 0, sentenceEnd: 60, day: day)
    return Entry(
      article: article, text: text.joined(separator: " "), events: events, statements: statements, figures: [figure])
  }

  private mutating func event(
    _ index: Int, _ article: ArticleRow, _ day: String, _ statements: [StatementRow], _ text: [String]
  ) -> EventRow {
    let category = Category.allCases[next(16)]
    let auxiliaries: [Auxiliary] = [[], [], [], [], [.future], [.hypothetical], [.historical], [.negation]][next(8)]
    let place = next(4) == 0 ? Self.places[next(6)] : nil
    func party(_ actor: ActorRow) -> PartyRow { PartyRow(actor: actor, text: actor.name, start: 0, end: 8) }
    let statement = statements[next(3)]
    let voucher = VoucherRow(statement: statement.id, speaker: statement.speaker ?? "")
    let start = index * 20
    return EventRow(
      article: article, id: "e\(index + 1)", category: category, mode: "", contexts: ["military"],
      auxiliaries: auxiliaries, plover: category, cameo: ["042", "051", "112", "172", "190", "195", "204"][next(7)],
      actors: [party(actor())], recipients: next(5) == 0 ? [] : [party(actor())], day: day,
      date: auxiliaries.isEmpty ? day : nil, endDate: auxiliaries.isEmpty ? day : nil,
      place: place.map { PlaceRow(text: $0, name: $0, kind: .city, country: code()) }, trigger: Self.words[next(20)],
      start: start, end: start + 8, sentence: index + 1, sentenceStart: start, sentenceEnd: start + 60,
      text: text[(index * 8)...].prefix(8).joined(separator: " "),
      size: .none, attributedTo: next(3) == 0 ? [voucher] : [], deniedBy: next(60) == 0 ? [voucher] : [],
      rule: "learned", confidence: 0.8)
  }
}
