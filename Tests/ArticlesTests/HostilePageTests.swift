import Testing

@testable import Articles

@Suite struct HostilePageTests {
  @Test func pageOfAHundredMegabytes() {
    let page = Array(News.page().utf8) + [UInt8](repeating: 0x20, count: 100_000_000)
    let taken = Taken(page, named: "a.html")
    #expect(taken.problems.map(\.kind) == [.size])
  }

  @Test func textWithoutEnd() {
    let page = "<html><body>" + String(repeating: "<", count: ArticleLimits.textBytes + 1)
    #expect(Taken(page, named: "a.html").problems.map(\.kind) == [.size])
  }

  @Test(arguments: ["<div>", "<b>", "<font size=1>", "<table><tr><td>", "<svg><g>"])
  func elementsNestedAHundredThousandDeep(tag: String) {
    let taken = Taken("<html><body>" + String(repeating: tag, count: 100_000) + News.lead, named: "a.html")
    #expect(taken.articles.count + taken.problems.count == 1)
    #expect(taken.problems.allSatisfy { [.markup, .textless].contains($0.kind) })
  }

  @Test func elementsNestedAsDeepAsTheyMayBe() {
    let page = String(repeating: "<div class=hidden>", count: WebPage.depth - 10) + News.paragraphs
    #expect(Taken("<html><body>" + page, named: "a.html").articles.map(\.text.string) == [News.text])
  }

  @Test func formattingThatEveryParagraphOpensAgain() {
    // Each paragraph opens all unclosed elements anew, so that the tree would take gigabytes.
    let open = (0..<2000).map { "<font size=\($0)>" }.joined()
    let taken = Taken("<html><body><p>" + open + String(repeating: "<p>x", count: 20_000), named: "a.html")
    #expect(taken.problems.map(\.kind) == [.markup])
  }

  @Test func unclosedConstructs() {
    for piece in ["<script>", "<!-- ", "<style>", "<p title=\"", "<", "</", "<svg", "&#x", "<![CDATA["] {
      let taken = Taken(News.page(body: News.paragraphs) + piece, named: "a.html")
      #expect(taken.articles.map(\.text.string) == [News.text])
    }
  }
}
