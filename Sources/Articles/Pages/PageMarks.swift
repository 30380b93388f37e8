import CGumbo

/// What stands in a page's head and marks, as it is written.
struct PageMarks {
  /// `<meta>` by name, property or itemprop, in small letters; the first of each.
  private(set) var meta: [String: String] = [:]
  private(set) var jsonLD: [String] = []
  private(set) var title: String?
  /// First-level headings.
  private(set) var headings: [String] = []
  private(set) var canonical: String?
  /// The address in the comment of a saved page.
  let savedFrom: String?
  private(set) var language: String?
  private(set) var author: String?
  /// Dates in `<time>` and elements that say so, as they are written.
  private(set) var dates: [String] = []

  init(tree: PageTree, savedFrom: String?) {
    self.savedFrom = savedFrom
    for (i, node) in tree.nodes.enumerated() where !node.isText {
      switch node.tag {
      case GUMBO_TAG_HTML: language = tree.attribute("lang", of: i) ?? tree.attribute("xml:lang", of: i)
      case GUMBO_TAG_META: readMeta(tree, i)
      case GUMBO_TAG_TITLE: if title == nil { title = tree.text(of: i) }
      case GUMBO_TAG_LINK:
        if canonical == nil, tree.attribute("rel", of: i)?.lowercased() == "canonical" {
          canonical = tree.attribute("href", of: i)
        }
      case GUMBO_TAG_SCRIPT:
        if let type = tree.attribute("type", of: i), type.lowercased().hasPrefix("application/ld+json") {
          jsonLD.append(tree.text(of: i))
        }
      case GUMBO_TAG_H1: if headings.count < 8 { headings.append(tree.text(of: i).collapsed) }
      case GUMBO_TAG_TIME:
        if dates.count < 8 {
          dates.append(tree.attribute("datetime", of: i) ?? tree.text(of: i))
        }
      default:
        if let property = tree.attribute("itemprop", of: i) {
          if property.hasPrefix("datePublished"), dates.count < 8 {
            dates.insert(
              tree.attribute("content", of: i) ?? tree.attribute("datetime", of: i) ?? tree.text(of: i), at: 0)
          } else if property == "author", author == nil {
            author = tree.text(of: i)
          }
        }
        if node.traits.contains(.meta), Int(node.end) - i < 24, dates.count < 8 {
          let text = tree.text(of: i)
          if text.utf8.count < 200, WrittenDate.date(text) != nil { dates.append(text) }
        }
        if author == nil, tree.attribute("rel", of: i) == "author" { author = tree.text(of: i) }
      }
    }
    if author == nil { readByline(tree) }
  }

  private mutating func readMeta(_ tree: PageTree, _ i: Int) {
    guard let content = tree.attribute("content", of: i), !content.isEmpty else { return }
    for attribute in ["property", "name", "itemprop", "http-equiv"] {
      guard let name = tree.attribute(attribute, of: i)?.lowercased() else { continue }
      if meta[name] == nil { meta[name] = content }
      return
    }
  }

  /// A line that its class calls a byline.
  private mutating func readByline(_ tree: PageTree) {
    for (i, node) in tree.nodes.enumerated() where node.traits.contains(.meta) && !node.isText {
      guard let name = tree.attribute("class", of: i)?.lowercased(), name.contains("byline") || name.contains("author"),
        !name.contains("comment")
      else { continue }
      let text = tree.text(of: i).collapsed
      if (4...80).contains(text.count) {
        author = text
        return
      }
    }
  }
}
