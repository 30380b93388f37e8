import Foundation
import Testing

extension BrowserSuite {
  @Suite("The keyboard alone")
  struct KeyboardTests {
    private static let focused = "document.activeElement"

    @Test("The first stop skips to the content")
    func skips() async throws {
      try await Browser.onDesk { browser, _ in
        try await browser.open("/happenings")
        try await browser.press(.tab)
        #expect(try await browser.run("return \(Self.focused).className") == "skip")
        let isSeen: Bool = try await browser.run("return \(Self.focused).getBoundingClientRect().left >= 0")
        #expect(isSeen)
        try await browser.press(.enter)
        #expect(try await browser.run("return \(Self.focused).id") == "content")
        try await browser.press(.tab)
        #expect(try await browser.run("return \(Self.focused).id") == "f-actor")
      }
    }

    @Test("From the overview to two actors: names are typed, Enter asks")
    func asks() async throws {
      try await Browser.onDesk { browser, _ in
        try await browser.open("/")
        _ = try await browser.run("document.getElementById('f-a').focus(); return true", as: Bool.self)
        try await browser.type("Turkey")
        try await browser.press(.escape, .tab)
        try await browser.type("Greece")
        try await browser.press(.escape, .enter)
        try await browser.wait(until: "return location.pathname === '/dyad' && document.readyState === 'complete'")
        #expect(try await browser.title == "Turkey and Greece – Chancery")
      }
    }

    @Test(
      "In an article every act is a stop that tells what it is; Enter leads to its entry, the number leads back, Escape closes"
    )
    func article() async throws {
      try await Browser.onDesk { browser, _ in
        try await browser.open("/article?id=2031-01-02-newyear")
        _ = try await browser.run("document.getElementById('content').focus(); return true", as: Bool.self)
        var stops = 0
        while try await !browser.run("return \(Self.focused).matches('.text a.event')", as: Bool.self) {
          try await browser.press(.tab)
          stops += 1
          guard stops < 30 else { throw BrowserError("no act was reached") }
        }
        #expect(try await browser.run("return \(Self.focused).id") == "t-e1")
        try await browser.wait(until: "return !document.querySelector('.card').hidden")
        let card: String = try await browser.run("return document.querySelector('.card').innerText")
        for word in ["SUPPORT", "Rule", "confidence", "Vouched by"] { #expect(card.contains(word), "\(word)") }
        let described: String = try await browser.run(
          "return document.getElementById(\(Self.focused).getAttribute('aria-describedby')).textContent")
        #expect(described.contains("SUPPORT"))
        let ring: String = try await browser.run("return getComputedStyle(\(Self.focused)).outlineStyle")
        #expect(ring == "solid")
        try await browser.press(.escape)
        #expect(try await browser.run("return document.querySelector('.card').hidden"))
        try await browser.press(.enter)
        #expect(try await browser.path.hasSuffix("#e1"))
        try await browser.press(.tab)
        #expect(try await browser.run("return \(Self.focused).getAttribute('href')") == "#t-e1")
        try await browser.press(.enter)
        #expect(try await browser.path.hasSuffix("#t-e1"))
      }
    }
  }
}

extension BrowserSuite {
  @Suite("An article read on the spot")
  struct ReadOnTheSpotTests {
    @Test("What is pasted is shown with its reading")
    func pasted() async throws {
      try await Browser.onDesk { browser, _ in
        try await browser.open("/read")
        try await browser.fill("#r-text", "Japan praised Australia on Monday.")
        try await browser.fill("#r-title", "A <b>headline</b>")
        try await browser.fill("#r-published", "2031-05-06")
        try await browser.click("form.long button")
        try await browser.wait(until: "return !!document.querySelector('.text .event')")
        #expect(try await browser.title == "A <b>headline</b> – Chancery")
        let faults: [String] = try await browser.run(PageChecks.structure)
        #expect(faults.isEmpty, "\(faults)")
        #expect(try await browser.complaints() == [])
      }
    }

    @Test("A file is read, too")
    func uploaded() async throws {
      let file = OpenDesk.folder.appending(path: "uploaded.txt")
      try "Minister quits\n\nSouth Korea thanked Japan on Tuesday for its help.".write(
        to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      try await Browser.onDesk { browser, _ in
        try await browser.open("/read")
        try await browser.fill("#r-file", file.path)
        try await browser.click("form.long button")
        try await browser.wait(until: "return !!document.querySelector('.text .event')")
        #expect(
          try await browser.run(
            "return document.querySelector('.reading > .text').textContent.includes('thanked Japan')"))
      }
    }

    @Test("Nothing, or another language, is answered with what to do")
    func refused() async throws {
      try await Browser.onDesk { browser, _ in
        try await browser.open("/read")
        try await browser.click("form.long button")
        try await browser.wait(
          until:
            "return location.pathname === '/read' && !!document.querySelector('.lead') && !document.querySelector('form.long')"
        )
        #expect(try await browser.run("return document.querySelector('main').innerText.includes('paste one')"))
      }
    }
  }
}
