import Foundation

/// A browser under remote control, as W3C's WebDriver has it.
struct Browser: Sendable {
  /// Keys that are no letters.
  enum Key: String { case tab = "\u{E004}", enter = "\u{E007}", escape = "\u{E00C}", shift = "\u{E008}" }

  /// A line of the browser's console.
  struct LogLine: Decodable, Sendable {
    var level: String
    var message: String
  }

  private let session: URL
  /// Where addresses begin: the desk.
  private let desk: String

  /// Opens a window.
  ///
  /// - Parameter runsScripts: Whether pages' scripts are run.
  init(_ driver: ChromeDriver, desk: String, width: Int = 1280, height: Int = 900, runsScripts: Bool = true)
    async throws
  {
    struct Opened: Decodable { var sessionId: String }
    self.desk = desk
    let root = driver.address.appending(path: "session")
    var options: [String: Any] = [
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-prefers-reduced-motion",
        "--window-size=\(width),\(height)",
      ]
    ]
    if !runsScripts { options["prefs"] = ["profile.managed_default_content_settings.javascript": 2] }
    let body: [String: Any] = [
      "capabilities": [
        "alwaysMatch": [
          "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"],
        ] as [String: Any]
      ]
    ]
    let opened: Opened = try await Self.send("POST", root, body)
    session = root.appending(path: opened.sessionId)
  }

  func close() async { _ = try? await Self.send("DELETE", session, nil) as Ignored }

  // MARK: Pages

  func open(_ path: String) async throws {
    let _: Ignored = try await Self.send("POST", session.appending(path: "url"), ["url": desk + path])
  }

  var title: String { get async throws { try await Self.send("GET", session.appending(path: "title"), nil) } }

  /// The address of the page without the desk's.
  var path: String {
    get async throws {
      let address: String = try await Self.send("GET", session.appending(path: "url"), nil)
      return address.hasPrefix(desk) ? String(address.dropFirst(desk.count)) : address
    }
  }

  /// What a script returns.
  func run<Value: Decodable>(_ script: String, as type: Value.Type = Value.self) async throws -> Value {
    try await Self.send(
      "POST", session.appending(path: "execute/sync"), ["script": script, "args": [] as [String]] as [String: Any])
  }

  /// Waits until a script returns true.
  func wait(until script: String, seconds: Double = 10) async throws {
    let end = Date() + seconds
    while try await !run(script, as: Bool.self) {
      guard Date() < end else { throw BrowserError("it did not come true: \(script)") }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// What the console said since it was last asked.
  func console() async throws -> [LogLine] {
    try await Self.send("POST", session.appending(path: "se/log"), ["type": "browser"])
  }

  // MARK: Keys

  func press(_ keys: Key...) async throws { for key in keys { try await type(key.rawValue) } }

  /// Types at what has the focus.
  func type(_ text: String) async throws {
    let keys = text.map { key -> [[String: String]] in
      [["type": "keyDown", "value": String(key)], ["type": "keyUp", "value": String(key)]]
    }.flatMap(\.self)
    let body: [String: Any] = ["actions": [["type": "key", "id": "keyboard", "actions": keys] as [String: Any]]]
    let _: Ignored = try await Self.send("POST", session.appending(path: "actions"), body)
  }

  // MARK: Elements

  /// What a screen reader calls an element.
  func name(of selector: String) async throws -> String {
    try await Self.send("GET", try await element(selector).appending(path: "computedlabel"), nil)
  }

  /// Types into a field; for a file, its path.
  func fill(_ selector: String, _ text: String) async throws {
    let _: Ignored = try await Self.send("POST", try await element(selector).appending(path: "value"), ["text": text])
  }

  func click(_ selector: String) async throws {
    let _: Ignored = try await Self.send(
      "POST", try await element(selector).appending(path: "click"), [:] as [String: String])
  }

  private func element(_ selector: String) async throws -> URL {
    let found: [String: String] = try await Self.send(
      "POST", session.appending(path: "element"), ["using": "css selector", "value": selector])
    guard let id = found.values.first else { throw BrowserError("there is no \(selector)") }
    return session.appending(path: "element/\(id)")
  }

  // MARK: Looks

  /// What a page is shown on.
  func emulate(media: String = "", scheme: String = "light") async throws {
    try await command(
      "Emulation.setEmulatedMedia",
      ["media": media, "features": [["name": "prefers-color-scheme", "value": scheme]]])
  }

  func resize(width: Int, height: Int) async throws {
    try await command(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// The whole page as a picture, cut at 8,000 pixels.
  func picture() async throws -> Data {
    struct Picture: Decodable { var data: String }
    let size: [Double] = try await run(
      "return [document.documentElement.clientWidth, Math.min(8000, document.documentElement.scrollHeight)]")
    let clip: [String: Double] = ["x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1]
    let picture: Picture = try await Self.send(
      "POST", session.appending(path: "goog/cdp/execute"),
      [
        "cmd": "Page.captureScreenshot",
        "params": ["format": "png", "captureBeyondViewport": true, "clip": clip] as [String: Any],
      ] as [String: Any])
    guard let data = Data(base64Encoded: picture.data) else { throw BrowserError("the picture cannot be read") }
    return data
  }

  private func command(_ name: String, _ parameters: [String: Any]) async throws {
    let _: Ignored = try await Self.send(
      "POST", session.appending(path: "goog/cdp/execute"), ["cmd": name, "params": parameters] as [String: Any])
  }

  // MARK: Wire

  private struct Ignored: Decodable { init(from decoder: any Decoder) {} }
  private struct Answer<Value: Decodable>: Decodable { var value: Value }
  private struct Fault: Decodable {
    var error: String
    var message: String
  }

  private static func send<Value: Decodable>(_ method: String, _ url: URL, _ body: [String: Any]?) async throws -> Value
  {
    let sent = try body.map { try JSONSerialization.data(withJSONObject: $0) }
    let response = try await PlainHTTP.send(method, url, sent)
    guard response.status == 200 else {
      let fault = try? JSONDecoder().decode(Answer<Fault>.self, from: response.body).value
      throw BrowserError(
        fault.map { "\($0.error): \($0.message)" } ?? String(decoding: response.body, as: UTF8.self))
    }
    return try JSONDecoder().decode(Answer<Value>.self, from: response.body).value
  }
}
