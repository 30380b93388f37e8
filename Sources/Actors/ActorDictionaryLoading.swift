import Foundation

extension ActorDictionary {
  /// The dictionary that comes with the program.
  ///
  /// It is looked for beside the executable, in `share/chancery` and `lib/chancery` next to the executable's folder, and
  /// where the program was built.
  ///
  /// - Throws: ``ActorsError`` where it is nowhere, or a line of it breaks the grammar.
  public static func load() throws -> ActorDictionary {
    for folder in folders() where FileManager.default.fileExists(atPath: folder + "/states.facts") {
      return try load(folder: folder)
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

  /// Where the dictionary may lie, the likeliest first.
  private static func folders() -> [String] {
    let executable = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    var parents = [executable, Bundle.main.bundleURL, Bundle.main.resourceURL].compactMap { $0 }
    if let executable {
      let prefix = executable.deletingLastPathComponent()
      parents.append(prefix.appendingPathComponent("share/chancery"))
      parents.append(prefix.appendingPathComponent("lib/chancery"))
    }
    var folders = parents.flatMap { parent in
      ["Chancery_Actors.resources", "Chancery_Actors.bundle"].map {
        parent.appendingPathComponent("\($0)/Resources").path
      }
    }
    // A program under development reads the sources' own files.
    folders.append(URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Resources").path)
    return folders
  }
}
