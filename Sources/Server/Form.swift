import HTTPTypes

/// The form of an answer.
enum Form: String, Sendable, Hashable, CaseIterable {
  case json, csv, ndjson, html

  /// The media type that is sent.
  var media: String {
    switch self {
    case .json: "application/json"
    case .csv: "text/csv; charset=utf-8; header=present"
    case .ndjson: "application/x-ndjson"
    case .html: "text/html; charset=utf-8"
    }
  }

  /// The media type without its parameters.
  var plainMedia: String { String(media.prefix { $0 != ";" }) }

  /// The form that a request takes best.
  ///
  /// - Parameters:
  ///   - forms: Those that there are, the usual one first.
  ///   - accept: What the request says it takes (RFC 9110, 12.5.1); `nil` for anything.
  /// - Throws: ``Problem`` where it takes none of them.
  static func negotiated(_ forms: [Form], accept: String?) throws -> Form {
    guard let usual = forms.first else { return .json }
    guard let accept, !accept.allSatisfy(\.isWhitespace) else { return usual }
    let ranges = accept.split(separator: ",").map(MediaRange.init)
    let qualities = forms.map { form in
      (form, ranges.filter { $0.covers(form.plainMedia) }.max { $0.precision < $1.precision }?.quality ?? 0)
    }
    let best = qualities.reduce((usual, 0)) { $1.1 > $0.1 ? $1 : $0 }
    guard best.1 > 0 else {
      throw Problem(
        .noSuchForm, "the answer can be had as \(forms.map(\.plainMedia).joined(separator: ", ")); ask for one of these"
      )
    }
    return best.0
  }

  /// `text/*;q=0.5`
  private struct MediaRange {
    let range: String
    var quality = 1.0

    init(_ text: Substring) {
      let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      range = parts.first ?? ""
      for part in parts.dropFirst() where part.hasPrefix("q=") {
        quality = Double(part.dropFirst(2)).flatMap { (0...1).contains($0) ? $0 : nil } ?? 0
      }
    }

    var precision: Int { range == "*/*" ? 0 : range.hasSuffix("/*") ? 1 : 2 }

    func covers(_ media: String) -> Bool {
      range == "*/*" || range == media || range.hasSuffix("/*") && media.hasPrefix(range.dropLast())
    }
  }
}
