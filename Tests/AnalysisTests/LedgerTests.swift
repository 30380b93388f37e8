@testable import Analysis
@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Testing

@Suite struct LedgerTests {
  private static let minister = ActorRow(
    id: "USA/ann-ford", name: "Ann Ford", kind: .person, code: "USA", sectors: ["GOV"], office: "Foreign Minister")
  private static let envoy = ActorRow(
    id: "USA/max-hill", name: "Max Hill", kind: .person, code: "USA", sectors: ["GOV"], office: "Defence Minister")
  private static let president = ActorRow(
    id: "CHN/li-wen", name: "Li Wen", kind: .person, code: "CHN", sectors: ["GOV"], office: "President")
  private static let beijing = PlaceRow(text: "Beijing", name: "Beijing", kind: .city, country: "CHN")

  private func ledger(_ entries: [Entry], asOf: String? = nil) throws -> ContactLedger {
    let archive = try TestArchive(entries)
    return try ContactLedger(
      of: News.usa, and: News.china, in: archive.store, asOf: asOf.flatMap(CalendarDay.init(iso:)))
  }

  private func visit(
    _ id: String, on day: String, _ auxiliaries: [Auxiliary] = [], due: String? = nil, by actor: ActorRow = minister,
    deniedBy deniers: [ActorRow] = [], text: String? = nil
  ) -> Entry {
    News.act(
      id, .consult, on: day, auxiliaries, mode: "visit", by: [actor], due: due, deniedBy: deniers, place: Self.beijing,
      trigger: "visit", text: text)
  }

  @Test func aVisitThatIsAnnouncedAndHeldIsOneContact() throws {
    let contacts = try ledger([
      visit("a", on: "2020-01-05", [.future], due: "2020-01-20"), visit("b", on: "2020-01-21", due: "2020-01-20"),
    ]).contacts
    #expect(contacts.count == 1)
    #expect(contacts[0].outcome == .held && contacts[0].form == .visit && contacts[0].level == .ministers)
    #expect(contacts[0].days?.lowerBound.description == "2020-01-20")
    #expect(contacts[0].announced?.description == "2020-01-05")
    #expect(contacts[0].reports == ["a/e1", "b/e1"])
    #expect(contacts[0].place == "Beijing")
  }

