public import Events

extension Reader {
  /// How the events of a reading came about, in their order: of a reading that this reader made.
  public func explanations(of reading: Reading) -> [EventExplanation] {
    coder.explanations(
      of: reading.events, in: reading.document, cast: reading.cast, statements: reading.statements,
      article: reading.article, coding: coding)
  }
}
