import Testing

@testable import Articles

@Suite struct FeedTests {
  @Test func rss2() throws {
    let taken = Taken(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Strelsau Courier</title><link>https://courier.example/</link><language>en-gb</language>
      <item><title>Talks &amp; treaties</title><link>https://courier.example/1?a=1&amp;b=2</link><guid>tag:courier,1</guid>
      <pubDate>Tue, 05 Mar 2024 23:00:00 GMT</pubDate><dc:creator><![CDATA[Flavia Rassendyll]]></dc:creator>
      <description>Short.</description>
      <content:encoded><![CDATA[\(News.paragraphs)<p>The post <a href="x">Talks</a> appeared first on <a href="y">Courier</a>.</p>]]></content:encoded></item>
      <item><title>Second</title><link>https://courier.example/2</link><author>a@courier.example (Anton Hope)</author>
      <description>&lt;p&gt;One&amp;nbsp;line.&lt;/p&gt;</description></item>
      </channel></rss>
      """)
    #expect(taken.problems.isEmpty)
    try #require(taken.articles.count == 2)
    let first = taken.articles[0]
    #expect(first.id == "tag:courier,1")
    #expect(first.text.string == News.text)
    #expect(first.title == "Talks & treaties")
    #expect(first.published == CalendarDate("2024-03-05"))
    #expect(first.publisher == "Strelsau Courier")
    #expect(first.byline == "Flavia Rassendyll")
    #expect(first.url == "https://courier.example/1?a=1&b=2")
    #expect(first.language == "en")
    #expect(taken.articles[1].id == "https://courier.example/2")
    #expect(taken.articles[1].text.string == "One line.")
    #expect(taken.articles[1].byline == "Anton Hope")
  }

  @Test func atom() throws {
    let taken = Taken(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Strelsau Courier</title><id>urn:f</id>
      <entry><id>urn:1</id><title type="html">Talks &amp;amp; treaties</title><link rel="edit" href="https://courier.example/edit"/>
      <link href="https://courier.example/1"/><published>2024-03-05T23:00:00Z</published><updated>2024-03-07T00:00:00Z</updated>
      <author><name>Flavia Rassendyll</name><uri>https://courier.example/f</uri></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\(News.paragraphs)</div></content></entry>
      <entry><id>urn:2</id><title>Plain</title><updated>2024-03-07T00:00:00Z</updated><summary type="text">Fewer than &lt;5&gt; came.</summary>
      <source><id>urn:g</id><title>Gazette</title></source></entry>
      </feed>
      """)
    #expect(taken.problems.isEmpty)
    try #require(taken.articles.count == 2)
    #expect(taken.articles[0].id == "urn:1")
    #expect(taken.articles[0].title == "Talks & treaties")
    #expect(taken.articles[0].text.string == News.text)
    #expect(taken.articles[0].published == CalendarDate("2024-03-05"))
    #expect(taken.articles[0].byline == "Flavia Rassendyll")
    #expect(taken.articles[0].url == "https://courier.example/1")
    #expect(taken.articles[1].text.string == "Fewer than <5> came.")
    #expect(taken.articles[1].published == CalendarDate("2024-03-07"))
    #expect(taken.articles.map(\.publisher) == ["Strelsau Courier", "Gazette"])
  }

  @Test func rss1() throws {
    let taken = Taken(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://courier.example/"><title>Strelsau Courier</title></channel>
      <item rdf:about="https://courier.example/1"><title>Talks</title><link>https://courier.example/1</link>
      <description>\(News.lead)</description><dc:date>2024-03-05T08:00:00+01:00</dc:date></item></rdf:RDF>
      """)
    #expect(taken.articles.map(\.id) == ["https://courier.example/1"])
    #expect(taken.articles.first?.text.string == News.lead)
    #expect(taken.articles.first?.published == CalendarDate("2024-03-05"))
  }

  @Test func charactersOfHTMLAndFalseCharacterSets() {
    let head = #"<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><guid>1</guid><description>"#
    let tail = "</description></item></channel></rss>"
    #expect(Taken(head + "Caf&eacute;&nbsp;closed" + tail).articles.first?.text.string == "Café closed")
    #expect(Taken(head + "“Café”" + tail).articles.first?.text.string == "“Café”")
    let windows = Array(head.utf8) + [0x93, 0x43, 0x61, 0x66, 0xE9, 0x94] + Array(tail.utf8)
    #expect(Taken(windows).articles.first?.text.string == "“Café”")
  }

  @Test func entriesBeforeAFlawAreRead() {
    let taken = Taken(
      "<rss><channel><item><guid>1</guid><description>One.</description></item><item><guid>2</guid><description>Two & </b></description>"
    )
    #expect(taken.articles.map(\.id) == ["1"])
    #expect(taken.problems.map(\.kind) == [.markup])
    #expect(taken.problems.first?.message.contains("no well-formed XML") == true)
  }

  @Test func entriesWithoutTextAndFeedsWithoutEntries() {
    let taken = Taken(
      "<rss><channel><item><guid>1</guid><title>T</title></item><item><guid>2</guid><description>Two.</description></item></channel></rss>"
    )
    #expect(taken.articles.map(\.id) == ["2"])
    #expect(taken.problems.map(\.kind) == [.textless])
    #expect(Taken("<rss><channel></channel></rss>").problems.map(\.kind) == [.empty])
  }
}
