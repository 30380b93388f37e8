import Articles

extension ConllU {
  /// Writes a document: its comments, or, where it has none, `# newpar`, `# sent_id` and `# text`; names stand in the last
  /// column. Linear in its length.
  public static func write(_ document: Document) -> String {
    let tags = nameTags(document)
    var out = ""
    out.reserveCapacity(document.tokens.count * 48)
    for (k, sentence) in document.sentences.enumerated() where !sentence.isEmpty {
      if k < document.comments.count, !document.comments[k].isEmpty {
        for comment in document.comments[k] { out += "\(comment)\n" }
      } else {
        if document.comments.isEmpty, k == 0 || startsParagraph(document, sentence.lowerBound) { out += "# newpar\n" }
        out += "# sent_id = \(k + 1)\n# text = \(oneLine(document.text(sentence)))\n"
      }
      var multiwordEnd = sentence.lowerBound
      for i in sentence {
        let token = document.tokens[i]
        if let multiword = token.multiword, i >= multiwordEnd {
          multiwordEnd = i + 1
          while multiwordEnd < sentence.upperBound, document.tokens[multiwordEnd].multiword == multiword {
            multiwordEnd += 1
          }
          let number = i - sentence.lowerBound + 1
          let last = multiwordEnd - sentence.lowerBound
          let tight = document.tokens[multiwordEnd - 1].spaceAfter ? "_" : "SpaceAfter=No"
          if last > number {
            out += "\(number)-\(last)\t\(oneLine(document.text[multiword]))\t_\t_\t_\t_\t_\t_\t_\t\(tight)\n"
          }
        }
        let inside = i < multiwordEnd && token.multiword != nil && multiwordEnd - i + (i - sentence.lowerBound) > 0
        write(document, i, sentence, tag: tags[i], tight: !inside && !token.spaceAfter, to: &out)
      }
      out += "\n"
    }
    return out
  }

  private static func write(
    _ document: Document, _ i: Int, _ sentence: Range<Int>, tag: String?, tight: Bool, to out: inout String
  ) {
    let token = document.tokens[i]
    out += String(i - sentence.lowerBound + 1)
    out += "\t"
    out += oneLine(document.form(i))
    out += "\t"
    out += token.lemma.isEmpty ? "_" : oneLine(token.lemma)
    out += "\t"
    out += token.upos
    out += "\t_\t"
    out += token.feats
    out += "\t"
    if token.deprel == "_" {
      out += "_"
    } else {
      switch token.head {
      case .root: out += "0"
      case .token(let head): out += String(head - sentence.lowerBound + 1)
      }
    }
    out += "\t"
    out += token.deprel
    out += "\t_\t"
    switch (tag, tight) {
    case (nil, false): out += "_"
    case (nil, true): out += "SpaceAfter=No"
    case (let tag?, false): out += "NER=\(tag)"
    case (let tag?, true): out += "NER=\(tag)|SpaceAfter=No"
    }
    out += "\n"
  }

  private static func nameTags(_ document: Document) -> [String?] {
    var tags = [String?](repeating: nil, count: document.tokens.count)
    for name in document.names {
      for i in name.tokens where tags.indices.contains(i) {
        tags[i] = (i == name.tokens.lowerBound ? "B-" : "I-") + name.kind.rawValue
      }
    }
    return tags
  }

  /// Whether an empty line goes before a token.
  static func startsParagraph(_ document: Document, _ token: Int) -> Bool {
    token > 0
      && Gap(document.text.utf8, document.tokens[token - 1].span.end, document.tokens[token].span.start) == .paragraph
  }

  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 32 }) || text.unicodeScalars.contains(where: isBreak) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(isBreak(scalar) ? " " : scalar) }
    return String(out)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 32 && scalar.properties.isWhitespace || [0x85, 0x2028, 0x2029].contains(scalar.value)
  }
}

/// What stands before a word: the names and the order are those of training.
enum Gap: Int32 {
  /// Nothing.
  case none
  /// White space within a line.
  case space
  /// A line's end.
  case line
  /// An empty line, or the text's beginning.
  case paragraph

  /// What stands between two places.
  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    if start >= end {
      self = .none
      return
    }
    var lines = 0
    for i in start..<end where bytes[i] == 10 { lines += 1 }
    self = lines == 0 ? .space : lines == 1 ? .line : .paragraph
  }
}
