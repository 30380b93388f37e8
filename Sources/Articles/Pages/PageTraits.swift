import CGumbo
import Foundation

/// What the names of an element tell of its part in the page.
struct PageTraits: OptionSet {
  let rawValue: UInt32

  /// Not shown.
  static let hidden = PageTraits(rawValue: 1 << 0)
  /// Readers' comments.
  static let comments = PageTraits(rawValue: 1 << 1)
  /// Buttons and counts of social networks, tools.
  static let share = PageTraits(rawValue: 1 << 2)
  /// Other articles.
  static let related = PageTraits(rawValue: 1 << 3)
  /// Menus, heads and feet of pages.
  static let navigation = PageTraits(rawValue: 1 << 4)
  /// Newsletters, subscriptions, notices of cookies, dialogs.
  static let notice = PageTraits(rawValue: 1 << 5)
  /// Advertisements.
  static let advert = PageTraits(rawValue: 1 << 6)
  /// Captions and credits of pictures.
  static let caption = PageTraits(rawValue: 1 << 7)
  /// Who wrote it and when; keywords.
  static let meta = PageTraits(rawValue: 1 << 8)
  /// Beside the article.
  static let aside = PageTraits(rawValue: 1 << 9)
  /// What holds the body of an article.
  static let body = PageTraits(rawValue: 1 << 10)
  /// What holds an article with all that belongs to it.
  static let article = PageTraits(rawValue: 1 << 11)
  /// The body of an article, as its markup vouches (`itemprop="articleBody"`).
  static let declaredBody = PageTraits(rawValue: 1 << 12)
  /// A summary that stands before the body.
  static let summary = PageTraits(rawValue: 1 << 13)

  /// All that is no part of the running text.
  static let foreign: PageTraits = [
    .hidden, .comments, .share, .related, .navigation, .notice, .advert, .caption, .meta, .aside,
  ]
}

/// Tells elements' traits from their names, and remembers those it has seen.
struct PageNames {
  /// By the hash of the names, which spares a string an element.
  private var known: [UInt64: PageTraits] = [:]

  /// The traits of an element.
  mutating func traits(of node: UnsafePointer<GumboNode>) -> PageTraits {
    let element = node.pointee.v.element
    var traits = Self.traits(of: element.tag)
    // Names on the page's frame speak of the whole page.
    let isFrame = [GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_HEAD].contains(element.tag)
    let attributes = element.attributes
    for i in 0..<Int(attributes.length) {
      guard let raw = attributes.data[i] else { continue }
      let attribute = raw.assumingMemoryBound(to: GumboAttribute.self).pointee
      guard let name = attribute.name, let value = attribute.value else { continue }
      switch (name[0], strlen(name)) {
      case (0x63, 5) where strcmp(name, "class") == 0, (0x69, 2) where strcmp(name, "id") == 0:
        if !isFrame, element.tag != GUMBO_TAG_BLOCKQUOTE { traits.formUnion(named(value)) }
      case (0x68, 6) where strcmp(name, "hidden") == 0:
        if !isFrame { traits.insert(.hidden) }
      case (0x72, 4) where strcmp(name, "role") == 0:
        if !isFrame { traits.formUnion(Self.roles[String(cString: value).lowercased()] ?? []) }
      case (0x69, 8) where strcmp(name, "itemprop") == 0: traits.formUnion(Self.property(String(cString: value)))
      case (0x73, 5) where strcmp(name, "style") == 0:
        if !isFrame, Self.hides(value) { traits.insert(.hidden) }
      default: break
      }
    }
    return traits
  }

  /// Whether a style keeps an element from being shown.
  private static func hides(_ style: UnsafePointer<CChar>) -> Bool {
    guard strstr(style, "none") != nil || strstr(style, "hidden") != nil else { return false }
    let style = String(cString: style).lowercased().filter { $0 != " " }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  private mutating func named(_ names: UnsafePointer<CChar>) -> PageTraits {
    let bytes = UnsafeRawBufferPointer(start: names, count: strlen(names))
    let hash = Hash.fnv(bytes)
    if let traits = known[hash] { return traits }
    var traits: PageTraits = []
    for name in String(decoding: bytes, as: UTF8.self).utf8.split(whereSeparator: { $0 <= 0x20 }).prefix(40) {
      traits.formUnion(Self.traits(ofName: Substring(name)))
    }
    known[hash] = traits
    return traits
  }

  private static func traits(of tag: GumboTag) -> PageTraits {
    switch tag {
    case GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_MENU: .navigation
    case GUMBO_TAG_ASIDE: .aside
    case GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION: .caption
    case GUMBO_TAG_ARTICLE: .article
    case GUMBO_TAG_ADDRESS, GUMBO_TAG_TIME: .meta
    default: []
    }
  }

  private static let roles: [String: PageTraits] = [
    "navigation": .navigation, "banner": .navigation, "contentinfo": .navigation, "menu": .navigation,
    "menubar": .navigation, "search": .navigation, "complementary": .aside, "dialog": .notice, "alertdialog": .notice,
    "alert": .notice, "toolbar": .share, "tooltip": .notice, "article": .article,
  ]

  private static func property(_ value: String) -> PageTraits {
    var traits: PageTraits = []
    for name in value.split(separator: " ") {
      switch name {
      case "articleBody", "reviewBody", "blogPost": traits.insert(.declaredBody)
      case "author", "datePublished", "dateModified", "publisher", "keywords": traits.insert(.meta)
      case "caption", "copyrightHolder": traits.insert(.caption)
      case "comment", "comments": traits.insert(.comments)
      case "description": traits.insert(.summary)
      case "relatedLink", "significantLink": traits.insert(.related)
      default: break
      }
    }
    return traits
  }
}
