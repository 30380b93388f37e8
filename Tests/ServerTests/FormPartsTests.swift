import Testing

@testable import Server

@Suite struct FormPartsTests {
  private func parts(_ media: String, _ body: String) throws -> FormParts {
    try FormParts(Question.RequestContent(media: media, bytes: Array(body.utf8)))
  }

  @Test func fieldsAndFilesAreTakenApart() throws {
    let form = try parts(
      "multipart/form-data",
      """
      ------x\r
      Content-Disposition: form-data; name="text"\r
      \r
      one\r\n\r\n------y two\r
      ------x\r
      Content-Disposition: form-data; name="file"; filename="news.txt"\r
      Content-Type: text/plain\r
      \r
      \u{FEFF}three\r
      ------x--\r\n
      """)
    #expect(form.text("text") == "one\r\n\r\n------y two")
    #expect(form.file("file")?.file == "news.txt" && form.file("file")?.text == "\u{FEFF}three")
    #expect(form.text("file") == nil && form.text("title") == nil)
  }

  @Test func aFileThatWasNotChosenIsNone() throws {
    let form = try parts(
      "multipart/form-data",
      "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--x--\r\n")
    #expect(form.file("file") == nil)
  }

  @Test func fieldsOfAPlainFormAreTakenApart() throws {
    let form = try parts("application/x-www-form-urlencoded", "text=a+%26%0Ab&title=")
    #expect(form.text("text") == "a &\nb" && form.text("title") == nil)
  }

  @Test(arguments: [
    "", "--", "--x", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nno end",
    "--x\r\nno head\r\n--x--\r\n", "text",
  ])
  func whatIsNotWholeIsRefused(body: String) {
    #expect(throws: Problem.self) { try parts("multipart/form-data", body) }
  }
}
