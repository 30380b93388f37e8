import Testing

@testable import Particulars

/// Reckoning with days.
@Suite struct CalendarTests {
  @Test func daysCountOverMonthsAndLeapYears() {
    #expect(CalendarDay(year: 1970, month: 1, day: 1).number == 0)
    #expect(CalendarDay(year: 2000, month: 3, day: 1).number == 11_017)
    #expect((CalendarDay(year: 2024, month: 2, day: 28) + 1).description == "2024-02-29")
    #expect((CalendarDay(year: 1900, month: 2, day: 28) + 1).description == "1900-03-01")
    #expect((CalendarDay(year: 2024, month: 1, day: 1) + -1).description == "2023-12-31")
  }

  @Test func everyDayOfFourHundredYearsComesBack() {
    for number in stride(from: -170_000, to: 60_000, by: 7) {
      let (year, month, day) = CalendarDay(number: number).parts
      #expect(CalendarDay(year: year, month: month, day: day).number == number)
    }
  }

  @Test(arguments: [
    ("2024-02-03", 6, "2024-W05"), ("2021-01-01", 5, "2020-W53"), ("2018-12-31", 1, "2019-W01"),
    ("1998-08-07", 5, "1998-W32"),
  ])
  func weeksAreThoseOfISO8601(_ example: (String, Int, String)) throws {
    let parts = example.0.split(separator: "-").compactMap { Int($0) }
    let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    #expect(day.weekday == example.1)
    #expect(Period(.week, holding: day).value == example.2)
    #expect(Period(.week, holding: day).days.contains(day))
  }

  @Test func periodsKnowTheirDays() {
    #expect("\(Period.month(year: 2024, 2).days)" == "2024-02-01...2024-02-29")
    #expect("\(Period.quarter(year: 1998, 3).days)" == "1998-07-01...1998-09-30")
    #expect("\(Period.season(year: 1998, .winter).days)" == "1998-12-01...1999-02-28")
    #expect("\(Period.decade(199).days)" == "1990-01-01...1999-12-31")
    #expect("\(Period.weekend(year: 2024, 5).days)" == "2024-02-03...2024-02-04")
  }

  @Test func periodsFollowOneAnother() {
    #expect(Period.month(year: 2024, 1).shifted(by: -1) == .month(year: 2023, 12))
    #expect(Period.quarter(year: 2023, 4).shifted(by: 1) == .quarter(year: 2024, 1))
    #expect(Period.week(year: 2020, 53).shifted(by: 1) == .week(year: 2021, 1))
    #expect(Period.century(18).value == "18")
  }

  @Test(arguments: [
    (Feast.easter(0), 2024, "2024-03-31"), (.easter(0), 2000, "2000-04-23"),
    (.weekday(4, n: 4, month: 11), 1999, "1999-11-25"),
    (.weekday(1, n: 1, month: 11, later: 1), 1998, "1998-11-03"), (.weekday(1, n: 0, month: 5), 2024, "2024-05-27"),
    (.fixed(month: 12, day: 25), 2023, "2023-12-25"),
  ])
  func feastsFallOnTheirDays(_ example: (Feast, Int, String)) {
    #expect(example.0.day(in: example.1).description == example.2)
  }
}
