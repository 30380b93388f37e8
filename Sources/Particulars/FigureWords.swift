/// The words of numbers, money and people, in lower case.
enum FigureWords {
  static let magnitudes: [String: Double] = [
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "bn": 1e9,
    "tn": 1e12, "dozen": 12, "k": 1e3, "lakh": 1e5, "crore": 1e7,
  ]

  /// Signs before a number, with ISO 4217's codes.
  static let signs: [String: String] = [
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "₽": "RUB", "₴": "UAH",
    "₪": "ILS", "₺": "TRY", "₦": "NGN", "₫": "VND", "₱": "PHP", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD",
    "hk$": "HKD", "nt$": "TWD", "s$": "SGD", "nz$": "NZD", "r$": "BRL", "rs": "INR", "rs.": "INR", "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP", "cny": "CNY", "rmb": "CNY", "jpy": "JPY",
  ]

  /// Nouns after a number; those that several states have go by the first, or by the word before them.
  static let currencies: [String: String] = [
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "won": "KRW",
    "ruble": "RUB", "rouble": "RUB", "rupee": "INR", "shekel": "ILS", "lira": "TRY", "hryvnia": "UAH", "zloty": "PLN",
    "rial": "IRR", "riyal": "SAR", "dirham": "AED", "dinar": "KWD", "peso": "MXN", "real": "BRL", "reais": "BRL",
    "rand": "ZAR", "naira": "NGN", "franc": "CHF", "krona": "SEK", "krone": "NOK", "kronor": "SEK", "kroner": "NOK",
    "baht": "THB", "rupiah": "IDR", "ringgit": "MYR", "dong": "VND", "taka": "BDT", "birr": "ETB", "cedi": "GHS",
    "tenge": "KZT", "forint": "HUF", "koruna": "CZK", "leu": "RON", "lei": "RON", "lev": "BGN", "leva": "BGN",
    "bolivar": "VES", "kwacha": "ZMW", "shilling": "KES", "usd": "USD", "eur": "EUR", "cfa": "XOF", "cent": "USD",
  ]

  /// "Australian dollars", "Pakistani rupees": the adjective decides.
  static let adjectives: [String: [String: String]] = [
    "dollar": [
      "australian": "AUD", "canadian": "CAD", "singapore": "SGD", "hong": "HKD", "taiwan": "TWD", "zealand": "NZD",
      "namibian": "NAD",
      "jamaican": "JMD", "zimbabwean": "ZWL",
    ],
    "pound": ["egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG"],
    "rupee": ["pakistani": "PKR", "nepalese": "NPR", "lankan": "LKR"],
    "peso": [
      "argentine": "ARS", "argentinian": "ARS", "philippine": "PHP", "colombian": "COP", "chilean": "CLP",
      "cuban": "CUP",
    ],
    "dinar": [
      "iraqi": "IQD", "jordanian": "JOD", "libyan": "LYD", "serbian": "RSD", "algerian": "DZD", "tunisian": "TND",
    ],
    "rial": ["omani": "OMR", "yemeni": "YER", "qatari": "QAR"], "dirham": ["moroccan": "MAD"],
    "krone": ["danish": "DKK"], "kroner": ["danish": "DKK"], "ruble": ["belarusian": "BYN"],
    "shilling": ["ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS"], "won": ["north": "KPW"],
  ]

  /// Whether a unit is money: ISO 4217's codes are of three capitals, as no noun here is.
  static func isMoney(_ unit: String) -> Bool {
    unit.utf8.count == 3 && unit.utf8.allSatisfy { (65...90).contains($0) }
  }

  static let least: [[String]] = [
    ["at", "least"], ["more", "than"], ["over"], ["no", "fewer", "than"], ["no", "less", "than"], ["upwards", "of"],
    ["greater", "than"], ["above"], ["exceeding"], ["well", "over"],
  ]
  static let most: [[String]] = [
    ["at", "most"], ["up", "to"], ["fewer", "than"], ["less", "than"], ["as", "many", "as"], ["as", "much", "as"],
    ["no", "more", "than"], ["under"], ["below"], ["only"],
  ]
  static let about: [[String]] = [
    ["about"], ["around"], ["nearly"], ["almost"], ["some"], ["roughly"], ["approximately"], ["an", "estimated"],
    ["estimated"], ["close", "to"], ["just", "over"], ["just", "under"], ["just"], ["circa"], ["more", "or", "less"],
  ]

