import Articles
import ChanceryTestSupport
import Events
import Language
import Particulars
import Testing

@testable import Chancery

@Suite struct PloverTests {
  /// The sample with a day and a place for its second event, a time for its planned one, and one event long past.
  private var reading: Reading {
    let sample = Sample.reading
    var events = sample.events
    var dates = sample.dates
    dates[0].days = CalendarDay(year: 2018, month: 1, day: 1)...CalendarDay(year: 2018, month: 1, day: 2)
    events[1].date = 0
    events[1].place = 0
    events[0].auxiliaries = [.historical]
    return Reading(
      article: sample.article, document: sample.document, cast: sample.cast, dates: dates, places: sample.places,
      figures: sample.figures, statements: sample.statements, events: events)
  }

  @Test func records() {
    Snapshot.expect(reading.ploverRecords.map { $0.text + "\n" }.joined(), named: "plover.json")
  }

  @Test func whatIsDeniedByTheTextOrOnlySupposedIsLeftOut() {
    // The sample's third event did not happen.
    #expect(reading.events.count == 4)
    #expect(reading.ploverRecords.count == 3)
  }
}

@Suite struct EventSizeTests {
  /// A reading of a hand-written parse with an event at a word, and figures of people at others.
  private func sizes(_ conllu: String, event form: String, figures: [(form: String, value: Double)]) throws -> EventSize
  {
    let document = try Document(conllu: conllu)
    func token(_ form: String) throws -> Int {
      try #require(document.tokens.indices.first { document.form($0) == form })
    }
    let at = try token(form)
    let counted = try figures.map { figure in
      let tokens = try token(figure.form)..<token(figure.form) + 1
      return Figure(tokens: tokens, span: document.span(tokens), value: figure.value, unit: "people")
    }
    let event = Event(
      category: .assault, trigger: document.tokens[at].span, token: at, sentence: 0, rule: "x/y", confidence: 1)
    let reading = Reading(
      article: Article(id: "x", text: document.text.string), document: document, cast: .init(), dates: [], places: [],
      figures: counted, statements: [], events: [event])
    return try #require(reading.sizes.first)
  }

  @Test func thoseThatAnAttackKillsAndWounds() throws {
    let attack = """
      1 Gunmen gunman NOUN _ _ 2 nsubj
      2 attacked attack VERB _ _ 0 root
      3 Kunduz Kunduz PROPN _ _ 2 obj
      4 killing kill VERB _ _ 2 advcl
      5 six six NUM _ _ 6 nummod
      6 civilians civilian NOUN _ _ 4 obj
      7 and and CCONJ _ _ 8 cc
      8 wounding wound VERB _ _ 4 conj
      9 ninety ninety NUM _ _ 8 obj
      """
    let found = try sizes(attack, event: "attacked", figures: [("civilians", 6), ("ninety", 90)])
    #expect(found == EventSize(dead: 6, injured: 90))
  }

  @Test func whatTheActDoesAsASubject() throws {
    let raid = """
      1 The the DET _ _ 2 det
      2 raid raid NOUN _ _ 3 nsubj
      3 killed kill VERB _ _ 0 root
      4 nine nine NUM _ _ 3 obj
      """
    #expect(try sizes(raid, event: "raid", figures: [("nine", 9)]) == EventSize(dead: 9))
  }

  @Test func whatBefellOthersIsNotCounted() throws {
    let chase = """
      1 four four NUM _ _ 3 nsubj:pass
      2 were be AUX _ _ 3 aux:pass
      3 killed kill VERB _ _ 0 root
      4 and and CCONJ _ _ 6 cc
      5 six six NUM _ _ 6 nsubj:pass
      6 chased chase VERB _ _ 3 conj
      """
    #expect(try sizes(chase, event: "killed", figures: [("six", 6)]) == .none)
    #expect(try sizes(chase, event: "killed", figures: [("four", 4)]) == EventSize(dead: 4))
  }

  @Test func whoeverKillsIsNotDeadAndOthersAreNotCounted() throws {
    let patrol = """
      1 Two two NUM _ _ 2 nummod
      2 officers officer NOUN _ _ 3 nsubj
      3 killed kill VERB _ _ 0 root
      4 protesters protester NOUN _ _ 3 obj
      5 before before ADP _ _ 8 case
      6 forty forty NUM _ _ 7 nummod
      7 people people NOUN _ _ 8 compound
      8 witnesses witness NOUN _ _ 3 obl
      """
    #expect(try sizes(patrol, event: "protesters", figures: [("officers", 2)]) == .none)
    #expect(try sizes(patrol, event: "killed", figures: [("officers", 2)]) == .none)
  }
}
