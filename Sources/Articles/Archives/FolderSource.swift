import Foundation

/// The files of a folder and of those within, in the order of their names.
final class FolderSource: ArticleSource {
  private let path: String
  private let intake: Intake
  private var names: ArraySlice<String>?
  private var count = 0

  init(_ path: String, intake: Intake) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.intake = intake
  }

  func next() throws(ArticleProblem) -> ArticleStep? {
    if names == nil {
      names = []
      names = try listed()
    }
    guard let name = names?.popFirst() else { return nil }
    let file = "\(path)/\(name)"
    return .source(Self.isFolder(file) ? FolderSource(file, intake: intake) : FileSource(file, intake: intake))
  }

  private func listed() throws(ArticleProblem) -> ArraySlice<String> {
    let all: [String]
    do { all = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      throw ArticleProblem(.unreadable, source: path, "the folder cannot be read; see who may")
    }
    let visible = Set(all.filter { !$0.hasPrefix(".") })
    let kept = visible.filter { name in
      let file = "\(path)/\(name)"
      if Self.isFolder(file) { return !Self.isLink(file) && !FileNames.belongsToPage(name, among: visible) }
      return FileNames.mayHoldArticles(name)
    }
    guard !kept.isEmpty else {
      throw ArticleProblem(.empty, source: path, "the folder holds no articles; name one that does")
    }
    return kept.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }[...]
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A link to a folder may lead round in a circle.
  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
