import CKernels
import Chancery
import Foundation
import HTTPTypes
import Hummingbird

/// Files that pages fetch: the desk's own, and libraries that Debian installed. They are known by name beforehand, so that no
/// address leads to any other file.
struct Assets: Sendable {
  /// Where they are served: `/assets/desk.css`.
  static let path = "/assets"

  /// A library's file that is served under a name of ours.
  struct Library: Sendable {
    let name: String
    let path: String
  }

  /// Files of libraries (`make install-desk` installs them). Pages are whole without them: what they draw stands in tables, too.
  static let libraries: [Library] = [
    Library(name: "chart.min.js", path: "/usr/share/javascript/chart.js/chart.min.js"),
    Library(name: "leaflet.min.js", path: "/usr/share/javascript/leaflet/leaflet.min.js"),
    Library(name: "leaflet.css", path: "/usr/share/javascript/leaflet/leaflet.css"),
  ]

  private struct File: Sendable {
    let media: String
    let bytes: [UInt8]
    let packed: [UInt8]
    let tag: String
  }

  private let files: [String: File]
  private let missing: [String: String]

  /// Reads all files.
  static func load() -> Assets {
    var files: [String: File] = [:]
    var missing: [String: String] = [:]
    let folders = PackageResources.folders(of: "Server").map { $0 + "/assets" }
    if let folder = folders.first(where: { FileManager.default.fileExists(atPath: $0) }) {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        files[name] = FileManager.default.contents(atPath: folder + "/" + name).flatMap { file(name, $0) }
      }
    }
    for library in libraries {
      if let file = FileManager.default.contents(atPath: library.path).flatMap({ file(library.name, $0) }) {
        files[library.name] = file
      } else {
        missing[library.name] = library.path
      }
    }
    return Assets(files: files, missing: missing)
  }

  private static let media = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png", "json": "application/json", "geojson": "application/geo+json", "ico": "image/x-icon",
    "woff2": "font/woff2",
  ]

  private static func file(_ name: String, _ data: Data) -> File? {
    guard let ending = name.split(separator: ".").last, let media = media[String(ending)] else { return nil }
    let bytes = Array(data)
    var digest = [UInt8](repeating: 0, count: 32)
    chancery_sha256(bytes, bytes.count, &digest)
    return File(
      media: media, bytes: bytes, packed: ending == "png" || ending == "woff2" ? [] : Gzip.compress(bytes),
      tag: "W/\"" + digest.prefix(12).map { String(format: "%02x", $0) }.joined() + "\"")
  }

  /// The file of a name.
  ///
  /// - Throws: ``Problem`` where there is none.
  func response(to request: Request, name: String) throws -> Response {
    guard let file = files[name] else {
      if let path = missing[name] {
        throw Problem(.notFound, "\(path) is not installed; 'make install-desk' installs the libraries that pages use")
      }
      throw Problem(.notFound, "there is no such file")
    }
    var fields: HTTPFields = [
      .contentType: file.media, .eTag: file.tag, .cacheControl: "no-cache", .vary: "Accept-Encoding",
    ]
    if EntityTags.hold(request.headers[.ifNoneMatch], file.tag) {
      return Response(status: .notModified, headers: fields)
    }
    let isPacked = !file.packed.isEmpty && AcceptedEncodings.includeGzip(request.headers[.acceptEncoding])
    if isPacked { fields[.contentEncoding] = "gzip" }
    return Response(
      status: .ok, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: isPacked ? file.packed : file.bytes)))
  }
}
