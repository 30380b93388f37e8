import Chancery
import Foundation
import Mustache

/// The templates of the pages (`Resources/pages`). Whatever they name is written as ``PageText``.
struct PageTemplates: Sendable {
  /// All of them.
  static let all = PageTemplates()

  private let library: MustacheLibrary
  /// What is wrong with a template; empty where nothing is.
  let faults: [String]

  private init() {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    var library = MustacheLibrary()
    var faults: [String] = []
    let folders = PackageResources.folders(of: "Server").map { $0 + "/pages" }
    let folder = folders.first { FileManager.default.fileExists(atPath: $0) } ?? ""
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    for name in names where name.hasSuffix(Self.ending) {
      do {
        let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        // A partial starts anew with the library's own way of escaping, so that each one says which is meant.
        try library.register(
          "{{% CONTENT_TYPE:\(PageText.name)}}" + text, named: String(name.dropLast(Self.ending.count)))
      } catch { faults.append("\(name): \(error)") }
    }
    if names.isEmpty { faults.append("the folder 'pages' of the desk's resources is missing") }
    self.library = library
    self.faults = faults
  }

  private static let ending = ".mustache"

  /// A page, or a part of one; `nil` where there is no such template.
  func rendered(_ name: String, _ slots: Slots) -> String? { library.render(slots, withTemplate: name) }
}
