import Mustache
import Testing

@testable import Server

@Suite struct PageTextTests {
  @Test(arguments: [
    ("<b>\"it's\" & more</b>", "&lt;b&gt;&quot;it&#39;s&quot; &amp; more&lt;/b&gt;"),
    // A sign with a combining mark is one character, and still ends an attribute.
    ("\"\u{308} onfocus=x", "&quot;\u{308} onfocus=x"), ("<\u{301}", "&lt;\u{301}"),
    ("a\u{202E}b\u{2069}", "a⟨U+202E⟩b⟨U+2069⟩"), ("\u{1B}[0m\u{0}\u{7F}\u{85}", "␛[0m␀␡⟨U+0085⟩"),
    ("line\n\tnext", "line\n\tnext"), ("Żółć, 漢字, שלום, 👩‍👩‍👧", "Żółć, 漢字, שלום, 👩‍👩‍👧"), ("", ""),
  ])
  func textIsNothingButText(text: String, written: String) {
    #expect(PageText.escaped(text) == written)
  }

  @Test func templatesAreWholeAndWriteWhatTheyNameAsText() throws {
    #expect(PageTemplates.all.faults == [])
    let page = Page(title: "<i>\u{202E}", template: "problem", slots: ["status": "404", "detail": "\"\u{308}<script>"])
    let html = try page.answer().text
    #expect(html.contains("<title>&lt;i&gt;⟨U+202E⟩ – Chancery</title>"))
    #expect(html.contains("&quot;\u{308}&lt;script&gt;"))
  }

  @Test func whatIsNamedButMissingIsNotTakenFromAround() throws {
    var library = MustacheLibrary()
    try library.register("{{#rows}}[{{title}}{{#title}}!{{/title}}{{^title}}-{{/title}}]{{/rows}}", named: "t")
    let slots: Slots = ["title": "outer", "rows": [["title": "inner"] as Slots, ["title": nil] as Slots]]
    #expect(library.render(slots, withTemplate: "t") == "[inner!][-]")
  }
}
