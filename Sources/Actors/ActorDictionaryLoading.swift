internal import Articles
import Foundation

extension ActorDictionary {
  /// The dictionary that comes with the program, with others added.
  ///
  /// - Parameter own: Paths of dictionaries that win over it, the last over all: facts, or PETRARCH's actor and agent files.
  ///   What is left out of the latter is told by ``warnings``.
  /// - Throws: ``ActorsError`` where it is nowhere, a file cannot be read, or a line of facts breaks the grammar.
  public static func load(adding own: [String] = []) throws -> ActorDictionary {
    let shipped = try loadShipped()
    return own.isEmpty ? shipped : try shipped.adding(own.map(FactsFile.init(path:)))
  }

  private static func loadShipped() throws -> ActorDictionary {
    if let states = PackageResources.path("states.facts", of: "Actors") {
      return try load(folder: URL(fileURLWithPath: states).deletingLastPathComponent().path)
    }
    throw ActorsError(
      code: .missing, file: "Chancery_Actors.resources", problem: "The dictionary of actors was not found",
      remedy: "Keep Chancery_Actors.resources beside the executable, where the build put it")
  }

  /// A dictionary of all `.facts` files in a folder, in the order of their names.
  ///
  /// - Throws: ``ActorsError`` where a file cannot be read or breaks the grammar.
  public static func load(folder: String) throws -> ActorDictionary {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".facts") }.sorted()
    } catch {
      throw ActorsError(
        code: .unreadable, file: folder, problem: "The folder cannot be read (\(error.localizedDescription))",
        remedy: "Name a folder that holds .facts files and that you may read")
    }
    return try ActorDictionary(
      facts: names.map { name in
        guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
          throw ActorsError(
            code: .unreadable, file: name, problem: "The file cannot be read", remedy: "Check that you may read it")
        }
        return FactsFile(name: name, bytes: [UInt8](data))
      })
  }
}

extension FactsFile {
  /// A file on disk, named by its path.
  ///
  /// - Throws: ``ActorsError`` where it is missing, cannot be read, or is no text.
  public init(path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ActorsError(
        code: .unreadable, file: path, problem: "There is no such file", remedy: "Check the path")
    }
    guard !isFolder.boolValue else {
      throw ActorsError(
        code: .unreadable, file: path, problem: "This is a folder", remedy: "Name the dictionaries in it")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ActorsError(
        code: .unreadable, file: path, problem: "The file cannot be read", remedy: "Check that you may read it")
    }
    self.init(name: path, bytes: [UInt8](data))
    let isText = PetrarchReader.reads(bytes) || String(validating: bytes, as: UTF8.self) != nil
    guard isText else {
      throw ActorsError(
        code: .malformed, file: path, problem: "The file is not UTF-8",
        remedy: "Convert it, for example with 'iconv -f WINDOWS-1252 -t UTF-8'")
    }
  }
}
