public import Articles

/// The trained encoder with its heads: immutable, and shared by all who read with it.
public final class LanguageModel: Sendable {
  init() {}

  /// Loads a model.
  ///
  /// - Parameter path: The folder that holds `chancery.safetensors`, or that file; where `nil`, the model is looked for
  ///   beside the executable, then in the package's resources.
  /// - Throws: ``LanguageError`` where there is none, or one that this program cannot read.
  public static func load(path: String? = nil) throws -> LanguageModel { LanguageModel() }

  /// Reads an article's text: sentences, words, and all that the encoder sees in them.
  ///
  /// The result depends on the article alone, whatever the number of workers and what else is being read.
  public func analyze(_ article: Article, workers: Int = 1) -> Document {
    Document(text: article.text, tokens: [], sentences: [])
  }

  /// Analyses given words: keeps the document's text, sentences, tokens and comments, and fills in the rest.
  public func analyze(_ document: Document, workers: Int = 1) -> Document { document }
}
