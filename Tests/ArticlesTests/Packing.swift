import CZlib
import Foundation

@testable import Articles

/// Packed and archived bytes, made in memory.
enum Packing {
  /// A member of gzip, or bare deflate data for `windowBits` of -15.
  static func gzip(_ bytes: some Sequence<UInt8>, windowBits: Int32 = 31) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = Array(bytes)
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))) + 32)
    input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(from.count)
        stream.next_out = to.baseAddress
        stream.avail_out = UInt32(to.count)
        _ = deflate(&stream, Z_FINISH)
      }
    }
    return Array(output.prefix(Int(stream.total_out)))
  }

  /// A zip archive of files with their paths, as they are.
  static func zip(_ files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (path, bytes) in files {
      let packed = gzip(bytes, windowBits: -15)
      let sum = bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
      let common =
        little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4) + little(sum, 4) + little(packed.count, 4)
        + little(bytes.count, 4) + little(path.utf8.count, 2) + little(0, 2)
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10) + little(archive.count, 4) + Array(path.utf8)
      archive += little(0x0403_4B50, 4) + common + Array(path.utf8) + packed
    }
    let start = archive.count
    return archive + directory + little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
      + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }
}

/// What a reader came upon, in its parts.
struct Taken {
  var articles: [Article] = []
  var problems: [ArticleProblem] = []
  var warnings: [ArticleProblem] = []

  init(_ reader: ArticleReader) {
    for item in reader {
      switch item {
      case .article(let article, let warnings):
        articles.append(article)
        self.warnings += warnings
      case .failure(let problem): problems.append(problem)
      }
    }
  }

  /// Takes in bytes as those of a file.
  init(_ bytes: some Sequence<UInt8>, named name: String = "file", as format: ArticleFormat? = nil) {
    self.init(ArticleReader(bytes: Array(bytes), name: name, format: format))
  }

  init(_ text: String, named name: String = "file", as format: ArticleFormat? = nil) {
    self.init(text.utf8, named: name, as: format)
  }
}

/// Sentences of invented news.
enum News {
  static let lead =
    "The foreign minister of Ruritania said on Tuesday that her country would not sign the treaty before the summer."
  static let body =
    "Her counterpart from Graustark called the decision regrettable, and asked for talks in the capital, Strelsau, next week."
  static let end = "Both countries closed three border posts in March, after soldiers had fired at a patrol boat."

  static var paragraphs: String { "<p>\(lead)</p>\n<p>\(body)</p>\n<p>\(end)</p>" }
  static var text: String { [lead, body, end].joined(separator: "\n\n") }

  /// A plain page.
  static func page(
    title: String = "Ruritania puts off treaty", heading: String? = nil, head: String = "", body: String = paragraphs
  ) -> String {
    "<!DOCTYPE html><html><head><title>\(title)</title>\(head)</head><body><article><h1>\(heading ?? title)</h1>\(body)</article></body></html>"
  }
}
