internal import Articles
import Foundation

extension ActorDictionary {
  /// The dictionary that comes with the program.
  ///
  /// - Throws: ``ActorsError`` where it is nowhere, or a line of it breaks the grammar.
  public static func load() throws -> ActorDictionary {
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
