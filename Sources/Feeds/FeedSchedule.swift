/// When each of several feeds is asked next.
///
/// A feed is asked every so often; one that fails half as often each time, at most once a day, and as its server asks. So that
/// no server is pressed, only one is asked at a time, and those of one host some seconds apart.
public struct FeedSchedule: Sendable {
  /// One feed.
  public struct Feed: Sendable, Hashable {
    /// Its address.
    public var url: String
    /// By what to ask whether it has changed.
    public var validator = Validator()
    /// How often it has failed in a row.
    public var failures = 0
    /// When it is due, in seconds.
    public var due: Double
  }

  /// The feeds, in their order.
  public private(set) var feeds: [Feed]
  private let interval: Double
  private let pause: Double
  private var hosts: [String: Double] = [:]

  /// Feeds that are all due now.
  ///
  /// - Parameters:
  ///   - validators: What servers said of feeds before, by the feeds' addresses.
  ///   - interval: The seconds between two questions for a feed.
  ///   - pause: The seconds between two questions to a host.
  public init(
    _ urls: [String], validators: [String: Validator] = [:], interval: Double, pause: Double = 2, now: Double
  ) {
    feeds = urls.map { Feed(url: $0, validator: validators[$0] ?? Validator(), due: now) }
    self.interval = interval
    self.pause = pause
  }

  /// The feed to ask next, and when; `nil` where there is none.
  public func next() -> (index: Int, at: Double)? {
    feeds.indices.map { (index: $0, at: max(feeds[$0].due, hosts[Self.host(of: feeds[$0].url)] ?? 0)) }
      .min { ($0.at, $0.index) < ($1.at, $1.index) }
  }

  /// A feed was asked and answered.
  public mutating func answered(_ index: Int, validator: Validator?, now: Double) {
    if let validator { feeds[index].validator = validator }
    feeds[index].failures = 0
    feeds[index].due = now + interval
    hosts[Self.host(of: feeds[index].url)] = now + pause
  }

  /// A feed was asked in vain.
  ///
  /// - Parameter retryAfter: The seconds after which the server asks to be asked again.
  public mutating func failed(_ index: Int, retryAfter: Int?, now: Double) {
    feeds[index].failures = min(feeds[index].failures + 1, 20)
    let doubled = interval * Double(1 << min(feeds[index].failures, 20))
    feeds[index].due = now + max(min(doubled, 86_400), Double(min(retryAfter ?? 0, 7 * 86_400)))
    hosts[Self.host(of: feeds[index].url)] = now + pause
  }

  /// The host of an address, in small letters.
  static func host(of url: String) -> String {
    let rest = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    return rest.lowercased()
  }
}
