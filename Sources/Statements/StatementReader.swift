public import Actors
public import Language

/// Finds who says or thinks what in a document: the encoder's attributions and the tree's cue verbs, joined.
public struct StatementReader: Sendable {
  /// A reader of statements.
  public init() {}

  /// The statements of a document, in the order of their contents.
  ///
  /// Depends on the document and the cast alone. A document without attributions, read by no encoder, gives what
  /// syntax and quotation marks tell.
  public func statements(in document: Document, cast: Cast) -> [Statement] {
    []
  }
}
