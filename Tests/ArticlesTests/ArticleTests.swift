import Testing

@testable import Articles

@Suite struct ArticleTests {
  @Test func headlineIsTheFirstLineThatRepeatsTheTitle() {
    func headline(_ text: String, _ title: String?) -> String? {
      let article = Article(id: "a", text: text, title: title)
      return article.headline.map { article.text[$0] }
    }
    #expect(headline("Talks end in Minsk\n\nThey did.", "Talks end in Minsk") == "Talks end in Minsk")
    #expect(headline("\n TALKS END, IN MINSK!\r\nThey did.", "Talks end in “Minsk”") == "TALKS END, IN MINSK!")
    #expect(headline("They did.\nTalks end in Minsk", "Talks end in Minsk") == nil)
    #expect(headline("Talks end in Minsk", "Talks end in Minsk") == nil)
    #expect(headline("Talks end in Minsk\n\nThey did.", nil) == nil)
  }
}

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2018", "2018"), ("2018-01", "2018-01"), ("2018-01-05", "2018-01-05"), ("20180105", "2018-01-05"),
    ("2018-01-05T23:59:59Z", "2018-01-05"), ("2018-01-05 10:00", "2018-01-05"), ("2024-02-29", "2024-02-29"),
  ])
  func readable(text: String, date: String) {
    #expect(CalendarDate(text)?.description == date)
  }

  @Test(arguments: [
    "", "2018-1-5", "2018-13-01", "2023-02-29", "5 January 2018", "0000-01-01", "2018-01-05-01", "-2018",
  ])
  func unreadable(text: String) {
    #expect(CalendarDate(text) == nil)
  }
}

@Suite struct SourceTextTests {
  @Test func offsetsCountAsPythonDoes() {
    let text = String(repeating: "Łódź 🧀 e\u{301} ", count: 20)
    let source = SourceText(text)
    var codePoints = 0
    var bytes = 0
    for scalar in text.unicodeScalars {
      #expect(source.codePointOffset(UTF8Offset(bytes)).value == codePoints)
      codePoints += 1
      bytes += UTF8.width(scalar)
    }
    #expect(source.codePointOffset(UTF8Offset(bytes)).value == codePoints)
  }
}
