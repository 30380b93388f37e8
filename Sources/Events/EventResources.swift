import Foundation

/// Finds the resources of this target: beside the executable, so that a moved program keeps them, else among the sources.
///
/// The package's own accessor would end the program where there are none.
enum EventResources {
  static func url(_ name: String) -> URL? {
    let executable = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let parents = [executable, Bundle.main.bundleURL, Bundle.main.resourceURL].compactMap { $0 }
    let folders =
      parents.flatMap { parent in
        ["Chancery_Events.resources", "Chancery_Events.bundle"].map { parent.appendingPathComponent("\($0)/Resources") }
      }
      // A program under development reads the sources' own files.
      + [URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Resources")]
    return folders.map { $0.appendingPathComponent(name) }.first { FileManager.default.fileExists(atPath: $0.path) }
  }
}
