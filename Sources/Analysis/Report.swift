public import Archive
import Chancery

/// All that the analyses tell of two actors as one document, every line with the articles behind it.
public struct Report: Sendable {
  private let first: PartyFilter
  private let second: PartyFilter
  private let blocks: [Block]
  private let notes: Footnotes

  fileprivate enum Block {
    case heading(String)
    case paragraph(String)
    case table([String], [[String]])
    case series([TimeBin], [(name: String, values: [Double?])])
  }

  /// Draws up the document.
  ///
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public init(
    of first: PartyFilter, and second: PartyFilter, in store: NewsStore, by interval: Interval = .month,
    since: String? = nil,
    until: String? = nil
  ) throws {
    self.first = first
    self.second = second
    var writer = ReportWriter(store)
    let series = try DyadSeries(of: first, and: second, in: store, by: interval, since: since, until: until)
    writer.add(series)
    for (actor, other) in [(first, second), (second, first)] {
      writer.add(
        try WordsAndDeeds(of: actor, toward: [other], in: store, by: interval, since: since, until: until),
        toward: other)
    }
    try writer.add(TurningPoints(series))
    try writer.add(ContactLedger(of: first, and: second, in: store, since: since, until: until))
    for (actor, other) in [(first, second), (second, first)] {
      try writer.add(PromiseLedger(of: actor, to: other, in: store, since: since, until: until), to: other)
    }
    for (actor, other) in [(first, second), (second, first)] {
      try writer.add(Audiences(of: actor, about: other, in: store, since: since, until: until))
    }
    blocks = writer.blocks
    notes = writer.notes
  }

  private var title: String { "\(first.name) and \(second.name)" }
  private static let preface = """
    Drawn up by Chancery from the articles in the notes. Acts are counted by happenings, not by reports, and only where they are vouched \
    for. What a program reads it misreads at times: the notes are there to be opened.
    """

  // MARK: Forms

  /// The document in Markdown, with footnotes.
  public var markdown: String {
    var out = "# \(title)\n\n\(Self.preface)\n"
    for block in blocks {
      switch block {
      case .heading(let text): out += "\n## \(text)\n"
      case .paragraph(let text): out += "\n\(text)\n"
      case .table(let head, let rows):
        func line(_ cells: [String]) -> String {
          "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        out += "\n" + line(head) + line(head.map { _ in "---" }) + rows.map(line).joined()
      case .series(let bins, let lines):
        out += "\n"
        for (name, values) in lines {
          out += "- \(name): `\(Self.spark(values))`, \(bins.first?.name ?? "") to \(bins.last?.name ?? "")\n"
        }
      }
    }
    out += "\n"
    for (place, note) in notes.texts.enumerated() { out += "[^\(place + 1)]: \(note)\n" }
    return out
  }

  /// A series as a line of blocks: ▁ is −10, █ is 10, a space is nothing known.
  private static func spark(_ values: [Double?]) -> String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(
      values.map { value in
        guard let value else { return " " }
        return blocks[min(7, max(0, Int((value + 10) / 20 * 8)))]
      })
  }

