import CKernels
import Foundation

/// A file of named tensors, mapped into memory.
struct Safetensors {
  private struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  /// What the header may hold besides tensors.
  private enum Item: Decodable {
    case tensor(Entry)
    case other

    init(from decoder: any Decoder) throws {
      if let entry = try? Entry(from: decoder) { self = .tensor(entry) } else { self = .other }
    }
  }

  private let data: Data
  private let path: String
  private let entries: [String: Entry]
  private let base: Int

  /// Maps a file and reads its header.
  init(path: String) throws {
    self.path = path
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      throw LanguageError(
        .missingModel, place: path, reason: "the weights cannot be read", remedy: LanguageModel.whereToFind)
    }
    let length = data.count < 8 ? Int.max : data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }.clamped
    guard length <= data.count - 8, length < 1 << 24,
      let items = try? JSONDecoder().decode([String: Item].self, from: data.subdata(in: 8..<(8 + length)))
    else { throw Self.damaged(path, "the header cannot be read") }
    base = 8 + length
    var entries: [String: Entry] = [:]
    for (name, item) in items {
      guard case .tensor(let entry) = item else { continue }
      let width = entry.dtype == "I8" ? 1 : 4
      let offsets = entry.data_offsets
      var size = width
      for dimension in entry.shape {
        let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
        guard dimension >= 0, !overflow else { throw Self.damaged(path, "“\(name)” has no possible shape") }
        size = product
      }
      guard entry.dtype == "I8" || entry.dtype == "F32", offsets.count == 2, offsets[0] >= 0,
        offsets[1] <= data.count - base,
        offsets[1] - offsets[0] == size, offsets[0] % width == 0
      else { throw Self.damaged(path, "“\(name)” is no tensor within the file") }
      entries[name] = entry
    }
    self.entries = entries
  }

  static func damaged(_ path: String, _ reason: String) -> LanguageError {
    LanguageError(.damagedModel, place: path, reason: reason, remedy: "fetch the model's files again")
  }

  /// The SHA-256 digest of the whole file, in hexadecimal.
  var digest: String {
    var digest = [UInt8](repeating: 0, count: 32)
    data.withUnsafeBytes { bytes in
      if let start = bytes.bindMemory(to: UInt8.self).baseAddress { chancery_sha256(start, bytes.count, &digest) }
    }
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The size of the whole file in bytes.
  var count: Int { data.count }

  /// A tensor of 32-bit numbers, made from 8 bits where it is kept so; `shape` is what it must have.
  func floats(_ name: String, _ shape: [Int]) throws -> Floats {
    let out = Floats(count: shape.reduce(1, *))
    try read(name, shape, into: out.pointer)
    return out
  }

  /// The same into memory that is there.
  func read(_ name: String, _ shape: [Int], into out: UnsafeMutablePointer<Float>) throws {
    let entry = try entry(name, shape)
    let count = shape.reduce(1, *)
    if entry.dtype == "F32" {
      data.withUnsafeBytes { bytes in
        UnsafeMutableRawBufferPointer(start: out, count: count * 4)
          .copyMemory(
            from: UnsafeRawBufferPointer(
              rebasing: bytes[(base + entry.data_offsets[0])..<(base + entry.data_offsets[1])]))
      }
      return
    }
    let width = shape.last ?? 1
    let scales = try floats(name + ".scale", Array(shape.dropLast()))
    data.withUnsafeBytes { bytes in
      let rows = bytes[(base + entry.data_offsets[0])..<(base + entry.data_offsets[1])].assumingMemoryBound(
        to: Int8.self)
      if let start = rows.baseAddress { chancery_dequantise(start, scales.pointer, count / max(width, 1), width, out) }
    }
  }

  /// A tensor of 8-bit numbers with a scale a row.
  func rows(_ name: String, _ shape: [Int]) throws -> (rows: [Int8], scales: Floats) {
    let entry = try entry(name, shape)
    guard entry.dtype == "I8" else { throw Self.damaged(path, "“\(name)” is not in 8 bits") }
    let rows = data.withUnsafeBytes { bytes in
      Array(bytes[(base + entry.data_offsets[0])..<(base + entry.data_offsets[1])].assumingMemoryBound(to: Int8.self))
    }
    return (rows, try floats(name + ".scale", Array(shape.dropLast())))
  }

  private func entry(_ name: String, _ shape: [Int]) throws -> Entry {
    guard let entry = entries[name] else { throw Self.damaged(path, "“\(name)” is missing") }
    guard entry.shape == shape else {
      throw Self.damaged(path, "“\(name)” has the shape \(entry.shape) instead of \(shape)")
    }
    return entry
  }
}

extension UInt64 {
  /// The number, or the greatest `Int` where it is beyond.
  fileprivate var clamped: Int { Int(Swift.min(self, UInt64(Int.max))) }
}
