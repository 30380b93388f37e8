import Archive
import Chancery

/// All parameters that addresses take, each described once.
enum QueryParameters {
  // MARK: Who

  static let actor = parties("actor", "Who acts: a name, a code (USA, 'USA MIL') or an id; any of several.")
  static let recipient = parties("recipient", "Who is acted on; any of several.", example: "China")
  static let between = parties("between", "Two who act on each other, whoever begins.", .pair)
  static let about = parties("about", "Whom it speaks of; any of several.", example: "China")
  static let saidBy = Parameter(
    "said_by", "Who says so: a name, a code or an id; any of several.", schema: .line(most: mostName), count: .several,
    examples: ["Russia"]
  ) { text, dictionary in
    SpeakerFilter(try name(text), dictionary: dictionary)
  }
  /// One actor, as analyses ask for it.
  static func party(
    _ name: String, _ summary: String, _ count: ParameterCount = .required, example: String = "USA"
  ) -> Parameter<PartyFilter> {
    parties(name, summary, count, example: example)
  }

  private static func parties(
    _ name: String, _ summary: String, _ count: ParameterCount = .several, example: String = "USA"
  ) -> Parameter<PartyFilter> {
    Parameter(
      name, summary, schema: .line(most: mostName), count: count,
      examples: count.range.upperBound == 2 ? [example, "CHN"] : [example]
    ) { text, dictionary in
      try PartyFilter(try Self.name(text), dictionary: dictionary)
    }
  }

  private static let mostName = 200

  private static func name(_ text: String) throws -> String {
    guard !text.allSatisfy(\.isWhitespace) else { throw ParameterFlaw("is empty; give a name, a code or an id") }
    guard text.unicodeScalars.count <= mostName else {
      throw ParameterFlaw("has more than \(mostName) characters; give a name, a code or an id")
    }
    return text
  }

  // MARK: What

  static let category = choices(
    "category", "A category of PLOVER; any of several.", Category.allCases, .several
  ) { $0.rawValue }
  static let modality = choices(
    "modality", "What became of it; any of several.", Modality.allCases, .several
  ) { $0.rawValue }
  static let stance = choices(
    "stance", "What the speaker does by saying it; any of several.", Statement.Stance.allCases, .several
  ) { $0.rawValue }
  static let quad = integer("quad", "A quad class; any of several.", 1...4, count: .several)
  static let cameo = Parameter(
    "cameo", "A CAMEO code, or its first digits; any of several.", schema: .pattern("^[0-9]{1,4}$"), count: .several
  ) { text, _ in
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw ParameterFlaw("takes a code such as 042, or its first digits")
    }
    return text
  }
  static let place = text("place", "Where: a place's name, or a state's three letters.")
  static let unit = text("unit", "A unit: USD, percent, people, rockets; any of several.", count: .several)

  // MARK: When, where and how much

  static let since = day("since", "The first day: a date, or all of a year or month.")
  static let until = day("until", "The last day: a date, or all of a year or month.")
  static let on = day("on", "The day as of which it is asked.")
  static let words = text(
    "text", "Words that the article holds: all of them; \"in quotation marks\" together; OR, NOT, NEAR(a b), word*.")
  static let article = text("article", "One article alone, by its id.")
  static let publisher = text("publisher", "Who published it; any of several.", count: .several)
  static let reports = integer("reports", "How many articles have to report it.", 1...1_000_000, standard: 1)
  static let sources = integer("sources", "By how many independent sources.", 1...1_000_000, standard: 1)
  static let limit = integer("limit", "How many are given at most.", 1...1000, standard: 100)
  static let after = text("after", "Go on after this one: what 'next' holds in the answer before.")
  static let order = choices(
    "order", "Whether the earliest or the latest come first.", Order.allCases, .one, standard: .earliest
  ) { $0.rawValue }

  enum Order: String, Sendable, CaseIterable { case earliest, latest }

  // MARK: What is asked for by name

  static let name = text("name", "A name, as a text has it.", count: .required, example: "Moscow")
  static let q = text(
    "q", "Words: all of them have to stand in an article; \"in quotation marks\" together; OR, NOT, NEAR(a b), word*.",
    count: .required, example: "sanctions")
  static let id = text("id", "The id.", count: .required, place: .path)

  // MARK: The form of the answer

  static let formName = "format"

  /// The form of the answer; without it, the one that the request accepts.
  static func form(_ forms: [Form]) -> Parameter<Form> {
    choices(formName, "The form of the answer; without it, what the field Accept names.", forms, .one) { $0.rawValue }
  }

  // MARK: Kinds of parameters

  /// A text of one line.
  static func text(
    _ name: String, _ summary: String, count: ParameterCount = .one, place: ParameterPlace = .query, most: Int = 1000,
    example: String? = nil
  ) -> Parameter<String> {
    Parameter(
      name, summary, schema: .line(most: most), place: place, count: count, examples: example.map { [$0] } ?? []
    ) { text, _ in
      guard !text.allSatisfy(\.isWhitespace) else { throw ParameterFlaw("is empty; give a value, or leave it out") }
      guard text.unicodeScalars.count <= most else { throw ParameterFlaw("has more than \(most) characters") }
      return text
    }
  }

  /// A whole number.
  static func integer(
    _ name: String, _ summary: String, _ range: ClosedRange<Int>, count: ParameterCount = .one, standard: Int? = nil
  ) -> Parameter<Int> {
    Parameter(name, summary, schema: .integer(range, standard: standard), count: count, standard: standard) { text, _ in
      guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(text), range.contains(number)
      else { throw ParameterFlaw("takes a whole number from \(range.lowerBound) to \(range.upperBound)") }
      return number
    }
  }

  /// A date, year or month.
  static func day(_ name: String, _ summary: String) -> Parameter<CalendarDate> {
    Parameter(name, summary, schema: .pattern(#"^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"#)) {
      text, _ in
      guard let date = CalendarDate(text), date.description == text else {
        throw ParameterFlaw("takes a date (2018-01-05), a month (2018-01) or a year (2018)")
      }
      return date
    }
  }

  /// One of some words.
  static func choices<Value: Sendable>(
    _ name: String, _ summary: String, _ values: [Value], _ count: ParameterCount, standard: Value? = nil,
    spelled: @escaping @Sendable (Value) -> String
  ) -> Parameter<Value> {
    let schema = JSON.choice(values.map(spelled), standard: standard.map(spelled))
    return Parameter(name, summary, schema: schema, count: count, standard: standard) { text, _ in
      guard let value = values.first(where: { spelled($0) == text }) else {
        throw ParameterFlaw("takes \(values.map(spelled).joined(separator: ", "))")
      }
      return value
    }
  }
}
