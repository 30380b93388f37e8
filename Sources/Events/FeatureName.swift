/// The name of something seen, known by its hash: weights are looked up for millions of them, so they are not spelt out but where
/// somebody wants to read them.
struct FeatureName: Sendable {
  /// The 64-bit FNV-1a hash of its UTF-8.
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The name itself, where it is to be read.
  private(set) var text: String?

  init(isRead: Bool) { text = isRead ? "" : nil }

  init(_ name: String) {
    self.init(isRead: false)
    append(name)
  }

  mutating func append(_ part: some StringProtocol) {
    text?.append(contentsOf: part)
    for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}

/// What is seen of something, name by name.
struct FeatureList: Sendable {
  /// A feature, and whether it is weighed together with an act's mode, and not with its category alone.
  struct Feature: Sendable {
    var hash: UInt64
    var meetsMode: Bool
  }

  private(set) var features: [Feature] = []
  /// The names, where they are to be read.
  private(set) var names: [String]?

  init(isRead: Bool) { names = isRead ? [] : nil }

  /// Notes a feature whose name is made of parts.
  mutating func add(
    _ a: String, _ b: String = "", _ c: String = "", _ d: String = "", meetsMode: Bool = false
  ) {
    var name = FeatureName(isRead: names != nil)
    name.append(a)
    name.append(b)
    name.append(c)
    name.append(d)
    add(name, meetsMode: meetsMode)
  }

  mutating func add(_ name: FeatureName, meetsMode: Bool = false) {
    features.append(Feature(hash: name.hash, meetsMode: meetsMode))
    if let text = name.text { names?.append(text) }
  }

  /// Forgets all features from a number on.
  mutating func keep(_ count: Int) {
    features.removeLast(features.count - count)
    if let read = names { names = Array(read.prefix(count)) }
  }
}