  /// The document as a page that needs nothing else: no script, no file beside it.
  public var html: String {
    var out = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title))</title>
      <style>
      body { font: 16px/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
      table { border-collapse: collapse; font-size: 0.875rem; width: 100%; }
      th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem; border-bottom: 1px solid #bbb; }
      svg { width: 100%; height: auto; }
      .words { stroke: #005f9e; } .deeds { stroke: #a33b00; }
      @media (prefers-color-scheme: dark) {
        body { color: #e6e6e6; background: #161616; } a { color: #8cc8ff; } .words { stroke: #6db8f2; } .deeds { stroke: #f2a26d; }
      }
      </style>
      </head>
      <body>
      <main>
      <h1>\(Self.escaped(title))</h1>
      <p>\(Self.escaped(Self.preface))</p>

      """
    for block in blocks {
      switch block {
      case .heading(let text): out += "<h2>\(Self.escaped(text))</h2>\n"
      case .paragraph(let text): out += "<p>\(Self.linked(text))</p>\n"
      case .table(let head, let rows):
        out +=
          "<table>\n<thead><tr>" + head.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
          + "</tr></thead>\n<tbody>\n"
        for row in rows { out += "<tr>" + row.map { "<td>\(Self.linked($0))</td>" }.joined() + "</tr>\n" }
        out += "</tbody>\n</table>\n"
      case .series(let bins, let lines): out += Self.drawing(bins, lines)
      }
    }
    out += "<h2>Notes</h2>\n<ol>\n"
    for (place, note) in notes.texts.enumerated() { out += "<li id=\"note-\(place + 1)\">\(Self.escaped(note))</li>\n" }
    return out + "</ol>\n</main>\n</body>\n</html>\n"
  }

  /// Text with its marks of notes made links.
  private static func linked(_ text: String) -> String {
    var out = ""
    var rest = escaped(text)[...]
    while let start = rest.firstRange(of: "[^"), let end = rest[start.upperBound...].firstIndex(of: "]") {
      let number = rest[start.upperBound..<end]
      out += rest[..<start.lowerBound]
      out += number.allSatisfy(\.isNumber) ? "<sup><a href=\"#note-\(number)\">\(number)</a></sup>" : "[^\(number)]"
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }

  private static func drawing(_ bins: [TimeBin], _ lines: [(name: String, values: [Double?])]) -> String {
    let (width, height) = (720.0, 200.0)
    let step = width / Double(max(1, bins.count))
    func x(_ place: Int) -> String { Table.Cell.measure((Double(place) + 0.5) * step, decimals: 1).text }
    func y(_ value: Double) -> String { Table.Cell.measure(height / 2 - value / 10 * height / 2, decimals: 1).text }
    let names = lines.map(\.name).joined(separator: " and ")
    let span = "\(bins.first?.name ?? "") to \(bins.last?.name ?? "")"
    var out =
      "<svg viewBox=\"0 -10 720 230\" role=\"img\" aria-label=\"\(escaped("\(names), \(span), from -10 to 10"))\">\n"
    out += "<line x1=\"0\" x2=\"720\" y1=\"100\" y2=\"100\" stroke=\"#888\"/>\n"
    for (place, line) in lines.enumerated() {
      let style = place == 0 ? "words" : "deeds"
      // A line breaks where nothing is known; a point alone is a dot.
      var run: [String] = []
      func close() {
        if run.count > 1 {
          out +=
            "<polyline fill=\"none\" stroke-width=\"2\" class=\"\(style)\" points=\"\(run.joined(separator: " "))\"/>\n"
        } else if let point = run.first {
          let at = point.split(separator: ",")
          out += "<circle r=\"3\" class=\"\(style)\" cx=\"\(at[0])\" cy=\"\(at[at.count - 1])\"/>\n"
        }
        run = []
      }
      for (index, value) in line.values.enumerated() {
        if let value { run.append("\(x(index)),\(y(value))") } else { close() }
      }
      close()
      out +=
        "<text x=\"\(4 + 160 * place)\" y=\"216\" font-size=\"12\" fill=\"currentColor\">\(escaped((place == 0 ? "blue: " : "orange: ") + line.name))</text>\n"
    }
    return out + "</svg>\n<p>\(escaped(span)), on PLOVER’s scale from −10, conflict, to 10, cooperation.</p>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}

/// Articles as notes, each once.
private struct Footnotes: Sendable {
  private(set) var texts: [String] = []
  private var places: [String: Int] = [:]

  mutating func mark(_ article: ArticleRow) -> String {
    let place: Int
    if let known = places[article.id] {
      place = known
    } else {
      let parts = [article.title, article.publisher, article.published, article.url].compactMap(\.self)
      texts.append(parts.isEmpty ? article.id : parts.joined(separator: ", ") + " (\(article.id))")
      place = texts.count
      places[article.id] = place
    }
    return "[^\(place)]"
  }
}

/// Puts a report together.
private struct ReportWriter {
  private let store: NewsStore
  private var articles: [String: ArticleRow] = [:]
  fileprivate var blocks: [Report.Block] = []
  fileprivate var notes = Footnotes()

  init(_ store: NewsStore) { self.store = store }

  /// The marks of the articles of events.
  private mutating func marks(_ keys: some Sequence<String>) throws -> String {
    var seen: Set<String> = []
    var out = ""
    for key in keys {
      let id = key.lastIndex(of: "/").map { String(key[..<$0]) } ?? key
      guard seen.insert(id).inserted, seen.count <= 6 else { continue }
      if articles[id] == nil { articles[id] = try store.articleRow(id: id) }
      if let article = articles[id] { out += notes.mark(article) }
    }
    return out
  }

  mutating func add(_ series: DyadSeries) {
    blocks.append(.heading("What they do to each other"))
    let points = series.points[.both] ?? []
    let all = points.flatMap(\.acts)
    let quads = (1...4).map { quad in all.count { $0.category.quadClass == quad } }
    let mean = Scores(all.map(\.category.scale)).mean
    let level = mean.map { " Their mean score is " + Table.Cell.measure($0).text + "." } ?? ""
    blocks.append(
      .paragraph(
        "\(all.count) happenings: \(quads[0]) of verbal cooperation, \(quads[1]) of material cooperation, \(quads[2]) of verbal conflict, "
          + "\(quads[3]) of material conflict.\(level)"))
    blocks.append(
      .series(
        series.coverage.bins,
        [
          ("\(series.first.name) to \(series.second.name)", series.smoothed(.forth)),
          ("\(series.second.name) to \(series.first.name)", series.smoothed(.back)),
        ]))
  }

  mutating func add(_ result: WordsAndDeeds, toward other: PartyFilter) {
    blocks.append(.heading("Words and deeds of \(result.actor.name) toward \(other.name)"))
    guard let counterpart = result.counterparts.first else { return }
    let whole = counterpart.whole
    func written(_ value: Double?) -> String { value.map { Table.Cell.measure($0).text } ?? "none" }
    var text =
      "\(whole.words.count) acts of words, mean \(written(whole.wordsMean)); \(whole.deeds.count) deeds, mean \(written(whole.deedsMean))."
    if let gap = whole.gap {
      text += " The gap is \(written(gap.value)), in 95 of 100 from \(written(gap.low)) to \(written(gap.high))"
      text += gap.low > 0 ? ": it speaks better than it acts." : gap.high < 0 ? ": it acts better than it speaks." : "."
    }
    let beside = Act.Standing.allCases.compactMap { standing in
      counterpart.beside[standing].map { "\($0) \(standing.rawValue)" }
    }
    if !beside.isEmpty { text += " Not counted: " + beside.joined(separator: ", ") + "." }
    blocks.append(.paragraph(text))
    blocks.append(
      .series(
        result.coverage.bins,
        [("words", counterpart.points.map(\.wordsMean)), ("deeds", counterpart.points.map(\.deedsMean))]))
  }

  mutating func add(_ turning: TurningPoints) throws {
    blocks.append(.heading("Turns"))
    if turning.turns.isEmpty {
      blocks.append(.paragraph("No change of level stands out from the spread of single acts."))
    }
    for turn in turning.turns {
      let marks = try marks(turn.acts.flatMap { $0.reports.map(\.key) })
      blocks.append(
        .paragraph(
          "\(turn.bin.name): from \(Table.Cell.measure(turn.before).text) to \(Table.Cell.measure(turn.after).text), by "
            + turn.acts.map(\.category.rawValue).joined(separator: ", ") + ".\(marks)"))
    }
  }

  mutating func add(_ ledger: ContactLedger) throws {
    blocks.append(.heading("Contacts"))
    var rows: [[String]] = []
    for contact in ledger.contacts {
      let days = contact.days.map {
        $0.lowerBound == $0.upperBound ? $0.lowerBound.description : "\($0.lowerBound) to \($0.upperBound)"
      }
      rows.append([
        days ?? "", contact.form.rawValue, contact.level?.name ?? "", contact.place ?? "",
        contact.people.joined(separator: ", "),
        contact.outcome.rawValue + (try marks(contact.reports)),
      ])
    }
    guard !rows.isEmpty else { return blocks.append(.paragraph("None.")) }
    blocks.append(.table(["when", "form", "level", "place", "who", "outcome"], rows))
    if let silence = ledger.longestSilence {
      blocks.append(
        .paragraph(
          "The longest silence: \(silence.to.number - silence.from.number) days, from \(silence.from) to \(silence.to)."
        ))
    }
  }

  mutating func add(_ ledger: PromiseLedger, to other: PartyFilter) throws {
    blocks.append(.heading("Promises of \(ledger.actor.name) to \(other.name)"))
    var rows: [[String]] = []
    for promise in ledger.promises {
      rows.append([
        promise.announced.description, promise.words + (try marks(promise.promisedIn)), promise.due?.description ?? "",
        promise.outcome.rawValue + (try marks(promise.settledIn)),
      ])
    }
    guard !rows.isEmpty else { return blocks.append(.paragraph("None.")) }
    blocks.append(.table(["announced", "what", "due", "what became of it"], rows))
  }

  mutating func add(_ audiences: Audiences) throws {
    let (speaker, subject) = (audiences.speaker.name, audiences.subject.name)
    guard !audiences.contradictions.isEmpty else { return }
    blocks.append(.heading("What \(speaker) says of \(subject) to one and not to another"))
    var rows: [[String]] = []
    for pair in audiences.contradictions.prefix(12) {
      for saying in [pair.first, pair.second] {
        let row = saying.statement
        rows.append([
          saying.audience.name, row.day ?? "", saying.leaning.rawValue, "“\(row.content)”" + (try marks([row.key])),
        ])
      }
    }
    blocks.append(.table(["to", "when", "leaning", "what"], rows))
  }
}
