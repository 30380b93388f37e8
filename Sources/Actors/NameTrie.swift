/// Names by their pieces: finds the longest one that begins at a place, among any number, in time linear in its length.
struct NameTrie: Sendable {
  /// A name that ends at a node.
  struct Entry: Sendable {
    /// What it names: an index whose meaning is the owner's.
    var value: Int32
    /// How it names it: a number whose meaning is the owner's.
    var role: UInt8
    /// A number that goes with the role.
    var detail: Int16
    /// Bit i: the piece i must begin with a capital; beyond 32 pieces nothing is asked.
    var capitals: UInt32
    /// Bit i: the piece i must be all capitals.
    var upper: UInt32
    /// Which dictionary it comes from: 0 the first, others after it.
    var layer: UInt8
    var next: Int32
  }

  private var nodes: [UInt64: Int32] = [:]
  private var firstEntry: [Int32] = [-1]
  private(set) var entries: [Entry] = []
  /// Entries that later dictionaries have taken the place of, by node.
  private var replaced: [Int32: [Entry]] = [:]

  init(capacity: Int = 0) {
    nodes.reserveCapacity(capacity)
    firstEntry.reserveCapacity(capacity)
    entries.reserveCapacity(capacity / 2)
  }

  /// Adds a name; names without a letter are left out.
  mutating func add(_ pieces: [NamePiece], value: Int, role: UInt8, detail: Int = 0, layer: Int = 0) {
    guard !pieces.isEmpty else { return }
    var node: Int32 = 0
    var capitals: UInt32 = 0
    var upper: UInt32 = 0
    for (i, piece) in pieces.enumerated() {
      let key = Self.key(node, piece.hash)
      if let next = nodes[key] {
        node = next
      } else {
        node = Int32(firstEntry.count)
        nodes[key] = node
        firstEntry.append(-1)
      }
      guard i < 32 else { continue }
      if piece.isCapitalised { capitals |= 1 << UInt32(i) }
      if piece.isCapitalised, piece.isUpperCase, (2...3).contains(piece.count) { upper |= 1 << UInt32(i) }
    }
    entries.append(
      Entry(
        value: Int32(value), role: role, detail: Int16(detail), capitals: capitals, upper: upper,
        layer: UInt8(clamping: layer), next: firstEntry[Int(node)]))
    firstEntry[Int(node)] = Int32(entries.count - 1)
  }

  /// A node's child, if there is one. The root is 0.
  func child(of node: Int32, _ hash: UInt64) -> Int32? { nodes[Self.key(node, hash)] }

  /// The first entry at a node, by index into ``entries``; -1 where none is. Entries are linked by `next`.
  func first(at node: Int32) -> Int32 { firstEntry[Int(node)] }

  /// All entries of a name, whatever its case, in the order they were added.
  func entries(named pieces: [NamePiece]) -> [Entry] { node(of: pieces).map(entries(at:)) ?? [] }

  /// Entries of a name that later dictionaries have taken the place of.
  func replaced(named pieces: [NamePiece]) -> [Entry] { node(of: pieces).flatMap { replaced[$0] } ?? [] }

  /// Takes entries of a name out, where later dictionaries know better.
  mutating func replace(_ pieces: [NamePiece], where isWorse: (Entry) -> Bool) {
    guard let node = node(of: pieces) else { return }
    var kept: Int32 = -1
    var at = firstEntry[Int(node)]
    while at >= 0 {
      let next = entries[Int(at)].next
      if isWorse(entries[Int(at)]) {
        replaced[node, default: []].append(entries[Int(at)])
        if kept < 0 { firstEntry[Int(node)] = next } else { entries[Int(kept)].next = next }
      } else {
        kept = at
      }
      at = next
    }
  }

  private func node(of pieces: [NamePiece]) -> Int32? {
    var node: Int32 = 0
    for piece in pieces {
      guard let next = child(of: node, piece.hash) else { return nil }
      node = next
    }
    return node
  }

  /// All entries at a node, in the order they were added.
  func entries(at node: Int32) -> [Entry] {
    var found: [Entry] = []
    var at = first(at: node)
    while at >= 0 {
      found.append(entries[Int(at)])
      at = entries[Int(at)].next
    }
    return found.reversed()
  }

  private static func key(_ node: Int32, _ hash: UInt64) -> UInt64 {
    (hash ^ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15) &* 0xff51_afd7_ed55_8ccd
  }
}
