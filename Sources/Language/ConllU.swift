import Articles

/// Universal Dependencies' plain-text format for words and trees.
public enum ConllU {
  /// Reads a whole text as one document.
  public static func read(_ text: String) throws -> Document {
    Document(text: SourceText(""), tokens: [], sentences: [])
  }

  /// Writes a document.
  public static func write(_ document: Document) -> String { "" }
}
