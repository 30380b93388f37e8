import Chancery

extension API {
  /// Reads an article that is sent.
  static let reading = Endpoint(
    posting: path + "/read", name: "read",
    """
    Reads an article on the spot: an object with "text" and, where known, "id", "title", "published", "publisher", \
    "byline", "url" and "language"; or the text alone. Nothing is kept of it.
    """, schema: Schemas.reading
  ) { question, desk in
    .json(try await desk.readingRoom.read(try Article(sent: question.body)).json)
  }
}
