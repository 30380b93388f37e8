import Testing

/// All that is tested in a real browser, one after the other: a browser takes more than a core. `make browser-test` installs what is
/// needed; elsewhere these tests are left out.
@Suite("In a browser", .serialized, .enabled(if: ChromeDriver.isInstalled, Comment(rawValue: ChromeDriver.hint)))
struct BrowserSuite {}
