import Foundation
import Testing

extension BrowserSuite {
  @Suite("Hostile articles")
  struct HostileTests {
    /// Where what the articles hold is shown.
    private static let paths = [
      "/article?id=hostile%2F..%2F%3Cscript%3E%22%26%27", "/article?id=line", "/", "/happenings?since=2031-12-29",
      "/search?q=sanctions", "/search?q=script", "/actor?actor=USA", "/actor?actor=RUS", "/schedule",
      "/audiences?actor=RUS&about=USA", "/dyad?a=USA&b=RUS", "/happenings?text=window",
      "/search?q=%22%3E%3Cscript%3Ewindow.ran%3D10%3C%2Fscript%3E",
      "/actor?actor=%3Cscript%3Ewindow.ran%3D11%3C/script%3E",
      "/nothing%22onfocus=window.ran=12", "/happening?id=%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D13%3E",
    ]

    @Test("Nothing of an article or an address runs, wherever it is shown")
    func nothingRuns() async throws {
      try await Browser.onDesk { browser, _ in
        for path in Self.paths { try await check(path, browser) }
      }
    }

    private func check(_ path: String, _ browser: Browser) async throws {
      try await browser.open(path)
      #expect(try await browser.run("return window.ran === undefined"), "\(path)")
      let foreign: [String] = try await browser.run(
        """
        return [...document.querySelectorAll("script:not([src^='/assets/']), img, svg, iframe, object, [onload], [onerror], \
        [onfocus], [onmouseover], [autofocus], a[href^='javascript']")].map((element) => element.outerHTML);
        """)
      #expect(foreign.isEmpty, "\(path): \(foreign)")
      #expect(try await browser.complaints() == [], "\(path)")
    }

    @Test("Markup, controls and marks of direction are shown as text")
    func isText() async throws {
      try await Browser.onDesk { browser, _ in
        try await browser.open(Self.paths[0])
        let text: String = try await browser.run("return document.querySelector('.reading > .text').textContent")
        for piece in [
          "<script>window.ran = 1</script>", "<img src=x onerror='window.ran = 2'>", "</main>", "{{constructor}}",
          "&lt;b&gt;",
        ] {
          #expect(text.contains(piece), "\(piece)")
        }
        #expect(text.contains("⟨U+202E⟩gnp.exe⟨U+202C⟩"))
        #expect(text.contains("␛[31m"))
        let hidden: Bool = try await browser.run(
          "return /[\\u202A-\\u202E\\u2066-\\u2069\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]/.test(document.documentElement.textContent)"
        )
        #expect(!hidden)
        #expect(try await browser.title.hasPrefix("</title><script>window.ran = 6</script>"))
        let isIsolated: Bool = try await browser.run(
          "return [...document.querySelectorAll('.text p')].every((part) => getComputedStyle(part).unicodeBidi === 'isolate' && part.dir === 'auto')"
        )
        #expect(isIsolated)
      }
    }

    @Test("A line of a megabyte stays within the window")
    func longLine() async throws {
      try await Browser.onDesk(width: 390) { browser, _ in
        try await browser.open("/article?id=line")
        #expect(try await browser.run("return document.querySelector('.reading > .text').textContent.length > 1000000"))
        #expect(
          try await browser.run(
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
        )
      }
    }
  }
}
