public import Actors
import Language

/// A name that the dictionary does not know, with the sentence that has it first in its article.
public struct UnknownMention: Sendable, Hashable {
  /// The name, and what the article tells of it.
  public var name: UnknownName
  /// The article's id.
  public var article: String
  /// The sentence.
  public var sentence: String

  /// A name with its article and sentence.
  public init(name: UnknownName, article: String, sentence: String) {
    self.name = name
    self.article = article
    self.sentence = sentence
  }
}

/// The names that the dictionary does not know, counted over many articles.
public struct NameTally: Sendable {
  /// A name with its counts.
  public struct Row: Sendable, Hashable {
    /// The name, in its most frequent spelling.
    public var name: String
    /// "person" or "organization", by the encoder.
    public var kind: String
    /// How often it stands.
    public var count: Int
    /// In how many articles.
    public var articles: Int
    /// What Chancery makes of it without a record: code and sectors, as most articles tell.
    public var reading: String
    /// The first article that has it.
    public var article: String
    /// The sentence there.
    public var example: String
  }

  private struct Entry {
    var row: Row
    var spellings: [(text: String, count: Int)] = []
    var readings: [(text: String, count: Int)] = []
  }

  private var entries: [Entry] = []
  private var index: [String: Int] = [:]

  /// A tally of nothing.
  public init() {}

  /// Counts the names of one article.
  public mutating func add(_ mentions: [UnknownMention]) {
    for mention in mentions {
      let name = mention.name
      let kind = name.kind == .person ? "person" : "organization"
      let key = "\(kind) \(ActorDictionary.folded(name.name))"
      let reading = ([name.code] + name.sectors).filter { !$0.isEmpty }.joined(separator: " ")
      let at: Int
      if let known = index[key] {
        at = known
      } else {
        at = entries.count
        index[key] = at
        entries.append(
          Entry(
            row: Row(
              name: name.name, kind: kind, count: 0, articles: 0, reading: reading, article: mention.article,
              example: mention.sentence.split(whereSeparator: \.isWhitespace).joined(separator: " "))))
      }
      entries[at].row.count += name.count
      entries[at].row.articles += 1
      Self.count(name.name, name.count, in: &entries[at].spellings)
      Self.count(reading, 1, in: &entries[at].readings)
    }
  }

  private static func count(_ text: String, _ number: Int, in counts: inout [(text: String, count: Int)]) {
    if let at = counts.firstIndex(where: { $0.text == text }) {
      counts[at].count += number
    } else {
      counts.append((text, number))
    }
  }

  /// The names, those of the most articles first, then those that stand most often, then in the order of their first.
  ///
  /// - Parameter least: In how many articles a name has to stand.
  public func rows(least: Int = 1) -> [Row] {
    func most(_ counts: [(text: String, count: Int)]) -> String? {
      counts.enumerated().max { ($0.element.count, -$0.offset) < ($1.element.count, -$1.offset) }?.element.text
    }
    return entries.enumerated().filter { $0.element.row.articles >= least }
      .sorted { a, b in
        let (x, y) = (a.element.row, b.element.row)
        return (-x.articles, -x.count, a.offset) < (-y.articles, -y.count, b.offset)
      }
      .map { _, entry in
        var row = entry.row
        row.name = most(entry.spellings) ?? row.name
        row.reading = most(entry.readings) ?? row.reading
        return row
      }
  }

  /// The names of the columns of ``Row/csv``, as a line of RFC 4180 without its end.
  public static let csvHeader = "name,kind,count,articles,reading,article,example"
}

extension NameTally.Row {
  /// A line of RFC 4180, without its end.
  public var csv: String {
    [name, kind, String(count), String(articles), reading, article, example].map(CSV.quoted).joined(separator: ",")
  }
}
