/// The sentences of PETRARCH's XML, each an article of its own, so that what is coded compares with what PETRARCH codes:
/// `<Sentences><Sentence date="20150105" id="AFP-1_1" source="AFP"><Text>…</Text></Sentence></Sentences>`.
final class SentencesSource: ArticleSource {
  private let events: XMLEvents
  private let name: String
  private let published: CalendarDate?
  private var count = 0
  private var hasEnded = false

  init(_ source: any ByteSource, intake: Intake) {
    events = XMLEvents(source)
    name = source.name
    published = intake.published
  }

  func next() throws(ArticleProblem) -> ArticleStep? {
    while !hasEnded {
      let event: XMLEvent?
      do throws(ArticleProblem) { event = try events.event() } catch {
        hasEnded = true
        throw error
      }
      switch event {
      case .start(_, "Sentence", let attributes):
        count += 1
        return try sentence(attributes)
      case nil:
        hasEnded = true
        if count == 0 {
          throw ArticleProblem(.empty, source: name, "there is no <Sentence> in it; see whether it is PETRARCH's XML")
        }
      default: break
      }
    }
    return nil
  }

  private func sentence(_ attributes: [String: String]) throws(ArticleProblem) -> ArticleStep {
    var text = ""
    var size = 0
    var isText = false
    reading: while true {
      let event: XMLEvent?
      do throws(ArticleProblem) { event = try events.event() } catch {
        hasEnded = true
        throw error
      }
      switch event {
      case .start(_, "Text", _): isText = true
      case .end(_, "Text"): isText = false
      case .text(let piece) where isText:
        size += piece.utf8.count
        if size <= ArticleLimits.textBytes { text += piece }
      case .end(_, "Sentence"), nil: break reading
      default: break
      }
    }
    let id = attributes["id"]?.collapsed ?? ""
    func problem(_ kind: ArticleProblem.Kind, _ message: String) -> ArticleProblem {
      ArticleProblem(kind, source: name, "sentence \(id.isEmpty ? String(count) : id): \(message)")
    }
    guard size <= ArticleLimits.textBytes else {
      throw problem(.size, "the text has \(size) bytes, more than the \(ArticleLimits.textBytes) that are read")
    }
    let words = text.collapsed
    guard !words.isEmpty else { throw problem(.empty, "there is no <Text>; give the sentence") }
    guard !id.isEmpty else { throw problem(.record, "there is no id; give each sentence one of its own") }
    var warnings: [ArticleProblem] = []
    let date = attributes["date"].flatMap { CalendarDate($0) }
    if date == nil, let written = attributes["date"], !written.isEmpty {
      warnings.append(problem(.date, "the date \"\(written.prefix(40))\" cannot be read; write 20150105"))
    }
    let article = Article(
      id: id, text: words, published: date ?? published,
      publisher: attributes["source"].flatMap { $0.isEmpty ? nil : $0 })
    return .article(article, warnings: warnings)
  }
}
