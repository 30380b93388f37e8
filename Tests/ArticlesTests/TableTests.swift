import Testing

@testable import Articles

@Suite struct TableTests {
  @Test func cellsInQuotesHoldLinesAndSeparators() throws {
    let taken = Taken(
      "ID,Headline,Body,Pub_Date,Source,Author,Link\r\n7,\"Talks, at last\",\"They met.\r\n\r\nThey \"\"talked\"\", too.\",2024-03-05,Courier,A. Hope,https://a.example/7\r\n\r\n8,,Done.,\"March 6, 2024\",,,\r\n",
      named: "news.csv")
    #expect(taken.problems.isEmpty)
    try #require(taken.articles.count == 2)
    let first = taken.articles[0]
    #expect(first.id == "7")
    #expect(first.title == "Talks, at last")
    #expect(first.text.string == "They met.\r\n\r\nThey \"talked\", too.")
    #expect(first.published == CalendarDate("2024-03-05"))
    #expect(first.publisher == "Courier")
    #expect(first.byline == "A. Hope")
    #expect(first.url == "https://a.example/7")
    #expect(taken.articles[1].published == CalendarDate("2024-03-06"))
    #expect(taken.articles[1].title == nil)
  }

  @Test(arguments: [";", "\t"]) func otherSeparatorsAndNoIds(separator: String) {
    let taken = Taken(
      ["title", "text"].joined(separator: separator) + "\n" + ["A", "One, two."].joined(separator: separator))
    #expect(taken.articles.map(\.id) == ["file-1"])
    #expect(taken.articles.map(\.text.string) == ["One, two."])
  }

  @Test func tableOfWindows() {
    let taken = Taken(Array("id,text\n1,Caf".utf8) + [0xE9, 0x20, 0x93, 0x61, 0x94, 0x0A] + Array("2,x".utf8))
    #expect(taken.articles.map(\.text.string) == ["Café “a”", "x"])
    #expect(taken.warnings.map(\.kind) == [.encoding])
  }

  @Test func rowsWithFlawsCostThemselvesAlone() {
    let long = String(repeating: "x", count: ArticleLimits.textBytes + 1)
    let taken = Taken("id,text,date\n1,,\n2,\"\(long)\",\n3,ok,soon\n4,fine,2024\n", named: "a.csv")
    #expect(taken.articles.map(\.id) == ["3", "4"])
    #expect(taken.problems.map(\.kind) == [.empty, .size])
    #expect(taken.problems.map(\.line) == [2, 3])
    #expect(taken.warnings.map(\.kind) == [.date])
  }

  @Test func quoteLeftOpenDoesNotFillMemory() {
    let taken = Taken("id,text\n1,\"" + String(repeating: "x\n", count: ArticleLimits.lineBytes), named: "a.csv")
    #expect(taken.articles.isEmpty)
    #expect(taken.problems.map(\.kind) == [.size])
  }

  @Test func tableWithoutTextOrRows() {
    #expect(Taken("a,b\n1,2\n", named: "a.csv").problems.map(\.kind) == [.record])
    #expect(Taken("", named: "a.csv").problems.map(\.kind) == [.empty])
    #expect(Taken("id,text\n", named: "a.csv").problems.map(\.kind) == [.empty])
  }
}
