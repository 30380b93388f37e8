import Foundation

/// Finds the files that come with the program.
///
/// The package's own accessor of resources would end the program where a moved executable finds none.
public enum PackageResources {
  /// Folders that may hold a target's resources, the likeliest first: beside the executable, in `model`, `share/chancery` and
  /// `lib/chancery` by it, beside the tests, and among the sources.
  ///
  /// - Parameters:
  ///   - target: The target whose resources they are.
  ///   - source: A source file of the target, beside which its folder `Resources` stands.
  public static func folders(of target: String, source: String = #filePath) -> [String] {
    var parents = [Bundle.main.bundleURL, Bundle.main.resourceURL].compactMap { $0 }
    if let executable = Bundle.main.executableURL {
      let beside = [executable, executable.resolvingSymlinksInPath()].map { $0.deletingLastPathComponent() }
      parents =
        beside + beside.map { $0.appendingPathComponent("model") }
        + ["share/chancery", "lib/chancery"].flatMap { name in
          beside.map { $0.deletingLastPathComponent().appendingPathComponent(name) }
        } + parents
    }
    parents.append(Bundle(for: Here.self).bundleURL.deletingLastPathComponent())
    let inside = ["resources/Resources", "bundle/Contents/Resources/Resources", "bundle/Resources"].map {
      "/Chancery_\(target).\($0)"
    }
    return parents.flatMap { parent in (inside + [""]).map { parent.path + $0 } }
      + [URL(fileURLWithPath: source).deletingLastPathComponent().appendingPathComponent("Resources").path]
  }

  /// Where a file of a target's resources is; `nil` where it is nowhere.
  public static func path(_ file: String, of target: String, source: String = #filePath) -> String? {
    folders(of: target, source: source).map { $0 + "/" + file }.first { FileManager.default.fileExists(atPath: $0) }
  }

  private final class Here {}
}
