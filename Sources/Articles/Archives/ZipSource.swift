/// The files of a zip archive, in the order of their paths.
final class ZipSource: ArticleSource {
  private let archive: ZipArchive
  private let file: String
  private let intake: Intake
  private var entries: ArraySlice<ZipArchive.Entry>

  /// An archive on disk, or in memory where it comes from elsewhere.
  ///
  /// - Parameter file: Its path, which stands before those of the files in it.
  init(_ source: any ByteSource, file: String, isOnDisk: Bool, intake: Intake) throws(ArticleProblem) {
    self.file = intake.address ?? (file == "-" ? "stdin" : file)
    guard intake.depth < Self.depth else {
      throw ArticleProblem(
        .size, source: source.name, "archives lie more than \(Self.depth) deep in one another; unpack the outer ones")
    }
    if isOnDisk {
      archive = try ZipArchive(path: file)
    } else {
      let bytes = try source.all(upTo: ArticleLimits.archiveBytes)
      guard bytes.count <= ArticleLimits.archiveBytes else {
        throw ArticleProblem(
          .size, source: source.name,
          "an archive within another or from standard input may have \(ArticleLimits.archiveBytes) bytes; unpack it to a file"
        )
      }
      archive = try ZipArchive(bytes, name: source.name)
    }
    var inner = intake
    inner.depth += 1
    inner.address = nil
    self.intake = inner
    entries =
      archive.entries.filter { entry in
        let parts = entry.path.split(separator: "/")
        return !parts.contains { $0.hasPrefix(".") && $0 != ".." && $0 != "." || $0 == "__MACOSX" }
          && FileNames.mayHoldArticles(parts.last.map(String.init) ?? "")
      }[...]
    guard !entries.isEmpty else {
      throw ArticleProblem(.empty, source: source.name, "the archive holds no articles; name one that does")
    }
  }

  /// How deep archives may lie in one another.
  static let depth = 3

  func next() throws(ArticleProblem) -> ArticleStep? {
    guard let entry = entries.popFirst() else { return nil }
    guard !entry.path.hasPrefix("/"), !entry.path.split(separator: "/").contains("..") else {
      throw ArticleProblem(
        .damaged, source: archive.name,
        "the path \"\(entry.path.prefix(80))\" leads out of the archive, so the file is passed over; see where the archive comes from"
      )
    }
    return try FileSource.step(
      archive.source(of: entry), file: "\(file)/\(entry.path)", intake: intake, isOnDisk: false)
  }
}
