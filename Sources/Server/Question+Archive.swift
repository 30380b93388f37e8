import Archive
import Chancery

extension QueryParameters {
  /// Which events.
  static let events: [any ParameterDescription] =
    [actor, recipient, between, cameo, category, quad, modality, saidBy, place] + range
  /// When, in which articles.
  static let range: [any ParameterDescription] = [since, until, words, article]
  /// How many, and from where on.
  static let page: [any ParameterDescription] = [limit, after]
}

extension Question {
  /// How many are asked for.
  var limit: Int { self[QueryParameters.limit] ?? 100 }

  /// The days from which and up to which is asked.
  ///
  /// - Throws: ``Problem`` where the last lies before the first.
  func days() throws -> (since: String?, until: String?) {
    let (since, until) = (self[QueryParameters.since], self[QueryParameters.until])
    if let since, let until, until < since, !since.description.hasPrefix(until.description) {
      throw Problem(
        .badValue, "'until' (\(until)) lies before 'since' (\(since)); give them the other way round",
        parameter: QueryParameters.until.name)
    }
    return (since?.description, until?.description)
  }

  /// Asks for one row more than the limit, to know whether there are more.
  func bound(_ query: inout some RowQuery) throws {
    (query.since, query.until) = try days()
    query.text = self[QueryParameters.words]
    query.article = self[QueryParameters.article]
    query.limit = limit + 1
    query.after = self[QueryParameters.after]
  }

  /// The events that are asked for.
  func eventQuery() throws -> EventQuery {
    var query = EventQuery()
    query.actors = all(QueryParameters.actor)
    query.recipients = all(QueryParameters.recipient)
    query.between = all(QueryParameters.between)
    query.saidBy = all(QueryParameters.saidBy)
    query.cameo = all(QueryParameters.cameo)
    query.categories = all(QueryParameters.category)
    query.quads = all(QueryParameters.quad)
    query.modalities = all(QueryParameters.modality)
    query.place = self[QueryParameters.place]
    try bound(&query)
    return query
  }

  /// The statements that are asked for.
  func statementQuery() throws -> StatementQuery {
    var query = StatementQuery()
    query.saidBy = all(QueryParameters.saidBy)
    query.about = all(QueryParameters.about)
    query.stances = all(QueryParameters.stance)
    try bound(&query)
    return query
  }

  /// The figures that are asked for.
  func figureQuery() throws -> FigureQuery {
    var query = FigureQuery()
    query.units = all(QueryParameters.unit)
    try bound(&query)
    return query
  }

  /// The happenings that are asked for.
  func happeningQuery() throws -> HappeningQuery {
    var query = HappeningQuery()
    query.report = try eventQuery()
    query.report.limit = nil
    query.report.after = nil
    query.leastReports = self[QueryParameters.reports] ?? 1
    query.leastSources = self[QueryParameters.sources] ?? 1
    query.isLatestFirst = self[QueryParameters.order] == .latest
    query.limit = limit + 1
    query.after = self[QueryParameters.after]
    return query
  }

  /// The articles that are asked for.
  func articleQuery() throws -> ArticleQuery {
    var query = ArticleQuery()
    query.publishers = all(QueryParameters.publisher)
    (query.since, query.until) = try days()
    query.text = self[QueryParameters.words]
    query.isLatestFirst = self[QueryParameters.order] == .latest
    query.limit = limit + 1
    query.after = self[QueryParameters.after]
    return query
  }
}
