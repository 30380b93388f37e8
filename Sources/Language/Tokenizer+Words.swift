/// The words that the tokenizer knows by heart.
enum TokenizerWords {
  /// Abbreviations that keep their dot wherever they stand.
  static let abbreviations: Set<String> = Set(
    """
    mr mrs ms mx dr prof gen brig sen rep reps sens gov lt col maj capt cmdr adm sgt cpl pvt st jr sr rev hon pres \
    messrs mme mlle amb supt insp det vs etc jan feb apr jun jul aug sep sept oct nov dec inc corp co ltd bros ft mt ave blvd \
    rd dept univ assn assoc approx est cf ca viz ed eds vol pp para fig ext attn tel calif conn fla ariz tenn wis minn \
    okla penn pa bldg govt intl natl vp secy min rs tues thurs
    """.split(separator: " ").map(String.init))

  /// Abbreviations that keep their dot where a digit follows: "No. 5", "p. 12".
  static let beforeNumbers: Set<String> = [
    "no", "nos", "p", "b", "art", "sec", "ch", "mar", "may", "sat", "sun", "mon", "fri",
  ]

  /// Of the abbreviations, those that are words as well, and keep their dot in capitals alone or where the text goes on.
  static let capitalOnly: Set<String> = [
    "gen", "sen", "rep", "gov", "col", "sun", "mar", "dec", "jan", "jun", "pa", "st", "est", "ed", "fig", "min", "det",
    "ft", "sat", "co", "adm", "conn", "rev", "hon", "pres", "ave", "ca", "may", "fri", "mon",
  ]

  /// Of the abbreviations, those after which a sentence seldom ends, whatever follows.
  static let titles: Set<String> = Set(
    """
    mr mrs ms mx dr prof gen brig sen rep reps sens gov lt col maj capt cmdr adm sgt cpl pvt st rev hon pres messrs \
    mme mlle amb supt insp det vs cf ca viz approx ft mt no nos p pp fig vol sec art dept e.g i.e secy vp
    """.split(separator: " ").map(String.init))

  /// Abbreviations with dots inside that the single letters' rule does not find.
  static let dotted: Set<String> = ["ph.d.", "m.sc.", "b.sc.", "ll.b.", "ll.m.", "d.phil.", "lt.gen."]

  /// What keeps its hyphen and the word after it.
  static let prefixes: Set<String> = Set(
    """
    non e re anti co pre mid pro cross post over multi ex sub counter semi mini inter neo socio psycho arch intra \
    micro ultra un de trans para quasi pseudo bi tri hyper proto electro geo politico
    """.split(separator: " ").map(String.init))

  /// Words written together, and where they come apart.
  static let contractions: [String: [Int]] = [
    "cannot": [3], "gonna": [3], "wanna": [3], "gotta": [3], "dunno": [2, 3], "outta": [3], "gimme": [3], "lemme": [3],
    "dont": [2], "didnt": [3], "doesnt": [4], "wont": [2], "cant": [2], "isnt": [2], "wasnt": [3], "arent": [3],
    "couldnt": [5], "wouldnt": [5], "shouldnt": [6], "havent": [4], "hasnt": [3], "hadnt": [3], "werent": [4],
    "aint": [2], "im": [1], "ive": [1],
  ]

  /// Ends of words after an apostrophe that are words themselves.
  static let clitics: Set<String> = ["s", "re", "ve", "ll", "d", "m"]

  /// Words that begin with an apostrophe.
  static let elided: Set<String> = [
    "n", "em", "til", "cause", "tis", "twas", "bout", "round", "cuz", "s", "re", "ve", "ll", "m", "d",
  ]

  /// Words with a slash inside.
  static let slashed: Set<String> = ["s/he", "l/c", "i/c", "n/a", "w/o", "i/s", "km/h", "24/7"]

  /// Last parts of internet domains and names of files.
  static let endings: Set<String> = Set(
    """
    com org net gov edu mil int info biz uk eu de fr ru cn jp ca au nz io tv us ch nl be se es br mx il ir ua pl gr tr \
    kr tw sg hk za fm ly me co doc docx xls xlsx pdf txt jpg jpeg png gif html htm exe zip ppt pptx mp3 mp4 csv xml php
    """.split(separator: " ").map(String.init))

  /// Names of money written without a space before their number.
  static let currencies: Set<String> = [
    "rs", "usd", "eur", "gbp", "inr", "cny", "rmb", "chf", "rm", "tk", "ksh", "sar",
  ]

  /// Units written without a space after their number.
  static let units: Set<String> = Set(
    """
    am pm k m b bn tn mn mm cm km kg g mg ft lb lbs oz mph kph kmh hz khz mhz ghz kb mb gb tb kw mw gw kwh mwh f p x \
    hrs min mins yrs sq hh t ml bbl bpd pp
    """.split(separator: " ").map(String.init))

  /// Faces drawn with punctuation, longest first.
  static let emoticons: [[UInt8]] = [
    ">:(", ":-)", ";-)", ":-(", ":-/", ":-D", ":-P", ":'(", "^_^", ":)", ";)", ":(", "=)", "=(", ":D", ":P", ":p", ";D",
    ":/",
    "(:", "<3", "XD", ":o", ":O", ":|",
  ].map { Array($0.utf8) }
}