  @Test func aVisitOfAnotherPersonOrDayIsAnotherContact() throws {
    #expect(
      try ledger([
        visit("a", on: "2020-01-05", text: "Ann Ford visited a shipyard."),
        visit("b", on: "2020-01-05", by: Self.envoy, text: "Roses welcomed another guest to banquets in Beijing."),
      ]).contacts.count == 2)
    #expect(try ledger([visit("a", on: "2020-01-05"), visit("b", on: "2020-03-05")]).contacts.count == 2)
  }

  @Test func whatIsAheadIsPlannedAndWhatPassedUntoldIsUnreported() throws {
    let planned = visit("a", on: "2020-01-05", [.future], due: "2020-01-20")
    #expect(try ledger([planned], asOf: "2020-01-10").contacts.map(\.outcome) == [.planned])
    #expect(try ledger([planned], asOf: "2020-02-10").contacts.map(\.outcome) == [.unreported])
  }

  @Test func puttingOffCallingOffAndRefusingAreToldApart() throws {
    let planned = visit("a", on: "2020-01-05", [.future], due: "2020-01-20")
    for (trigger, outcome) in [
      ("postponed his visit", Contact.Outcome.postponed), ("called off the visit", .calledOff),
      ("refused to receive", .refused),
    ] {
      let news = News.act(
        "b", .reject, on: "2020-01-12", mode: "meet", by: [Self.minister], trigger: trigger)
      let contacts = try ledger([planned, news]).contacts
      #expect(contacts.map(\.outcome) == [outcome], "\(trigger)")
      #expect(contacts.first?.days?.lowerBound.description == "2020-01-20")
    }
  }

  @Test func aContactThatSomebodyDeniesIsNotHeld() throws {
    #expect(
      try ledger([visit("a", on: "2020-01-05", deniedBy: [ArchiveSample.china])]).contacts.map(\.outcome) == [.denied])
    #expect(try ledger([visit("a", on: "2020-01-05", [.negation])]).contacts.map(\.outcome) == [.calledOff])
    #expect(try ledger([visit("a", on: "2020-01-05", [.hypothetical])]).contacts.isEmpty)
  }

  @Test func whatIsToldOfADayAheadIsPlanned() throws {
    let told = visit("a", on: "2020-01-05", due: "2020-01-20")
    #expect(try ledger([told], asOf: "2020-01-10").contacts.map(\.outcome) == [.planned])
    // An act without a day, told beside it, is of it.
    let trip = visit("b", on: "2020-01-12")
    #expect(try ledger([told, trip], asOf: "2020-01-12").contacts.map(\.outcome).contains(.planned))
  }

  @Test func aVisitThatIsMovedIsPostponedAndPlannedAnew() throws {
    let moved = News.act(
      "b", .consult, on: "2020-01-12", [.negation], mode: "visit", by: [Self.minister], due: "2020-02-10",
      trigger: "visit", text: "The visit was postponed to on the day.")
    let contacts = try ledger(
      [visit("a", on: "2020-01-05", [.future], due: "2020-01-20"), moved], asOf: "2020-01-13"
    ).contacts
    #expect(contacts.contains { $0.outcome == .planned && $0.days?.lowerBound.description == "2020-02-10" })
  }

  @Test func anotherContactsRefusalIsNotDrawnIn() throws {
    let planned = visit("a", on: "2020-01-05", [.future], due: "2020-01-20")
    let refused = News.act(
      "b", .reject, on: "2020-01-12", mode: "meet", by: [Self.envoy], trigger: "refused to meet")
    #expect(
      Set(try ledger([planned, refused], asOf: "2020-01-13").contacts.map(\.outcome)) == [.planned, .refused])
  }

  @Test func whatCameToNothingIsNotHeldByWhatIsToldLater() throws {
    let contacts = try ledger([
      visit("a", on: "2020-01-05", [.future], due: "2020-01-20"),
      News.act("b", .reject, on: "2020-01-12", mode: "meet", by: [Self.minister], trigger: "called off the visit"),
      News.act("c", .consult, on: "2020-01-22", by: [ArchiveSample.usa], trigger: "talks"),
    ]).contacts
    #expect(contacts.map(\.outcome) == [.calledOff, .held])
  }

  @Test func invitationsSummonsesAndDeclinedOffersAreContacts() throws {
    func outcomes(_ category: Events.Category, _ trigger: String, _ text: String) throws -> [String] {
      try ledger(
        [News.act("a", category, on: "2020-01-05", by: [Self.minister], trigger: trigger, text: text)],
        asOf: "2020-01-06"
      ).contacts.map { "\($0.form.rawValue) \($0.outcome.rawValue)" }
    }
    #expect(try outcomes(.agree, "invited", "Ford invited China's president to a summit.") == ["visit planned"])
    #expect(try outcomes(.accuse, "summoned", "Ford summoned the ambassador.") == ["meeting held"])
    #expect(try outcomes(.reject, "turned down", "Ford turned down a request for a meeting.") == ["meeting refused"])
    #expect(try outcomes(.reject, "rejected", "Ford rejected the figures.").isEmpty)
    #expect(try outcomes(.consult, "talks", "Talks with China were called off by Ford.") == ["meeting called off"])
  }

  @Test func lettersAreContactsOfTheirOwn() throws {
    let contacts = try ledger([
      News.act("a", .consult, on: "2020-01-05", by: [Self.minister], trigger: "sent a letter"),
      News.act("b", .consult, on: "2020-01-06", by: [Self.minister], trigger: "talks"),
    ]).contacts
    #expect(contacts.map(\.form) == [.letter, .meeting])
  }

  @Test func theLedgerCountsByYearAndFindsTheLongestSilence() throws {
    let result = try ledger([
      visit("a", on: "2019-11-05"), visit("b", on: "2020-01-05"), visit("c", on: "2020-06-05"),
      // What is told of times before the archive begins is no measure of silence.
      visit("e", on: "2019-11-06", due: "2010-03-01"),
      News.act("d", .consult, on: "2020-06-20", mode: "phone", by: [Self.president], to: [ArchiveSample.usa]),
    ])
    #expect(
      result.longestSilence?.from.description == "2020-01-05" && result.longestSilence?.to.description == "2020-06-05")
    #expect(
      result.counts.rows.map { $0[0].text + $0[1].text + $0[2].text } == [
        "2010visit1", "2019visit1", "2020visit2", "2020call1",
      ])
    #expect(result.contacts.last?.level == .leaders)
  }

  @Test func aLedgerIsWholeWhateverNumberOfRowsAFilterAsksFor() throws {
    let archive = try TestArchive([visit("v", on: "2020-01-05"), visit("w", on: "2020-06-05"), Self.promise])
    var filter = EventQuery()
    filter.limit = 1
    #expect(try ContactLedger(of: News.usa, and: News.china, in: archive.store, filter: filter).contacts.count == 2)
    #expect(try PromiseLedger(of: News.usa, in: archive.store, filter: filter).promises.count == 1)
  }

  // MARK: Promises

  private func promises(_ entries: [Entry], asOf: String = "2020-12-31") throws -> [Promise] {
    let archive = try TestArchive(entries)
    return try PromiseLedger(of: News.usa, in: archive.store, asOf: CalendarDay(iso: asOf)).promises
  }

  private static let promise = News.act(
    "a", .aid, on: "2020-01-05", [.future], due: "2020-02-01", trigger: "deliver",
    text: "The United States will deliver forty ambulances to hospitals in Wuhan.")

  @Test func aPromiseIsDoneByALaterActOfTheSameThing() throws {
    let made = News.act(
      "b", .aid, on: "2020-01-30", trigger: "delivered",
      text: "The United States delivered the forty ambulances that hospitals in Wuhan were promised.")
    let found = try promises([Self.promise, made])
    #expect(found.count == 1)
    #expect(found[0].outcome == .done && found[0].due?.description == "2020-02-01")
    #expect(found[0].settledIn == ["b/e1"] && found[0].recipients == ["CHN"])
  }

  @Test func anActOfAnotherThingDoesNotSettleIt() throws {
    let other = News.act(
      "b", .aid, on: "2020-01-30", trigger: "got", text: "Schools of Harbin got vaccines against measles.")
    #expect(try promises([Self.promise, other]).map(\.outcome) == [.overdue])
  }

  @Test func aPromiseIsOpenUntilItsDayAndOverdueAfterIt() throws {
    #expect(try promises([Self.promise], asOf: "2020-01-20").map(\.outcome) == [.open])
    #expect(try promises([Self.promise], asOf: "2020-02-20").map(\.outcome) == [.overdue])
    let timeless = News.act(
      "a", .agree, on: "2020-01-05", trigger: "promised", text: "The United States promised ambulances for hospitals.")
    #expect(try promises([timeless]).map(\.outcome) == [.unreported])
  }

  @Test func partOfItIsUnderWay() throws {
    var part = News.act(
      "b", .aid, on: "2020-01-30", trigger: "delivered",
      text: "The United States delivered the first of forty ambulances promised to hospitals in Wuhan.")
    part.sentences = [Self.saying(part, [.done, .partial])]
    #expect(try promises([Self.promise, part]).map(\.outcome) == [.underWay])
    part.sentences = [Self.saying(part, [.done, .partial, .entire])]
    #expect(try promises([Self.promise, part]).map(\.outcome) == [.done])
  }

  @Test func whatIsCountedTellsWhetherAllHasCome() throws {
    let ambulances = Terms.number(of: "ambulances")
    var promise = Self.promise
    promise.commitments[0].counts = [.init(word: ambulances, value: 40)]
    func delivered(_ id: String, _ count: Float, on day: String) -> Entry {
      var entry = News.act(
        id, .aid, on: day, trigger: "delivered",
        text: "The United States delivered ambulances to hospitals in Wuhan, as promised.")
      entry.sentences = [Self.saying(entry, .done, counts: [.init(word: ambulances, value: count)])]
      return entry
    }
    let first = delivered("b", 15, on: "2020-01-20")
    #expect(try promises([promise, first]).map(\.outcome) == [.underWay])
    #expect(try promises([promise, first, delivered("c", 25, on: "2020-01-30")]).map(\.outcome) == [.done])
  }

  @Test func whatIsTakenBackIsCalledOff() throws {
    var entry = News.act(
      "b", .reject, on: "2020-01-30", trigger: "dropped",
      text: "The United States dropped its promise of forty ambulances for hospitals in Wuhan.")
    entry.sentences = [Self.saying(entry, [.done, .withdrawn, .recalled])]
    #expect(try promises([Self.promise, entry]).map(\.outcome) == [.calledOff])
  }

  /// The sentence of an entry of one act, with what it says of how far things have come.
  private static func saying(
    _ entry: Entry, _ phase: Phase, counts: [ContentWords.Count] = []
  ) -> SentenceTraits {
    let sentence = entry.sentences[0]
    return SentenceTraits(
      start: sentence.start, end: sentence.end,
      clauses: [.init(phase: phase, words: sentence.words, counts: counts)])
  }

  @Test func whatIsDeniedIsNoPromise() throws {
    let denied = News.act(
      "a", .agree, on: "2020-01-05", deniedBy: [ArchiveSample.envoy], trigger: "promised",
      text: "The United States promised ambulances for hospitals.")
    #expect(try promises([denied]).map(\.outcome) == [.denied])
  }

  // MARK: Schedule

  @Test func theScheduleListsWhatLiesAheadOnce() throws {
    let archive = try TestArchive([
      visit("a", on: "2020-01-05", [.future], due: "2020-03-20", text: "Spring will bring Ford another visit."),
      visit("b", on: "2020-01-06", [.future], due: "2020-01-07"),
      visit("c", on: "2020-01-30"),
    ])
    let schedule = try Schedule(in: archive.store)
    #expect(schedule.asOf?.description == "2020-01-30")
    #expect(schedule.items.map(\.from.description) == ["2020-03-20"])
    #expect(try Schedule(in: archive.store, asOf: CalendarDay(iso: "2020-01-06")).items.count == 2)
  }
}