  /// Nouns of people that their endings do not tell.
  static let people: Set<String> = [
    "people", "person", "man", "men", "woman", "women", "child", "children", "girl", "girls", "boy", "boys", "troop",
    "troops",
    "civilian", "civilians", "victim", "victims", "dead", "wounded", "injured", "others", "other", "soldier",
    "soldiers", "citizen",
    "citizens", "resident", "residents", "national", "nationals", "police", "personnel", "staff", "crew", "hostage",
    "hostages",
    "captive", "captives", "refugee", "refugees", "migrant", "migrants", "immigrant", "immigrants", "casualty",
    "casualties",
    "death", "deaths", "fatality", "fatalities", "injury", "injuries", "suspect", "suspects", "militant", "militants",
    "insurgent", "insurgents", "rebel",
    "rebels", "guerrilla", "guerrillas", "terrorist", "terrorists", "student", "students", "schoolgirl", "schoolgirls",
    "schoolboy", "pupil", "pupils", "candidate", "candidates", "delegate", "delegates", "diplomat", "diplomats",
    "official",
    "officials", "representative", "representatives", "politician", "politicians", "recruit", "recruits", "conscript",
    "conscripts",
    "reservist", "reservists", "journalist", "journalists", "activist", "activists", "analyst", "expert", "experts",
    "guest",
    "member", "members", "family", "families", "relative", "relatives", "evacuee", "evacuees", "detainee", "detainees",
    "inmate", "inmates", "convict", "convicts", "peacekeeper", "marine", "marines", "guard", "guards", "participant",
    "participants", "patient", "patients", "adult", "adults", "infant", "baby", "babies", "rabbi", "rabbis", "priest",
    "priests",
    "monk", "monks", "imam", "nun", "nuns", "bishop", "bishops", "spy", "spies", "agent", "agents", "aide", "aides",
    "confidante", "confidantes", "accomplice", "alien", "aliens", "loyalist", "loyalists", "pilgrim", "pilgrims",
    "nurse", "nurses",
    "doctor", "doctors", "judge", "judges", "general", "generals", "colonel", "colonels", "admiral", "admirals",
    "cadet", "cadets", "athlete", "athletes",
    "passenger", "passengers", "pilot", "pilots", "mercenary", "mercenaries", "colleague", "colleagues", "villager",
    "inhabitant", "inhabitants",
    "household", "survivor", "individual", "individuals", "believer", "senator", "senators", "deputy", "deputies", "mp",
    "mps", "governor", "governors",
  ]

  /// Endings of nouns of people.
  static let endings = ["ers", "ors", "ists", "ians", "men", "women", "ees", "eers"]

  /// Such endings on nouns of things.
  static let things: Set<String> = [
    "numbers", "members", "letters", "fighters", "papers", "orders", "borders", "computers", "containers", "tankers",
    "bombers",
    "launchers", "powers", "centers", "quarters", "rivers", "sensors", "sectors", "factors", "reactors", "doors",
    "errors", "vectors", "tractors", "corridors",
    "helicopters", "boosters", "carriers", "cruisers", "destroyers", "freighters", "trawlers", "trailers", "chapters",
    "matters", "shelters", "offers", "counters",
    "meters", "metres", "liters", "litres", "kilometers", "kilometres", "boulders", "towers", "covers", "ministers",
    "mortars", "drawers", "transformers",
    "transponders", "interceptors", "detectors", "generators", "conveyors", "motors", "harbors", "colors", "corners",
    "layers", "folders", "servers", "printers",
    "posters", "banners", "disorders", "disasters", "murders", "transfers", "answers", "dinners", "winters", "summers",
    "embers", "howitzers",
  ]
  static let peopleDespite: Set<String> = ["members", "fighters", "ministers"]

  /// What is counted without telling of an actor or act, or is measured and not counted.
  static let leftOut: Set<String> = [
    "second", "minute", "hour", "day", "night", "week", "weekend", "month", "quarter", "year", "decade", "century",
    "time", "mile", "kilometer",
    "kilometre", "km", "meter", "metre", "foot", "inch", "yard", "degree", "mph", "kph", "side", "way", "thing",
    "reason", "point", "page", "article",
    "part", "half", "third", "step", "stage", "round", "level", "front", "case", "issue", "question", "topic", "term",
    "chapter", "occasion",
    "a.m.", "p.m.", "edition", "paragraph", "century", "generation", "story", "storey", "floor", "version", "example",
    "aspect", "area", "word", "more",
  ]

  /// Pairs and the like that name parties rather than count them: "the two sides".
  static let parties: Set<String> = [
    "side", "country", "leader", "government", "nation", "state", "neighbour", "neighbor", "president", "minister",
    "party", "power", "capital", "ally",
    "rival", "delegation", "foe", "army", "people", "man",
  ]

  /// Verbs that say how much something is or by how much it changes: "trade reached", "exports fell by".
  static let amounting: Set<String> = rising.union(falling).union([
    "reach", "total", "amount", "stand", "exceed", "hit", "be", "account", "make", "cost", "come", "remain", "average",
    "change",
  ])

  /// Verbs, nouns and adverbs of a rise.
  static let rising: Set<String> = [
    "rise", "grow", "increase", "climb", "jump", "surge", "soar", "gain", "expand", "swell", "leap", "raise", "boost",
    "growth", "up", "more", "high", "higher", "great", "greater", "large", "larger", "appreciate", "rebound",
  ]

  /// The same of a fall.
  static let falling: Set<String> = [
    "fall", "drop", "decline", "decrease", "shrink", "plunge", "slump", "sink", "tumble", "dip", "contract", "slide",
    "lose", "cut", "reduce", "reduction", "down", "less", "few", "fewer", "low", "lower", "small", "smaller", "plummet",
    "depreciate", "contraction", "slash", "devalue",
  ]

  /// Verbs whose bare number is one of people: "wounding 120".
  static let harms: Set<String> = [
    "kill", "wound", "injure", "hurt", "arrest", "detain", "displace", "abduct", "kidnap", "free", "release", "rescue",
    "evacuate", "execute", "behead", "expel",
    "deport", "capture", "massacre", "murder", "shoot", "hospitalize", "hospitalise",
  ]
}
