import Articles
import Language

/// Documents from parses written by hand: a sentence a string, a word a line: form, lemma, part of speech, number of the
/// head in the sentence, relation. A form after `~` follows without white space; `¶` before a sentence begins a paragraph.
enum HandParsed {
  static func document(_ sentences: String..., attributions: [Attribution] = []) -> Document {
    var text = ""
    var tokens: [Token] = []
    var ranges: [Range<Int>] = []
    for sentence in sentences {
      var lines = sentence.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      lines.removeAll { $0.isEmpty }
      var isParagraph = false
      if lines.first?.first == "¶" {
        isParagraph = true
        lines.removeFirst()
      }
      let base = tokens.count
      for (index, cells) in lines.enumerated() where cells.count >= 5 {
        var form = cells[0]
        if form.hasPrefix("~") {
          form.removeFirst()
          if let last = tokens.indices.last { tokens[last].spaceAfter = false }
        } else if !text.isEmpty {
          text += index == 0 && isParagraph ? "\n\n" : " "
        }
        let start = text.utf8.count
        text += form
        let head = Int(cells[3]) ?? 0
        tokens.append(
          Token(
            span: Span(start, text.utf8.count), lemma: cells[1], upos: cells[2],
            head: head == 0 ? .root : .token(base + head - 1), deprel: cells[4]))
      }
      ranges.append(base..<tokens.count)
    }
    return Document(text: SourceText(text), tokens: tokens, sentences: ranges, attributions: attributions)
  }
}
