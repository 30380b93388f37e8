import CGumbo
import CPages
import Foundation

/// A page's elements and texts in the order of the document, flat, so that nothing has to walk them by recursion.
///
/// It is valid only within ``PageTree/with(_:limit:body:)``: texts and attributes lie in Gumbo's memory.
struct PageTree {
  /// An element or a text.
  struct Node {
    /// The element's tag; `GUMBO_TAG_LAST` for a text.
    let tag: GumboTag
    /// The index of the element it is in; -1 for the outermost.
    let parent: Int32
    /// The index after the last node within.
    var end: Int32
    /// What its names and attributes tell of it.
    let traits: PageTraits
    let pointer: UnsafePointer<GumboNode>

    var isText: Bool { tag == GUMBO_TAG_LAST }
  }

  private(set) var nodes: [Node] = []

  /// Parses UTF-8 and hands on the tree; `nil` where it takes more than `limit` bytes of memory.
  static func with<Result>(_ html: [UInt8], limit: Int, body: (PageTree) -> Result) -> Result? {
    html.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        let page = chancery_page_parse(start, bytes.count, limit)
      else { return nil }
      defer { chancery_page_free(page) }
      guard let root = chancery_page_tree(page).pointee.root else { return nil }
      return body(PageTree(root))
    }
  }

  private init(_ root: UnsafePointer<GumboNode>) {
    var names = PageNames()
    var open: [(index: Int, children: GumboVector, next: Int)] = []
    func children(_ node: UnsafePointer<GumboNode>) -> GumboVector { node.pointee.v.element.children }
    nodes.append(
      Node(
        tag: root.pointee.v.element.tag, parent: -1, end: 0, traits: [], pointer: root))
    open.append((0, children(root), 0))
    while let top = open.last {
      guard top.next < Int(top.children.length) else {
        nodes[top.index].end = Int32(nodes.count)
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      guard let raw = top.children.data[top.next] else { continue }
      let node = UnsafePointer(raw.assumingMemoryBound(to: GumboNode.self))
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT:
        nodes.append(
          Node(
            tag: node.pointee.v.element.tag, parent: Int32(top.index), end: 0, traits: names.traits(of: node),
            pointer: node))
        open.append((nodes.count - 1, children(node), 0))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        nodes.append(
          Node(
            tag: GUMBO_TAG_LAST, parent: Int32(top.index), end: Int32(nodes.count + 1), traits: [],
            pointer: node))
      default: break
      }
    }
  }

  /// The value of an element's attribute.
  func attribute(_ name: String, of index: Int) -> String? {
    guard !nodes[index].isText else { return nil }
    return PageTree.attribute(name, of: nodes[index].pointer)
  }

  static func attribute(_ name: String, of node: UnsafePointer<GumboNode>) -> String? {
    let attributes = node.pointee.v.element.attributes
    for i in 0..<Int(attributes.length) {
      guard let raw = attributes.data[i] else { continue }
      let attribute = raw.assumingMemoryBound(to: GumboAttribute.self).pointee
      if strcasecmp(attribute.name, name) == 0 { return String(cString: attribute.value) }
    }
    return nil
  }

  /// A text's characters, or those right within an element such as a script.
  func text(of index: Int) -> String {
    if nodes[index].isText { return String(cString: nodes[index].pointer.pointee.v.text.text) }
    var text = ""
    for node in nodes[index + 1..<max(index + 1, Int(nodes[index].end))] {
      if node.isText {
        text += String(cString: node.pointer.pointee.v.text.text)
      } else if node.tag == GUMBO_TAG_BR || PageTags.breaking.contains(node.tag) {
        text += " "
      }
    }
    return text
  }
}
