public import Actors
internal import Articles
public import Language

/// Finds how much: numbers that tell about actors and acts, with their units.
public struct FigureReader: Sendable {
  /// A reader of figures.
  public init() {}

  /// The figures, in the order of the text, none overlapping. Linear in the number of tokens.
  ///
  /// Dates, ages, distances and times of day are none, nor numbers that name things ("article 5", "the two sides").
  ///
  /// - Parameters:
  ///   - dates: The document's expressions of time: their numbers are theirs.
  ///   - cast: Whose the figures may be.
  public func figures(in document: Document, dates: [DateExpression], cast: Cast) -> [Figure] {
    let figures = Session(document, dates).figures()
    return FigureRelations(document: document, dates: dates, cast: cast).related(figures)
  }

  private struct Session {
    let document: Document
    let dates: [DateExpression]
    let words: [String]
    let tree: DependencyTree
    let isTime: [Bool]

    init(_ document: Document, _ dates: [DateExpression]) {
      self.document = document
      self.dates = dates
      words = document.tokens.indices.map { document.form($0).lowercased() }
      tree = DependencyTree(document)
      var isTime = [Bool](repeating: false, count: words.count)
      for date in dates { for token in date.tokens { isTime[token] = true } }
      self.isTime = isTime
    }

    func word(_ i: Int) -> String { words.indices.contains(i) ? words[i] : "" }
    func upos(_ i: Int) -> String { words.indices.contains(i) ? document.tokens[i].upos : "" }

    func figures() -> [Figure] {
      var figures: [Figure] = []
      var i = 0
      while i < words.count {
        guard !isTime[i], let number = number(at: i), let figure = figure(number) else {
          i += 1
          continue
        }
        figures.append(figure)
        i = max(i + 1, figure.tokens.upperBound)
      }
      return figures
    }

    // MARK: Numbers

    struct Number {
      var value: Double
      var tokens: Range<Int>
      var isDigits: Bool
    }

    /// "1.28 trillion", "28,500", "six", "twenty-five".
    func number(at i: Int) -> Number? {
      var value: Double
      var end = i + 1
      let isDigits: Bool
      if let digits = digits(word(i)) {
        value = digits
        isDigits = true
      } else if let small = TimeWords.numbers[word(i)], !["a", "an"].contains(word(i)) {
        value = Double(small)
        isDigits = false
        if small >= 20, word(end) == "-", let more = TimeWords.numbers[word(end + 1)], more < 10 {
          value += Double(more)
          end += 2
        }
      } else if FigureWords.magnitudes[word(i)] != nil, word(i).count > 3, ["a", "an"].contains(word(i - 1)) {
        // "a million", "a dozen"
        value = FigureWords.magnitudes[word(i)] ?? 1
        isDigits = false
      } else if let attached = attached(word(i)) {
        value = attached
        isDigits = true
      } else {
        return nil
      }
      if word(end) == "-", FigureWords.magnitudes[word(end + 1)] != nil, word(end + 1).count > 2 { end += 1 }
      while let magnitude = FigureWords.magnitudes[word(end)], word(end).count > 2 || isDigits,
        word(end) != "k" || isDigits
      {
        value *= magnitude
        end += 1
        // "three hundred and fifty thousand"
        if let rest = TimeWords.numbers[word(end)] ?? (word(end) == "and" ? TimeWords.numbers[word(end + 1)] : nil),
          magnitude == 100, !isDigits
        {
          value += Double(rest)
          end += word(end) == "and" ? 2 : 1
        }
      }
      return Number(value: value, tokens: i..<end, isDigits: isDigits)
    }

