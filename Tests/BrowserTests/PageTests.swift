import Archive
import Chancery
import Foundation
import Testing

extension BrowserSuite {
  @Suite("Pages in a browser")
  struct PageTests {
    /// A page: what its picture is called, and where it is.
    struct Shown: Sendable, CustomStringConvertible {
      let name: String
      let path: String
      var description: String { name }
    }

    static let pages = [
      Shown(name: "overview", path: "/"), Shown(name: "happenings", path: "/happenings"),
      Shown(
        name: "happenings-filtered",
        path: "/happenings?actor=Turkey&recipient=Greece&modality=&since=2031-02&until=2031-03"),
      Shown(name: "actors", path: "/actor"), Shown(name: "actor", path: "/actor?actor=TUR"),
      Shown(name: "person", path: "/actor?actor=TUR/orhan-demirkan"), Shown(name: "dyads", path: "/dyad"),
      Shown(name: "dyad", path: "/dyad?a=TUR&b=GRC"), Shown(name: "audiences", path: "/audiences?actor=TUR&about=RUS"),
      Shown(name: "audiences-form", path: "/audiences"), Shown(name: "schedule", path: "/schedule"),
      Shown(name: "map", path: "/map"), Shown(name: "search", path: "/search?q=missiles"),
      Shown(name: "search-form", path: "/search"), Shown(name: "read", path: "/read"),
      Shown(name: "guide", path: "/guide"),
      Shown(name: "article", path: "/article?id=2031-03-28-brussels"),
      Shown(name: "not-found", path: "/article?id=nowhere"),
      Shown(name: "unknown-actor", path: "/actor?actor=Nowheria"),
    ]

    private static let pictures = OpenDesk.folder.appending(path: "screenshots")

    private func keep(_ picture: Data, _ name: String) throws {
      try FileManager.default.createDirectory(at: Self.pictures, withIntermediateDirectories: true)
      try picture.write(to: Self.pictures.appending(path: name + ".png"))
    }

    /// All addresses, and a happening that several articles report.
    private func pages(_ desk: OpenDesk) throws -> [Shown] {
      var query = HappeningQuery()
      query.leastReports = 3
      query.limit = 1
      return Self.pages
        + (try desk.store.happenings(query).map { Shown(name: "happening", path: "/happening?id=\($0.id)") })
    }

    @Test("Each page says what it is, has its landmarks, names and captions, and the console has nothing against it")
    func structure() async throws {
      try await Browser.onDesk { browser, desk in
        var titles: Set<String> = []
        for page in try pages(desk) {
          try await browser.open(page.path)
          let title = try await browser.title
          #expect(title.hasSuffix(" – Chancery") && title.count > 12, "\(page): \(title)")
          titles.insert(title)
          let faults: [String] = try await browser.run(PageChecks.structure)
          #expect(faults.isEmpty, "\(page): \(faults)")
          for selector in try await browser.run(PageChecks.reachable, as: [String].self) {
            let name = try await browser.name(of: selector)
            #expect(name.contains { !$0.isWhitespace }, "\(page): \(selector) has no name")
          }
          let complaints = try await browser.complaints()
          #expect(complaints.isEmpty, "\(page): \(complaints)")
        }
        #expect(titles.count >= Self.pages.count - 1, "titles that tell pages apart: \(titles.sorted())")
      }
    }

    @Test("Texts stand out from what is behind them, on light and on dark; pictures of all pages are kept")
    func looks() async throws {
      try await Browser.onDesk { browser, desk in
        for page in try pages(desk) {
          for scheme in ["light", "dark"] {
            try await browser.emulate(scheme: scheme)
            try await browser.open(page.path)
            let faults: [String] = try await browser.run(PageChecks.contrast)
            #expect(faults.isEmpty, "\(page), \(scheme): \(faults)")
            try keep(try await browser.picture(), "\(page)-\(scheme)")
          }
        }
      }
    }

    @Test("No page is wider than a telephone, and paper has neither forms nor navigation")
    func forms() async throws {
      try await Browser.onDesk { browser, desk in
        for page in try pages(desk) {
          try await browser.resize(width: 390, height: 844)
          try await browser.emulate()
          try await browser.open(page.path)
          let faults: [String] = try await browser.run(PageChecks.structure)
          #expect(faults.isEmpty, "\(page), narrow: \(faults)")
          try keep(try await browser.picture(), "\(page)-narrow")
          try await browser.resize(width: 794, height: 1123)
          try await browser.emulate(media: "print")
          let shown: Bool = try await browser.run(
            "return [...document.querySelectorAll('nav, .masthead form, form.ask')].some((part) => part.checkVisibility())"
          )
          #expect(!shown, "\(page), on paper")
          try keep(try await browser.picture(), "\(page)-print")
        }
      }
    }

    @Test("Without scripts the tables are there")
    func withoutScripts() async throws {
      try await Browser.onDesk(runsScripts: false) { browser, _ in
        for path in ["/dyad?a=TUR&b=GRC", "/actor?actor=TUR", "/map"] {
          try await browser.open(path)
          // What the driver itself runs is not the page's.
          let rows: Int = try await browser.run(
            "return [...document.querySelectorAll('tbody tr')].filter((row) => row.checkVisibility()).length")
          let drawn: Int = try await browser.run(
            "return document.querySelectorAll('canvas, .leaflet-container').length")
          #expect(rows > 5 && drawn == 0, "\(path): \(rows) rows, \(drawn) drawn")
        }
      }
    }

    @Test("With the libraries, charts and the map are drawn from the tables")
    func drawn() async throws {
      try await Browser.onDesk { browser, _ in
        try await browser.open("/dyad?a=TUR&b=GRC")
        #expect(try await browser.run("return document.querySelectorAll('figure canvas').length") == 4)
        try await browser.open("/map")
        try await browser.wait(until: "return document.querySelectorAll('.map path').length > 150")
        #expect(try await browser.complaints() == [])
      }
    }
  }
}
