extension Browser {
  /// Opens a browser on the desk of all tests, and closes it whatever happens.
  static func onDesk(
    width: Int = 1280, height: Int = 900, runsScripts: Bool = true, _ body: (Browser, OpenDesk) async throws -> Void
  ) async throws {
    let desk = try await OpenDesk.shared.value
    let driver = try ChromeDriver()
    let outcome: Result<Void, any Error>
    do {
      let browser = try await Browser(
        driver, desk: desk.address, width: width, height: height, runsScripts: runsScripts)
      try await body(browser, desk)
      await browser.close()
      outcome = .success(())
    } catch { outcome = .failure(error) }
    await driver.end()
    try outcome.get()
  }

  /// What the console says against a page, but for addresses that answer 404 or 400, as they should.
  func complaints() async throws -> [String] {
    try await console().filter { $0.level == "SEVERE" || $0.level == "WARNING" }.map(\.message)
      .filter { !$0.contains("Failed to load resource: the server responded with a status of 40") }
  }
}
