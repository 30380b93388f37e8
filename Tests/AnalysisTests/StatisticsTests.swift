@testable import Analysis
import Chancery
import Testing

@Suite struct StatisticsTests {
  @Test func timeIsCutAsISO8601Does() {
    let day = CalendarDay(year: 2021, month: 1, day: 2)
    #expect(Interval.week.bin(of: day).name == "2020-W53")
    #expect(Interval.week.bin(of: day).first.description == "2020-12-28")
    #expect(Interval.month.bin(of: day).last.description == "2021-01-31")
    #expect(Interval.quarter.bin(of: CalendarDay(year: 2021, month: 11, day: 2)).name == "2021-Q4")
    #expect(Interval.quarter.bin(of: CalendarDay(year: 2021, month: 11, day: 2)).last.description == "2021-12-31")
    #expect(Interval.year.bin(of: day).last.description == "2021-12-31")
    let bins = Interval.month.bins(from: day, to: CalendarDay(year: 2021, month: 3, day: 1))
    #expect(bins.map(\.name) == ["2021-01", "2021-02", "2021-03"])
    #expect(Interval.month.bins(from: day, to: day + -1).isEmpty)
  }

  @Test func daysAndYearsBoundWhatIsLookedAt() {
    let days = [(day: "2020-02-10", articles: 3), (day: "2020-05-01", articles: 1)]
    let all = Coverage(days, by: .month, since: nil, until: nil)
    #expect(all.bins.map(\.name) == ["2020-02", "2020-03", "2020-04", "2020-05"])
    #expect(all.articles == [3, 0, 0, 1])
    let year = Coverage(days, by: .quarter, since: "2020", until: "2020")
    #expect(year.bins.map(\.name) == ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"])
    #expect(year.articles == [3, 1, 0, 0])
    #expect(Coverage([], by: .month, since: nil, until: nil).bins.isEmpty)
  }

  @Test func theBootstrapsIntervalHoldsTheDifferenceAndNarrowsWithMore() throws {
    func scores(_ count: Int, _ low: Double, _ high: Double) -> Scores {
      Scores((0..<count).map { $0.isMultiple(of: 2) ? low : high })
    }
    let few = try #require(Bootstrap.difference(scores(6, 2, 5), scores(6, -5, -7)))
    #expect(few.value == 9.5)
    #expect(few.low < 9.5 && few.high > 9.5 && few.low > 6 && few.high < 13)
    let many = try #require(Bootstrap.difference(scores(60, 2, 5), scores(60, -5, -7)))
    #expect(many.high - many.low < few.high - few.low)
    // Beyond 400 the normal interval takes over without a jump.
    let drawn = try #require(Bootstrap.difference(scores(398, 2, 5), scores(398, -5, -7)))
    let normal = try #require(Bootstrap.difference(scores(400, 2, 5), scores(400, -5, -7)))
    #expect(abs(drawn.low - normal.low) < 0.05 && abs(drawn.high - normal.high) < 0.05)
    #expect(Bootstrap.difference(Scores([1]), Scores()) == nil)
    // The same on every run.
    #expect(Bootstrap.difference(scores(6, 2, 5), scores(6, -5, -7)) == few)
  }

  @Test func aBoundIsTheIntervalsEndNearerToNothing() {
    #expect(Estimate(value: 3, low: 1, high: 5).bound == 1)
    #expect(Estimate(value: -3, low: -5, high: -1).bound == -1)
    #expect(Estimate(value: 1, low: -1, high: 3).bound == 0)
  }

  @Test func anOutlierDoesNotMoveTheTrend() {
    #expect(Trend.slope(of: [1, 2, 3, 4, 5]) == 1)
    #expect(Trend.slope(of: [1, 2, 30, 4, 5]) == 1)
    // What is missing keeps its place.
    #expect(Trend.slope(of: [1, nil, 3, nil, 5]) == 1)
    #expect(Trend.slope(of: [1, 2]) == nil)
  }

  @Test func smoothingWeighsByCountsAndInventsNothing() throws {
    let smoothed = Trend.smoothed([
      (mean: 0, count: 1), (mean: 4, count: 3), (mean: nil, count: 0), (mean: 2, count: 1),
    ])
    let first = try #require(smoothed[0])
    #expect(abs(first - 12.0 / 5) < 1e-9)
    #expect(smoothed[2] == nil)
    #expect(smoothed[3] == 2)
  }

  @Test func aSeriesIsCutWhereItsLevelChanges() {
    let calm = [[2.0, 4.0, 3.0], [3.0, 2.0, 4.0], [4.0, 3.0, 2.0]]
    let tense = [[-5.0, -4.0, -6.0], [-6.0, -5.0, -4.0], [-5.0, -6.0, -4.0]]
    #expect(TurningPoints.cuts(in: calm + tense) == [3])
    #expect(TurningPoints.cuts(in: calm + tense + calm) == [3, 6])
    #expect(TurningPoints.cuts(in: calm + calm).isEmpty)
    #expect(TurningPoints.cuts(in: [[1.0]]).isEmpty)
    #expect(TurningPoints.cuts(in: [[1.0], [1.0]]).isEmpty)
  }

  @Test func tablesAreTheSameInEveryForm() {
    var table = Table("Title", columns: [.init("name"), .init("mean_score"), .init("ids")])
    table.add([.text("a,\"b\" | c"), .measure(-0.001), .list(["h1", "h2"])])
    table.add([.none])
    #expect(table.csv == "name,mean_score,ids\r\n\"a,\"\"b\"\" | c\",0.00,h1 h2\r\n,,\r\n")
    #expect(
      table.jsonLines == """
        {"name": "a,\\"b\\" | c", "mean_score": 0.0, "ids": ["h1", "h2"]}
        {"name": null, "mean_score": null, "ids": null}

        """)
    #expect(table.markdown.hasPrefix("| name | mean score | ids |\n| --- | --- | --- |\n| a,\"b\" \\| c | 0.00 |"))
  }
}
