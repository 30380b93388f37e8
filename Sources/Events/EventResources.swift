import Foundation

/// Finds the resources of this target: beside the program, so that a moved program keeps them, else where it was built.
enum EventResources {
  static func url(_ name: String) -> URL? {
    let beside = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("Chancery_Events.resources/Resources/\(name)")
    if FileManager.default.fileExists(atPath: beside.path) { return beside }
    return Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Resources")
  }
}
