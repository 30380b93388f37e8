public import Articles

extension Article {
  /// The article as a line of JSON Lines gives it: what is not known is left out.
  public var json: JSON {
    let fields: [(String, String?)] = [
      ("id", id), ("text", text.string), ("title", title), ("published", published?.description),
      ("publisher", publisher), ("byline", byline), ("url", url), ("language", language),
    ]
    return .object(fields.compactMap { name, value in value.map { JSON.Member(name, .string($0)) } })
  }
}
