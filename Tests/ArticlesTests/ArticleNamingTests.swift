import Foundation
import Testing

@testable import Articles

@Suite struct ArticleNamingTests {
  private func page(_ head: String = "") -> [UInt8] {
    Array(News.page(head: head).utf8)
  }

  @Test(arguments: [
    ("a/b/index.html", "index", "a/b/index"), ("./a//index.html.gz", "index", "a/index"), ("-", "stdin", "stdin"),
    ("/x/.hidden", ".hidden", "/x/.hidden"), ("a.b/c", "c", "a.b/c"), ("x/.gz", ".gz", "x/.gz"),
  ])
  func filesAreCalledByTheirNamesOrTheirPaths(path: String, name: String, place: String) {
    #expect(ArticleNaming.file.name(ofFile: path) == name)
    #expect(ArticleNaming.place.name(ofFile: path) == place)
  }

  @Test func pagesOfOneNameInSeveralFoldersAndArchivesAreToldApart() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a", "b"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
      try Data(page()).write(to: folder.appending(path: "\(name)/index.html"))
    }
    try Data(Packing.zip([("c/index.html", page())])).write(to: folder.appending(path: "d.zip"))
    let all = Taken(ArticleReader(paths: [folder.path], naming: .place))
    #expect(all.articles.map(\.id) == ["a/index", "b/index", "d.zip/c/index"].map { "\(folder.path)/\($0)" })
    let one = Taken(ArticleReader(paths: [folder.path + "/b/index.html"], naming: .place))
    #expect(one.articles.map(\.id) == ["\(folder.path)/b/index"])
  }

  @Test func pagesAreCalledByTheirAddressWhereOneIsKnown() {
    func id(_ head: String, address: String? = nil, naming: ArticleNaming = .place) -> String? {
      Taken(ArticleReader(bytes: page(head), name: "index.html", address: address, naming: naming)).articles.first?.id
    }
    let canonical = "<link rel='canonical' href='https://a.example/2024/talks'>"
    #expect(id(canonical) == "https://a.example/2024/talks")
    #expect(id(canonical, naming: .file) == "index")
    #expect(id(canonical, address: "https://a.example/amp/talks") == "https://a.example/2024/talks")
    #expect(id("", address: "https://a.example/amp/talks") == "https://a.example/amp/talks")
    // Of no use: all pages of the site may have it.
    #expect(id("<link rel='canonical' href='https://a.example/'>") == "index")
  }
}
