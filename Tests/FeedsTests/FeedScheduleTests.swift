import Feeds
import Testing

@Suite struct FeedScheduleTests {
  @Test func feedsAreAskedInTurnAndAgainAfterTheInterval() throws {
    var schedule = FeedSchedule(["https://a.example/x", "https://b.example/y"], interval: 900, now: 0)
    #expect(schedule.next()?.index == 0)
    schedule.answered(0, validator: Validator(tag: "t"), now: 1)
    let next = try #require(schedule.next())
    #expect(next.index == 1 && next.at == 0)
    schedule.answered(1, validator: nil, now: 2)
    #expect(schedule.next()?.at == 901)
    #expect(schedule.feeds[0].validator.tag == "t")
  }

  @Test func feedsOfOneHostAreAskedSecondsApart() {
    var schedule = FeedSchedule(["https://a.example/x", "https://A.example/y"], interval: 900, pause: 5, now: 0)
    schedule.answered(0, validator: nil, now: 1)
    #expect(schedule.next()?.index == 1)
    #expect(schedule.next()?.at == 6)
  }

  @Test func aFeedThatFailsIsAskedEverMoreRarelyAndNoOftenerThanItsServerWishes() {
    var schedule = FeedSchedule(["https://a.example/x"], interval: 900, now: 0)
    schedule.failed(0, retryAfter: nil, now: 0)
    #expect(schedule.next()?.at == 1800)
    schedule.failed(0, retryAfter: 7200, now: 0)
    #expect(schedule.next()?.at == 7200)
    for _ in 0..<30 { schedule.failed(0, retryAfter: nil, now: 0) }
    #expect(schedule.next()?.at == 86_400)
    schedule.answered(0, validator: nil, now: 0)
    #expect(schedule.next()?.at == 900)
  }

  @Test(arguments: ["", "news.xml", "ftp://a.example/x", "file:///etc/passwd", "http://"])
  func onlyAddressesOfTheWebAreFetched(address: String) {
    #expect(throws: FetchError.self) { try Fetcher(agent: "test").fetch(address) }
  }
}
