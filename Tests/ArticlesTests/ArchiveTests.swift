import Foundation
import Testing

@testable import Articles

@Suite struct ArchiveTests {
  private let page = Array(News.page().utf8)

  @Test func filesOfAnArchiveInTheOrderOfTheirPaths() {
    let taken = Taken(
      Packing.zip([
        ("b/index.html", page), ("a/index.html", page), ("notes.txt", Array("Talks ended.".utf8)),
        ("a/picture.png", [0x89]),
        ("__MACOSX/a/._index.html", [0]), ("more.jsonl", Array(#"{"id": "x", "text": "y"}"#.utf8)),
        ("packed.html.gz", Packing.gzip(page)), ("inner.zip", Packing.zip([("c/index.html", page)])),
      ]))
    #expect(taken.problems.isEmpty)
    #expect(taken.articles.map(\.id) == ["index", "index~2", "index~3", "x", "notes", "packed"])
  }

  @Test func pathsThatClimbOutArePassedOver() {
    let taken = Taken(Packing.zip([("../../etc/a.txt", [0x61]), ("/b.txt", [0x61]), ("c.txt", [0x61])]))
    #expect(taken.articles.map(\.id) == ["c"])
    #expect(taken.problems.map(\.kind) == [.damaged, .damaged])
  }

  @Test func filesThatUnpackWithoutBound() {
    let bomb = Packing.gzip([UInt8](repeating: 0x20, count: 80_000_000))
    let lines = Taken(bomb, named: "a.jsonl.gz")
    #expect(lines.problems.map(\.kind) == [.size])
    let taken = Taken(
      Packing.zip([("a.jsonl", [UInt8](repeating: 0x20, count: 80_000_000)), ("b.txt", Array("Talks ended.".utf8))]))
    #expect(taken.problems.map(\.kind) == [.size])
    #expect(taken.articles.map(\.id) == ["b"])
  }

  @Test func archivesTooDeepInOneAnother() {
    let nested = (0..<6).reduce(Packing.zip([("a.txt", [0x61])])) { archive, _ in Packing.zip([("a.zip", archive)]) }
    #expect(Taken(nested).problems.map(\.kind) == [.size])
  }

  @Test func damagedArchives() {
    let archive = Packing.zip([("a.txt", Array(News.text.utf8))])
    #expect(Taken(archive.dropLast(30)).problems.map(\.kind) == [.damaged])
    #expect(Taken(Packing.zip([("a.png", [1])])).problems.map(\.kind) == [.empty])
    #expect(Taken(Packing.zip([])).problems.map(\.kind) == [.empty])
  }

  @Test func gzipThatIsCutOffOrDamaged() {
    let lines = (0..<2000).map { #"{"id": "\#($0)", "text": "\#($0 * 7919 % 10007) delegates came."}"# }.joined(
      separator: "\n")
    let packed = Packing.gzip(lines.utf8)
    let cut = Taken(packed.prefix(packed.count / 2), named: "a.jsonl.gz")
    #expect(cut.articles.count > 500)
    #expect(cut.articles.first?.id == "0")
    #expect(cut.problems.map(\.kind) == [.damaged])
    var damaged = packed
    for i in packed.count / 2..<packed.count / 2 + 8 { damaged[i] ^= 0x5A }
    #expect(Taken(damaged, named: "a.jsonl.gz").problems.contains { $0.kind == .damaged })
    #expect(Taken(Packing.gzip(packed), named: "a.gz").problems.map(\.kind) == [.damaged])
  }

  @Test func membersOfGzipFollowOneAnother() {
    let taken = Taken(
      ["a", "b"].flatMap { Packing.gzip(#"{"id": "\#($0)", "text": "x"}"#.utf8 + [0x0A]) } + [0, 0, 0])
    #expect(taken.articles.map(\.id) == ["a", "b"])
    #expect(taken.problems.isEmpty)
  }

  @Test func foldersAreReadInOrder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ path: String, _ bytes: [UInt8]) throws {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    try write("z.txt", Array("Talks ended.".utf8))
    try write("2024/b.html", page)
    try write("2024/a.html.gz", Packing.gzip(page))
    try write("saved.html", page)
    try write("saved_files/frame.html", page)
    try write("saved_files/a.js", [0x61])
    try write(".hidden.txt", [0x61])
    try write("empty/a.css", [0x61])
    try FileManager.default.createSymbolicLink(at: folder.appending(path: "round"), withDestinationURL: folder)
    let taken = Taken(ArticleReader(path: folder.path))
    #expect(taken.articles.map(\.id) == ["a", "b", "saved", "z"])
    #expect(taken.problems.map(\.kind) == [.empty])
    #expect(taken.problems.first?.source.hasSuffix("/empty") == true)
  }

  @Test func unreadableFile() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    try Data("x".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    guard getuid() != 0 else { return }  // root may read all
    #expect(Taken(ArticleReader(path: file.path)).problems.map(\.kind) == [.unreadable])
  }
}
