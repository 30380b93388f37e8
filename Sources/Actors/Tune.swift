import Foundation
enum Tune {
  static let values: [String: Float] = {
    var out: [String: Float] = [:]
    for pair in (ProcessInfo.processInfo.environment["TUNE"] ?? "").split(separator: ",") {
      let p = pair.split(separator: "=")
      out[String(p[0])] = Float(p[1])
    }
    return out
  }()
  static func v(_ k: String, _ d: Float) -> Float { values[k] ?? d }
}
