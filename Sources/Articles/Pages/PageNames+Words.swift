extension PageNames {
  /// What a class or an id tells by its words: `related-articles`, `relatedArticles` and `related_articles` alike.
  static func traits(ofName name: Substring) -> PageTraits {
    let words = words(of: name)
    var traits: PageTraits = []
    for word in words { traits.formUnion(meanings[word] ?? []) }
    for (first, second) in zip(words, words.dropFirst()) { traits.formUnion(pairs[first]?[second] ?? []) }
    // A post of a social network that the text quotes.
    if words.contains("embed") || words.contains("embedded") { traits.remove(.share) }
    return traits
  }

  /// The words of a name, in small letters: parted by signs, and by capitals in the middle.
  static func words(of name: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for byte in name.utf8.prefix(80) {
      let isCapital = (0x41...0x5A).contains(byte)
      let isSmall = (0x61...0x7A).contains(byte)
      if isCapital && wasSmall || !isCapital && !isSmall {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isCapital || isSmall { word.unicodeScalars.append(Unicode.Scalar(isCapital ? byte | 0x20 : byte)) }
      wasSmall = isSmall
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func all(_ words: String, _ traits: PageTraits) -> [(String, PageTraits)] {
    words.split(separator: " ").map { (String($0), traits) }
  }

  private static let meanings = Dictionary(
    all("hidden hide invisible noprint offscreen sr visuallyhidden screenreader", .hidden)
      + all("comment comments disqus livefyre commenting commentlist respond replies coral viafoura spotim", .comments)
      + all(
        "share sharing sharebar sharedaddy shareaholic social socials addthis addtoany addtocalendar followus", .share)
      + all("sharetools shares whatsapp toolbar toolbox", .share)
      + all("related relateds relatedarticles relatedlinks recommended recommendations recommendation recirc", .related)
      + all(
        "recirculation readmore outbrain taboola trending mostread mostpopular popular zergnet teaser teasers", .related
      )
      + all("upnext nextup yarpp seealso latest promo promos promotion promobox", .related)
      + all(
        "nav navbar navigation menu menus submenu breadcrumb breadcrumbs footer masthead pager pagination", .navigation)
      + all("paginate pagenav sitemap topbar navi skiplink skip", .navigation)
      + all(
        "newsletter newsletters subscribe subscription signup cookie cookies privacy consent gdpr modal popup lightbox",
        .notice
      )
      + all("overlay paywall login register registration captcha donate donation optin interstitial mailchimp", .notice)
      + all("mailinglist disclaimer", .notice)
      + all(
        "ad ads adv advert adverts advertisement advertising adsense adslot adunit dfp gpt sponsor sponsored", .advert)
      + all("sponsors sponsorship leaderboard skyscraper adsbygoogle adbox adwrapper adcontainer", .advert)
      + all("caption captions imagecaption credit credits wp-caption figcaption photocredit imagecredit", .caption)
      + all(
        "byline bylines author authors authorbox bio date dateline timestamp pubdate datetime posted submitted tags tag taglist",
        .meta)
      + all("topics keywords categories metadata postmeta entrymeta kicker", .meta)
      + all("sidebar sidebars aside rail widget widgets", .aside)
      + all("articlebody storybody articletext storytext bodytext bodycopy maintext entrycontent postcontent", .body)
      + all("articlecontent storycontent postbody contentbody newsbody newstext articlecopy", .body)
      + all("standfirst lede dek deck subheadline subhead subtitle abstract summary intro", .summary),
    uniquingKeysWith: { $0.union($1) })

  /// What two words in a row tell, by the first and the second.
  private static let pairs: [String: [String: PageTraits]] = {
    var pairs: [String: [String: PageTraits]] = [:]
    func add(_ traits: PageTraits, _ firsts: String, _ seconds: String) {
      for first in firsts.split(separator: " ").map(String.init) {
        for second in seconds.split(separator: " ").map(String.init) {
          pairs[first, default: [:]][second, default: []].formUnion(traits)
        }
      }
    }
    add(.body, "article story post entry news content blog main", "body text content copy paragraphs")
    add(.body, "body", "text copy content")
    add(.body, "rich", "text")
    add(.related, "read", "more")
    add(.related, "most", "read popular")
    add(.related, "more", "stories articles news")
    add(.related, "also", "read")
    add(.related, "see", "also")
    add(.related, "you", "may")
    add(.related, "up", "next")
    add(.related, "next", "article")
    add(.notice, "sign", "up")
    add(.notice, "call", "action")
    add(.notice, "mailing", "list")
    add(.share, "follow", "us")
    add(.navigation, "site page", "header footer")
    add(.hidden, "screen", "reader")
    add(.hidden, "sr", "only")
    add(.meta, "about", "author")
    return pairs
  }()
}
