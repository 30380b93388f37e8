/// Rows of a table as RFC 4180 writes them, one at a time: cells in quotes may hold line ends, separators and doubled quotes.
struct CSVReader {
  /// A row.
  enum Row {
    /// Its cells.
    case cells([[UInt8]])
    /// One with more bytes than the limit, which was passed over.
    case tooLong
  }

  /// The line on which the last row began, counted from 1.
  private(set) var line = 1
  private let source: BufferedSource
  private let separator: UInt8
  private let limit: Int
  private var following = 1

  init(_ source: BufferedSource, separator: UInt8, limit: Int) {
    self.source = source
    self.separator = separator
    self.limit = limit
  }

  /// The next row that is not empty; `nil` at the end.
  mutating func next() throws(ArticleProblem) -> Row? {
    while true {
      line = following
      var cells: [[UInt8]] = []
      var cell: [UInt8] = []
      var isQuoted = false
      var size = 0
      var isTooLong = false
      var wasQuote = false
      var hasBytes = false
      row: while let piece = try source.line(limit: 1 << 16) {
        hasBytes = true
        size += piece.count
        if piece.last == 0x0A { following += 1 }
        if size > limit {
          isTooLong = true
          cells = []
          cell = []
        }
        for byte in piece {
          if isQuoted, !wasQuote {
            if byte == 0x22 { wasQuote = true } else if !isTooLong { cell.append(byte) }
            continue
          }
          if isQuoted {
            wasQuote = false
            if byte == 0x22 {
              cell.append(byte)
              continue
            }
            isQuoted = false
          }
          switch byte {
          case 0x22 where cell.isEmpty: isQuoted = true
          case separator:
            if !isTooLong { cells.append(cell) }
            cell = []
          case 0x0A: break row
          case 0x0D: break
          default: if !isTooLong { cell.append(byte) }
          }
        }
      }
      guard hasBytes else { return nil }
      if isTooLong { return .tooLong }
      cells.append(cell)
      if cells.count > 1 || !cells[0].allSatisfy({ $0 == 0x20 }) { return .cells(cells) }
    }
  }
}
