import Testing

@testable import Articles

@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("2018-01-05T23:30:00-05:00", "2018-01-05"), ("Fri, 05 Jan 2018 10:00:00 GMT", "2018-01-05"),
    ("5 Jan 18 10:00 EST", "2018-01-05"), ("January 5, 2018 at 3:00 pm", "2018-01-05"),
    ("Published: 5 January 2018", "2018-01-05"), ("Jan. 5th, 2018", "2018-01-05"), ("2018/01/05", "2018-01-05"),
    ("20180105", "2018-01-05"), ("Updated Sept. 30, 2019", "2019-09-30"), ("yesterday", nil), ("2018-13-45", nil),
    ("May he come", nil), ("31 February 2018", nil),
  ])
  func date(written: String, expected: String?) {
    #expect(WrittenDate.date(written)?.description == expected)
  }

  @Test(arguments: [
    ("https://a.example/2018/01/05/talks", "2018-01-05"), ("https://a.example/2018-01-05-talks.html", "2018-01-05"),
    ("https://a.example/id-201801053", nil), ("https://a.example/1234/56/78/", nil),
  ])
  func dateInURL(url: String, expected: String?) {
    #expect(WrittenDate.date(inURL: url)?.description == expected)
  }
}
