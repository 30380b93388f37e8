import Testing

@testable import Articles

@Suite struct ArticleFormatTests {
  @Test(arguments: [
    ("{\"id\": \"1\"}", "a.txt", ArticleFormat.jsonl), ("<!doctype html>", "a.txt", .html), ("\n<HTML>", "a", .html),
    ("<!-- saved --><div>", "a", .html), ("<?xml version='1.0'?><!-- x --><rss>", "a.html", .feed),
    ("<rdf:RDF", "a", .feed),
    ("<feed xmlns", "a", .feed), ("<Sentences>", "a.xml", .petrarch), ("WARC/1.1\r\n", "a", .warc),
    ("id,text\n1,x\n", "a", .csv), ("Text, and more\n", "a", .text), ("<3 is a heart", "a", .text),
    ("{curly}", "a", .text),
    ("Talks ended.", "a.html", .html), ("", "a.jsonl.gz", .jsonl), ("", "a.CSV", .csv), ("Talks", "html", .text),
  ])
  func contentTellsFirstThenTheName(head: String, name: String, format: ArticleFormat) {
    #expect(ArticleFormat(head: Array(head.utf8)[...], name: name) == format)
  }

  @Test func givenFormatWins() {
    #expect(Taken("<p>One</p>", as: .text).articles.map(\.text.string) == ["<p>One</p>"])
  }

  @Test func fileOfOneArticleIsTold() {
    var page = ArticleReader(path: "/nowhere")
    let isOne = page.holdsOneArticle()
    #expect(!isOne)
    guard case .failure? = page.next() else {
      Issue.record("the problem got lost")
      return
    }
  }
}
