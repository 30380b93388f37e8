import Archive
import Chancery
import HTTPTypes

/// A row that is served in every form.
protocol ServedRow: Sendable {
  static var csvHeader: String { get }
  var csv: String { get }
  var json: JSON { get }
  /// What goes on after it.
  var key: String { get }
}

extension EventRow: ServedRow {}
extension StatementRow: ServedRow {}
extension FigureRow: ServedRow {}

extension Answer {
  /// A page of rows.
  ///
  /// - Parameter rows: One more than the question's limit where there are more.
  static func page(_ rows: [some ServedRow], to question: Question) -> Answer {
    page(
      rows.prefix(question.limit).map { $0 }, next: rows.count > question.limit ? rows[question.limit - 1].key : nil,
      to: question)
  }

  private static func page<Row: ServedRow>(_ rows: [Row], next: String?, to question: Question) -> Answer {
    var answer: Answer
    switch question.form {
    case .csv:
      answer = Answer(media: Form.csv.media, text: ([Row.csvHeader] + rows.map(\.csv)).map { $0 + "\r\n" }.joined())
    case .ndjson: answer = Answer(media: Form.ndjson.media, text: rows.map { $0.json.line + "\n" }.joined())
    case .json, .html:
      let items = rows.map(\.json.line).joined(separator: ",\n")
      answer = Answer(
        media: Form.json.media, text: "{\"items\": [\n\(items)], \"next\": \(JSON.optional(next).line)}\n")
    }
    if let next {
      answer.fields[.link] = "<\(question.address([(QueryParameters.after.name, next)]))>; rel=\"next\""
    }
    return answer
  }
}

extension HTTPField.Name {
  /// Where there is more (RFC 8288).
  static var link: Self { Self("Link") ?? .location }
}
