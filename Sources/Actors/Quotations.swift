import Articles
import Language

/// What stands between quotation marks, and which attribution each word is the content of.
struct Quotations {
  /// The quotation that each token lies in; -1 outside of any.
  let quotation: [Int32]
  /// The attribution whose content holds each token; -1 where none does.
  let attribution: [Int32]

  init(_ document: Document, _ tree: DocumentTree) {
    let bytes = document.text.utf8
    var quotation = [Int32](repeating: -1, count: tree.count)
    var isOpen = false
    var number: Int32 = -1
    var end = 0
    for token in 0..<tree.count {
      let span = document.tokens[token].span
      // Paragraphs end what they leave open: of a speech that goes on, each begins with a mark of its own.
      if isOpen, end < span.start, span.start <= bytes.count, bytes[end..<span.start].contains(UInt8(ascii: "\n")) {
        isOpen = false
      }
      end = span.end
      switch tree.part[token] == .punctuation ? tree.lower[token] : "" {
      case "“", "``", "«":
        isOpen = true
        number += 1
      case "”", "''", "»": isOpen = false
      case "\"":
        isOpen.toggle()
        if isOpen { number += 1 }
      default: if isOpen { quotation[token] = number }
      }
    }
    self.quotation = quotation
    var attribution = [Int32](repeating: -1, count: tree.count)
    for (index, one) in document.attributions.enumerated() {
      for range in one.content {
        for token in range.clamped(to: 0..<tree.count) where attribution[token] < 0 {
          attribution[token] = Int32(index)
        }
      }
    }
    self.attribution = attribution
  }
}
