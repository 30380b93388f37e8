public import Archive
import Chancery

/// Who acts on whom, and how.
public struct Network: Sendable {
  /// What one does to another, those that act most on each other first.
  public let edges: [DyadTally]

  /// The network of a time.
  ///
  /// - Parameter least: How many happenings a pair has to have.
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public init(in store: NewsStore, since: String? = nil, until: String? = nil, least: Int = 1) throws {
    edges = try store.dyads(since: since, until: until).filter { $0.happenings >= least }.enumerated().sorted { a, b in
      a.element.happenings == b.element.happenings ? a.offset < b.offset : a.element.happenings > b.element.happenings
    }.map(\.element)
  }

  /// A row for every pair.
  public var table: Table {
    var table = Table(
      "Who acts on whom",
      columns: [
        .init("source", "who"), .init("target", "whom"), .init("happenings"), .init("verbal_cooperation"),
        .init("material_cooperation"), .init("verbal_conflict"), .init("material_conflict"), .init("mean"),
        .init("sum"),
      ])
    for edge in edges {
      table.add(
        [.text(edge.source), .text(edge.target), .count(edge.happenings)] + edge.quads.map(Table.Cell.count)
          + [.measure(edge.sum / Double(max(1, edge.happenings))), .measure(edge.sum)])
    }
    return table
  }

  /// The network as GraphML (U. Brandes and others, "GraphML progress report", 2001), for Gephi, igraph and NetworkX.
  public var graphML: String {
    let keys = [("happenings", "int"), ("mean", "double"), ("cooperation", "int"), ("conflict", "int")]
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """
    for (name, type) in keys {
      out += "  <key id=\"\(name)\" for=\"edge\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
    }
    out += "  <graph id=\"actors\" edgedefault=\"directed\">\n"
    for node in Set(edges.flatMap { [$0.source, $0.target] }).sorted() {
      out += "    <node id=\"\(Self.escaped(node))\"/>\n"
    }
    for edge in edges {
      let mean = Table.Cell.measure(edge.sum / Double(max(1, edge.happenings))).text
      out += "    <edge source=\"\(Self.escaped(edge.source))\" target=\"\(Self.escaped(edge.target))\">"
      out += "<data key=\"happenings\">\(edge.happenings)</data><data key=\"mean\">\(mean)</data>"
      out += "<data key=\"cooperation\">\(edge.quads[0] + edge.quads[1])</data>"
      out += "<data key=\"conflict\">\(edge.quads[2] + edge.quads[3])</data></edge>\n"
    }
    return out + "  </graph>\n</graphml>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