    /// "28,500", "1.28".
    private func digits(_ word: String) -> Double? {
      guard let first = word.utf8.first, (48...57).contains(first) else { return nil }
      let groups = word.split(separator: ",", omittingEmptySubsequences: false)
      guard groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }) || groups.count == 1 else {
        return nil
      }
      let plain = word.filter { $0 != "," }
      guard plain.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else { return nil }
      return Double(plain)
    }

    /// "40m", "1.2bn".
    private func attached(_ word: String) -> Double? {
      let number = word.prefix { $0.isNumber || $0 == "." || $0 == "," }
      guard !number.isEmpty, let magnitude = FigureWords.magnitudes[String(word.dropFirst(number.count))],
        let value = digits(String(number))
      else { return nil }
      return value * magnitude
    }

    // MARK: Figures

    private func figure(_ number: Number) -> Figure? {
      if let money = money(number) { return money }
      if let percent = percent(number) { return percent }
      return count(number)
    }

    private func make(
      _ number: Number, _ tokens: Range<Int>, unit: String, of measure: Int?, around head: Int
    ) -> Figure {
      let (bound, first) = bound(before: tokens.lowerBound)
      let all = first..<tokens.upperBound
      return Figure(
        tokens: all, span: document.span(all), value: number.value, unit: unit,
        of: measure.map { phrase(of: $0, beside: number.tokens) }, bound: bound,
        period: dates.nearest(to: head, in: document),
        measure: measure)
    }

    /// A noun with what stands close before it, and what it is of or in where that is short: "trade surplus", "investment in Africa".
    /// Of a verb the word alone.
    private func phrase(of noun: Int, beside figure: Range<Int>) -> String {
      guard ["NOUN", "PROPN"].contains(upos(noun)) else { return document.text(noun..<noun + 1) }
      var low = noun
      while low > 0, !figure.contains(low - 1), document.tokens[low - 1].head == .token(noun),
        ["amod", "compound"].contains(document.tokens[low - 1].deprel), word(low - 1) != "such"
      { low -= 1 }
      var high = noun + 1
      let behind = tree.dependents(of: noun).first { dependent in
        dependent > noun && dependent - noun <= 4 && document.tokens[dependent].deprel == "nmod"
          && tree.dependents(of: dependent).contains {
            document.tokens[$0].deprel == "case" && ["of", "in", "to", "with", "from"].contains(word($0))
          }
      }
      if let behind, !isTime[behind], !(high..<behind).contains(where: figure.contains), !figure.contains(behind) {
        high = behind + 1
      }
      return document.text(low..<high)
    }

    /// "at least", "about": the words before a number that say how exact it is.
    private func bound(before i: Int) -> (Figure.Bound?, first: Int) {
      var found: (Figure.Bound?, first: Int) = (nil, i)
      for (lists, bound) in [
        (FigureWords.least, Figure.Bound.least), (FigureWords.most, .most), (FigureWords.about, .about),
      ] {
        for list in lists where i >= list.count && list.count > i - found.first {
          if (0..<list.count).allSatisfy({ word(i - list.count + $0) == list[$0] }) { found = (bound, i - list.count) }
        }
      }
      return found
    }

    private func money(_ number: Number) -> Figure? {
      let before = number.tokens.lowerBound - 1
      let after = number.tokens.upperBound
      if before >= 0, let sign = FigureWords.signs[word(before)] {
        var first = before
        var unit = sign
        // "US $", "A $", "CA $"
        if before > 0, word(before) == "$", let joint = FigureWords.signs[word(before - 1) + "$"],
          document.tokens[before - 1].span.end == document.tokens[before].span.start
        {
          unit = joint
          first = before - 1
        }
        return make(number, first..<after, unit: unit, of: measured(number.tokens.upperBound - 1), around: before)
      }
      // "1.28 trillion yuan", "20 million Australian dollars", "a 5-million-euro loan"
      var at = word(after) == "-" ? after + 1 : after
      let adjective = word(at)
      if ["ADJ", "PROPN"].contains(upos(at)), FigureWords.currencies[singular(word(at))] == nil {
        at += ["hong", "new", "sri"].contains(word(at)) ? 2 : 1
      }
      let noun = singular(word(at))
      guard let currency = FigureWords.currencies[noun], ["NOUN", "PROPN", "SYM"].contains(upos(at)) else { return nil }
      let unit =
        at > after
        ? FigureWords.adjectives[noun]?[adjective] ?? FigureWords.adjectives[noun]?[word(at - 1)] ?? currency : currency
      var counted = number
      if noun == "cent" { counted.value /= 100 }
      return make(counted, number.tokens.lowerBound..<at + 1, unit: unit, of: measured(at), around: at)
    }

    private func percent(_ number: Number) -> Figure? {
      var at = number.tokens.upperBound
      if word(at) == "-" { at += 1 }
      let end: Int
      if ["%", "percent", "pct"].contains(word(at)) {
        end = at + 1
      } else if word(at) == "per", word(at + 1) == "cent" {
        end = at + 2
      } else if word(at) == "percentage", ["point", "points"].contains(word(at + 1)) {
        end = at + 2
      } else {
        return nil
      }
      guard word(end) != "sure", word(end) != "certain" else { return nil }
      return make(number, number.tokens.lowerBound..<end, unit: "percent", of: measured(end - 1), around: end - 1)
    }

    private func count(_ number: Number) -> Figure? {
      let i = number.tokens.lowerBound
      let last = number.tokens.upperBound - 1
      // Names ("Article 5", "G7"), scores, ages, footnotes, fractions.
      guard
        ![
          "no.", "number", "article", "chapter", "section", "resolution", "flight", "page", "#", "/", ":", "age",
          "aged", "route", "highway", "channel",
        ].contains(word(i - 1)),
        upos(i - 1) != "PROPN" || document.tokens[i].deprel != "nummod" || document.tokens[i].head != .token(i - 1),
        !["/", ":"].contains(word(last + 1)),
        !(word(last + 1) == "-" && ["year", "day", "hour", "week", "month", "minute", "mile"].contains(word(last + 2)))
      else { return nil }
      let (bound, _) = bound(before: i)
      let noun = counted(number)
      if let noun {
        let lemma = document.tokens[noun].lemma.lowercased()
        guard !FigureWords.leftOut.contains(lemma), !isTime[noun] else { return nil }
        if number.value == 1, bound == nil || bound == .about { return nil }
        // "the two sides", "both", "these three".
        if number.value <= 5, ["the", "these", "those", "both", "their", "its", "other"].contains(word(i - 1)),
          !isPeople(noun) || FigureWords.parties.contains(lemma)
        {
          return nil
        }
        if number.value <= 3, bound == nil, FigureWords.parties.contains(lemma) { return nil }
        let unit = isPeople(noun) ? "people" : plural(noun)
        let isBeside = noun > last && noun - last < 7
        let end = isBeside ? noun + 1 : last + 1
        return make(
          number, i..<end, unit: unit, of: isBeside ? noun : measured(last), around: noun)
      }
      // "wounding 120", "21 were freed".
      guard let verb = document.tokens[i].head.index, FigureWords.harms.contains(document.tokens[verb].lemma),
        ["obj", "nsubj:pass", "nsubj"].contains(document.tokens[i].deprel), number.value >= 2
      else { return nil }
      return make(number, i..<last + 1, unit: "people", of: verb, around: verb)
    }

    /// The noun that a number counts: what it modifies, or what stands after "of" ("21 of the girls").
    private func counted(_ number: Number) -> Int? {
      for i in number.tokens.reversed() where ["NUM", "NOUN"].contains(upos(i)) {
        let token = document.tokens[i]
        if let head = token.head.index, !number.tokens.contains(head),
          token.deprel.hasPrefix("nummod") || token.deprel == "compound"
        {
          guard upos(head) == "NOUN" || upos(head) == "PROPN" && head > i || upos(head) == "ADJ" else { return nil }
          return head > i ? head : nil
        }
        for dependent in tree.dependents(of: i)
        where document.tokens[dependent].deprel.hasPrefix("nmod") && dependent > i {
          let isOf = tree.dependents(of: dependent).contains {
            document.tokens[$0].deprel == "case" && word($0) == "of"
          }
          if isOf, upos(dependent) == "NOUN" || upos(dependent) == "PROPN" { return dependent }
        }
      }
      return nil
    }

    private func isPeople(_ noun: Int) -> Bool {
      let form = word(noun)
      if FigureWords.people.contains(form) || FigureWords.people.contains(document.tokens[noun].lemma.lowercased()) {
        return true
      }
      if FigureWords.peopleDespite.contains(form) { return true }
      if FigureWords.things.contains(form) { return false }
      // "2.6 million Palestinians"
      if upos(noun) == "PROPN", form.hasSuffix("s"), document.tokens[noun].feats.contains("Number=Plur") { return true }
      return FigureWords.endings.contains { form.hasSuffix($0) && form.count > $0.count + 2 }
    }

    private func plural(_ noun: Int) -> String {
      let form = word(noun)
      if document.tokens[noun].feats.contains("Number=Plur") || form.hasSuffix("s") { return form }
      return form.hasSuffix("y") ? form.dropLast() + "ies" : form + "s"
    }

    private func singular(_ word: String) -> String {
      word.hasSuffix("s") && word.count > 3 ? String(word.dropLast()) : word
    }

    /// What money or a share is of: the noun that it modifies, the next that hangs on it, or what rose or fell by it.
    private func measured(_ last: Int) -> Int? {
      var unit = last
      if let sign = document.tokens[last].head.index, sign < last, last - sign <= 4,
        FigureWords.signs[word(sign)] != nil
      {
        unit = sign
      }
      let token = document.tokens[unit]
      if let head = token.head.index, head > unit,
        ["compound", "nummod", "nmod"].contains(where: token.deprel.hasPrefix), upos(head) == "NOUN"
      {
        return head
      }
      for dependent in tree.dependents(of: unit)
      where dependent > unit && document.tokens[dependent].deprel.hasPrefix("nmod") {
        if ["NOUN", "PROPN"].contains(upos(dependent)) { return dependent }
      }
      if tree.dependents(of: unit).contains(where: { document.tokens[$0].deprel == "cop" }) {
        return tree.dependents(of: unit).first { document.tokens[$0].deprel == "nsubj" && upos($0) != "PRON" }
      }
      // "trade reached 1.28 trillion yuan", "exports fell by 30 percent", "a loan worth $2 million", "a budget of €3 billion".
      guard let head = token.head.index else { return nil }
      if upos(head) == "NOUN", head < unit, ["nmod", "acl", "appos"].contains(where: token.deprel.hasPrefix) {
        return head
      }
      let verb = upos(head) == "ADJ" && word(head) == "worth" ? document.tokens[head].head.index ?? head : head
      if upos(verb) == "NOUN" { return verb }
      guard FigureWords.amounting.contains(document.tokens[verb].lemma) || verb != head else { return nil }
      return tree.dependents(of: verb).first {
        ["nsubj", "nsubj:pass"].contains(document.tokens[$0].deprel) && ["NOUN", "PROPN"].contains(upos($0))
      }
    }
  }
}
