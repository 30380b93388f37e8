import Testing

@testable import Articles

@Suite struct PageTests {
  private func article(_ html: String) throws -> Article {
    let taken = Taken(html, named: "a.html")
    return try #require(taken.articles.first, "\(taken.problems)")
  }

  @Test func textIsParagraphsWithoutTitle() throws {
    let article = try article(News.page())
    #expect(article.text.string == News.text)
    #expect(article.title == "Ruritania puts off treaty")
    #expect(article.id == "a")
  }

  @Test func furnitureIsLeftOut() throws {
    let article = try article(
      """
      <html><body class="single has-sidebar"><header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
      <div class="cookie-notice"><p>We use cookies to make this site better, to count visits, and to show you advertisements.</p></div>
      <div id="wrap"><div class="main-column"><h1>Ruritania puts off treaty</h1><p class="byline">By Flavia Rassendyll</p>
      <div class="share-bar"><span>Share this on every network you have, please, and do it at once.</span></div>
      <figure><img src="a.jpg"><figcaption>The foreign minister, seen here in Strelsau, speaks to the press. Photo: A. Hope</figcaption></figure>
      \(News.paragraphs)
      <div class="related-articles"><h3>More on this</h3><p>Soldiers fired at a patrol boat on the river, in what witnesses called a mistake.</p></div>
      <p>Advertisement</p>
      <form class="newsletter"><p>Sign up for our newsletter, which comes each morning, and tells you what matters.</p></form></div>
      <aside><p>Weather in Strelsau: rain in the morning, then wind, and some sun towards the evening.</p></aside></div>
      <section id="comments"><p>I have never read such nonsense in my life, and I have read a great deal of it.</p>
      <p>The minister is right, and everybody who lives near the border knows it well enough.</p></section>
      <footer><p>Copyright by the Strelsau Courier, all rights reserved, and do not copy it, please.</p></footer></body></html>
      """)
    #expect(article.text.string == News.text)
    #expect(article.byline == "Flavia Rassendyll")
  }

  @Test func headingsListsQuotesAndTablesOfTheTextStay() throws {
    let article = try article(
      News.page(
        body: """
          <p>\(News.lead)</p><h2>What the treaty says</h2><ul><li>Border posts open at six in the morning.</li><li>Patrols wear white.</li></ul>
          <blockquote>We shall not sign.</blockquote><p>\(News.body)</p>
          <table><tr><td>Ruritania</td><td>41 posts</td></tr></table><p>\(News.end)</p><h2>More from the world</h2>
          """))
    #expect(
      article.text.string == """
        \(News.lead)

        What the treaty says

        Border posts open at six in the morning.

        Patrols wear white.

        We shall not sign.

        \(News.body)

        Ruritania

        41 posts

        \(News.end)
        """)
  }

  @Test func charactersAndSpacesAreSetRight() throws {
    let article = try article(
      News.page(
        body: """
          <p>The  minister&nbsp;said:\n &ldquo;We shall\tnot sign&rdquo; &mdash; caf&eacute; &amp; all, in <b>Strel</b>sau &lt;today&gt;.<br><br>
          A second para\u{AD}graph\u{200B} follows, in the same element, and has a break<br>within it.</p><p>\(News.end)</p>
          """))
    #expect(
      article.text.string == """
        The minister said: “We shall not sign” — café & all, in Strelsau <today>.

        A second paragraph follows, in the same element, and has a break
        within it.

        \(News.end)
        """)
  }

  @Test func namesThatWouldMeanFurnitureDoNotWhereTheTextIs() throws {
    let article = try article(
      "<html><body><div class='post tag-politics share-enabled hidden'>\(News.paragraphs)</div><p>Menu</p></body></html>"
    )
    #expect(article.text.string == News.text)
  }

  @Test func metadataFromLinkedData() throws {
    let article = try article(
      News.page(
        title: "Ruritania puts off treaty - Courier", heading: "",
        head: """
          <link rel="canonical" href="https://courier.example/world/treaty">
          <script type="application/ld+json">{"@context": "http://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
          {"@type": "NewsArticle", "headline": "Ruritania &amp; the treaty", "datePublished": "2024-03-05T23:30:00+01:00",
           "author": [{"@type": "Person", "name": "Flavia Rassendyll"}, {"@type": "Person", "name": "Anton Hope"}],
           "publisher": {"@type": "Organization", "name": "Strelsau Courier"}, "inLanguage": "en-GB"}]}</script>
          """))
    #expect(article.title == "Ruritania & the treaty")
    #expect(article.published == CalendarDate("2024-03-05"))
    #expect(article.byline == "Flavia Rassendyll, Anton Hope")
    #expect(article.publisher == "Strelsau Courier")
    #expect(article.url == "https://courier.example/world/treaty")
    #expect(article.language == "en")
  }

  @Test func metadataFromMetaElements() throws {
    let article = try article(
      News.page(
        title: "Ruritania puts off treaty | Strelsau Courier", heading: "",
        head: """
          <meta property="og:site_name" content="Strelsau Courier"><meta property="og:title" content="Ruritania puts off treaty | Strelsau Courier">
          <meta name="author" content="By Flavia Rassendyll"><meta property="article:published_time" content="2024-03-05T10:00:00Z">
          <meta property="og:url" content="https://courier.example/treaty">
          """))
    #expect(article.title == "Ruritania puts off treaty")
    #expect(article.published == CalendarDate("2024-03-05"))
    #expect(article.byline == "Flavia Rassendyll")
    #expect(article.publisher == "Strelsau Courier")
  }

  @Test func dayFromTheMarkupOrTheAddress() throws {
    #expect(
      try article(News.page(body: "<time>March 5, 2024</time>" + News.paragraphs)).published
        == CalendarDate("2024-03-05"))
    let linked = News.page(head: "<link rel='canonical' href='https://courier.example/2024/03/05/treaty/'>")
    #expect(try article(linked).published == CalendarDate("2024-03-05"))
    #expect(try article(linked).publisher == "courier.example")
    let saved = "<!-- saved from url=(0038)https://courier.example/2023/11/30/treaty -->" + News.page()
    #expect(try article(saved).url == "https://courier.example/2023/11/30/treaty")
    #expect(try article(saved).published == CalendarDate("2023-11-30"))
  }

  @Test func pageThatOnlyScriptsWouldFillIsReadFromLinkedData() throws {
    let body = (1...6).map { "\(News.lead) Point \($0)." }.joined(separator: " ")
    let article = try article(
      "<html><head><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"\(body)\"}</script></head><body><div id='root'></div></body></html>"
    )
    #expect(article.text.string == body)
  }

  @Test func pageWithoutTextIsAProblem() {
    let taken = Taken("<html><body><img src='a.png'></body></html>", named: "a.html")
    #expect(taken.problems.map(\.kind) == [.textless])
    #expect(Taken("", named: "a.html").problems.map(\.kind) == [.empty])
  }

  @Test func scriptsAndCommentsNeverShow() throws {
    let article = try article(
      News.page(
        body:
          "<script>if (a < b) { document.write('<p>Not this, which is long enough, and reads as prose.</p>') }</script>"
          + "<!-- <p>Nor this, which is long enough, and reads as prose does.</p> --><style>p { color: red }</style>"
          + "<svg><text>Nor this, which is a drawing's text, and no prose.</text></svg>" + News.paragraphs))
    #expect(article.text.string == News.text)
  }
}
