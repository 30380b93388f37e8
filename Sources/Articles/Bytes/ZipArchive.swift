import CZip
import Foundation

/// A zip archive, of which nothing is ever written to disk.
final class ZipArchive {
  /// A file in the archive.
  struct Entry {
    /// Its path in the archive.
    let path: String
    fileprivate let index: UInt64
  }

  /// Its files, in the order of their paths.
  let entries: [Entry]
  let name: String
  private let handle: OpaquePointer
  /// The archive's bytes where it is in memory; libzip reads them there.
  private let memory: UnsafeMutableRawPointer?

  /// Opens an archive on disk.
  convenience init(path: String) throws(ArticleProblem) {
    var code: Int32 = 0
    guard let handle = zip_open(path, ZIP_RDONLY, &code) else { throw Self.problem(path, code: code) }
    self.init(handle, name: path, memory: nil)
  }

  /// Opens an archive in memory.
  convenience init(_ bytes: [UInt8], name: String) throws(ArticleProblem) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    bytes.withUnsafeBytes { memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count) }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(memory, UInt64(bytes.count), 0, &error) else {
      memory.deallocate()
      throw Self.problem(name, code: error.zip_err)
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      memory.deallocate()
      throw Self.problem(name, code: error.zip_err)
    }
    self.init(handle, name: name, memory: memory)
  }

  private init(_ handle: OpaquePointer, name: String, memory: UnsafeMutableRawPointer?) {
    self.handle = handle
    self.name = name
    self.memory = memory
    var entries: [Entry] = []
    for index in 0..<UInt64(max(0, zip_get_num_entries(handle, 0))) {
      guard let path = zip_get_name(handle, index, 0) else { continue }
      entries.append(Entry(path: String(cString: path), index: index))
    }
    self.entries = entries.filter { !$0.path.hasSuffix("/") }.sorted { ($0.path, $0.index) < ($1.path, $1.index) }
  }

  deinit {
    zip_discard(handle)
    memory?.deallocate()
  }

  /// The bytes of a file.
  func source(of entry: Entry) throws(ArticleProblem) -> ZipEntrySource {
    let name = "\(name)/\(entry.path)"
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(handle, entry.index, 0, &status) == 0, let file = zip_fopen_index(handle, entry.index, 0)
    else {
      let isLocked = status.encryption_method != UInt16(ZIP_EM_NONE)
      throw ArticleProblem(
        .damaged, source: name,
        isLocked
          ? "this is encrypted; unpack the archive with its password and name the folder"
          : "this cannot be unpacked: \(String(cString: zip_strerror(handle))); fetch or copy the archive again")
    }
    return ZipEntrySource(self, file: file, name: name, packed: Int(clamping: status.comp_size))
  }

  private static func problem(_ name: String, code: Int32) -> ArticleProblem {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    let reason = zip_error_strerror(&error).map { String(cString: $0) } ?? "error \(code)"
    return ArticleProblem(.damaged, source: name, "the archive cannot be opened: \(reason); fetch or copy it again")
  }
}

/// The bytes of a file in a zip archive.
final class ZipEntrySource: ByteSource {
  let name: String
  private let archive: ZipArchive
  private let file: OpaquePointer
  private let packed: Int
  private var written = 0
  private var hasEnded = false

  fileprivate init(_ archive: ZipArchive, file: OpaquePointer, name: String, packed: Int) {
    self.archive = archive
    self.file = file
    self.name = name
    self.packed = packed
  }

  deinit { zip_fclose(file) }

  func read(_ count: Int, into buffer: inout [UInt8]) throws(ArticleProblem) -> Bool {
    guard !hasEnded else { return false }
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    let got = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { zip_fread(file, $0 + start, UInt64(count)) } ?? 0
    }
    buffer.removeLast(count - Int(max(0, got)))
    written += Int(max(0, got))
    if got <= 0 { hasEnded = true }
    guard got >= 0 else {
      throw ArticleProblem(
        .damaged, source: name, "the packed data are damaged; fetch or copy the archive again"
      )
    }
    if written > PackingLimits.bytes, written / PackingLimits.ratio > packed {
      hasEnded = true
      throw PackingLimits.problem(name)
    }
    return got > 0
  }
}
