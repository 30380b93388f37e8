/// The closed lists of English words that the cast's rules rest on.
enum Vocabulary {
  /// Nouns that mean a state as a whole.
  static let countries: Set<String> = [
    "country", "nation", "kingdom", "republic", "sultanate", "emirate", "archipelago", "countries", "nations",
  ]

  /// Nouns of a singular body, against those of a single human being.
  static let bodies: Set<String> = [
    "government", "regime", "administration", "authority", "ministry", "cabinet", "presidency", "chancellery", "office",
    "leadership", "monarchy", "army", "military", "navy", "force", "fleet", "infantry", "cavalry", "artillery", "junta",
    "parliament", "legislature", "congress", "senate", "house", "assembly", "chamber", "council", "committee", "court",
    "tribunal", "judiciary", "prosecution", "bench", "jury", "police", "gendarmerie", "agency", "service", "guard",
    "party", "coalition", "campaign", "opposition", "group", "faction", "movement", "alliance", "insurgency", "militia",
    "gang", "cartel", "mafia", "company", "firm", "corporation", "conglomerate", "business", "bank", "industry",
    "union",
    "federation", "association", "university", "college", "school", "institute", "tank", "hospital", "clinic", "media",
    "press", "newspaper", "magazine", "daily", "tabloid", "broadcaster", "channel", "station", "website", "television",
    "radio", "church", "mosque", "organisation", "organization", "foundation", "charity", "commission", "department",
    "bloc", "network", "unit", "brigade", "battalion", "regiment", "patrol", "wing", "intelligence", "community",
    "society", "public", "population", "electorate", "crowd", "mob", "delegation", "mission", "embassy", "consulate",
    "bureau", "board", "fund", "team", "squad", "body", "command", "operator", "carrier", "airline", "giant",
    "bureaucracy",
    "institution", "watchdog", "regulator", "state", "crew", "ship", "vessel", "tanker", "warship", "helicopter",
    "lobby",
  ]

  /// Nouns of bodies that study and teach.
  static let learned: Set<String> = [
    "institute", "institution", "university", "college", "school", "academy", "center", "centre", "tank", "foundation",
    "endowment", "observatory", "laboratory", "faculty",
  ]

  /// Nouns of people who stand for the body they belong to: that body's sector is theirs.
  static let carriers: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "leader", "leaders", "chief", "chiefs",
    "head", "heads", "member", "members", "director", "directors", "chairman", "chairwoman", "chair", "chairmen",
    "secretary", "secretary-general", "official", "officials", "adviser", "advisor", "advisers", "advisors", "aide",
    "aides", "envoy", "envoys", "founder", "co-founder", "deputy", "boss", "bosses", "representative",
    "representatives",
    "delegate", "delegates", "delegation", "negotiator", "negotiators", "president", "vice-president", "employee",
    "employees", "staff", "figure", "figures", "source", "sources", "commander", "commanders", "chairperson", "manager",
    "analyst", "fellow", "researcher", "scholar", "expert", "professor", "executive", "executives", "veteran",
    "veterans",
    "statement", "wing", "branch", "arm",
  ]

  /// Nouns that, counted two or both, mean the two last spoken of.
  static let pairs: Set<String> = [
    "sides", "countries", "leaders", "governments", "nations", "states", "neighbours", "neighbors", "men", "presidents",
    "ministers", "parties", "powers", "capitals", "allies", "rivals", "delegations", "diplomats", "foes", "armies",
  ]

  /// Prepositions that make a name the place where something is.
  static let places: Set<String> = [
    "in", "at", "near", "across", "through", "throughout", "inside", "outside", "off", "around", "within", "along",
    "beyond", "above", "beneath", "via", "into", "onto", "over", "amid", "around",
  ]

  /// Nouns with "of" after which a capital is a place.
  static let parts: Set<String> = [
    "street", "streets", "city", "outskirts", "suburb", "suburbs", "capital", "airport", "resident", "residents",
    "people",
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "centre", "center", "mayor",
    "town", "district", "port", "area", "part", "parts", "university", "bishop", "archbishop", "battle", "siege",
    "fall",
    "kilometers", "kilometres", "miles", "heart", "neighborhood", "neighbourhood", "square", "region", "province",
  ]

  /// Second halves of compounds that tell where something is, not whose it is.
  static let placing: Set<String> = ["based", "born", "bound", "registered", "wide", "area"]

  /// Second halves of compounds whose first half is another party.
  static let sponsored: Set<String> = [
    "backed", "supported", "sponsored", "funded", "armed", "trained", "allied", "aligned", "brokered", "imposed",
    "occupied", "educated", "made", "built", "supplied",
  ]

  /// Second halves of compounds whose first half is the owner.
  static let owned: Set<String> = ["owned", "run", "controlled", "led", "flagged", "administered", "held", "dominated"]

  /// Nouns of ``pairs`` that mean states.
  static let statePairs: Set<String> = [
    "sides", "countries", "nations", "states", "neighbours", "neighbors", "parties", "powers", "capitals", "allies",
    "rivals",
    "foes", "men",
  ]

  /// Nouns of those who are in one state for another: "in" tells where, not whose.
  static let abroad: Set<String> = [
    "embassy", "consulate", "ambassador", "envoy", "mission", "diplomat", "diplomats", "correspondent", "troops",
    "forces",
    "monitors", "observers", "peacekeepers", "representative", "inspectors", "embassies", "consulates",
  ]

  /// Adjectives of people who are not an article's own state's.
  static let foreign: Set<String> = [
    "world", "foreign", "international", "global", "regional", "western", "other", "neighbouring", "neighboring",
    "allied", "overseas", "multinational", "african", "arab", "asian", "nordic", "baltic", "balkan", "scandinavian",
    "caribbean", "gulf", "latin", "muslim", "islamic",
  ]

  /// Words that make a campaign one for office.
  static let electoral: Set<String> = ["presidential", "election", "electoral", "re-election", "reelection", "primary"]

  /// Forms of address.
  static let forms: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "lord", "lady", "madam", "dame",
  ]

  /// Words that make an office a past one.
  static let former: Set<String> = [
    "former", "ex", "ousted", "deposed", "erstwhile", "retired", "onetime", "one-time", "late", "then", "toppled",
  ]

  /// Words that make somebody a candidate.
  static let candidate: Set<String> = [
    "candidate", "nominee", "hopeful", "contender", "frontrunner", "front-runner", "runner",
  ]

  /// First words of a seaway, mountain range and the like that bear a state's name and belong to none.
  static let waters: Set<String> = [
    "sea", "ocean", "gulf", "strait", "straits", "channel", "peninsula", "desert", "bay",
  ]

  /// Words in a name that tell the sector of a body unknown to the dictionary.
  static let namedSectors: [String: String] = [
    "university": "EDU", "institute": "EDU", "institution": "EDU", "college": "EDU", "center": "EDU", "centre": "EDU",
    "academy": "EDU", "school": "EDU", "endowment": "EDU", "party": "PTY", "ministry": "GOV", "department": "GOV",
    "office": "GOV", "administration": "GOV", "government": "GOV", "embassy": "GOV", "cabinet": "GOV", "army": "MIL",
    "navy": "MIL", "brigade": "MIL", "forces": "MIL", "force": "MIL", "command": "MIL", "fleet": "MIL",
    "battalion": "MIL",
    "regiment": "MIL", "times": "JRN", "news": "JRN", "post": "JRN", "daily": "JRN", "tv": "JRN", "radio": "JRN",
    "television": "JRN", "herald": "JRN", "journal": "JRN", "magazine": "JRN", "gazette": "JRN", "tribune": "JRN",
    "bank": "BUS", "corp": "BUS", "inc": "BUS", "ltd": "BUS", "co": "BUS", "company": "BUS", "corporation": "BUS",
    "group": "BUS", "holdings": "BUS", "airlines": "BUS", "energy": "BUS", "oil": "BUS", "gas": "BUS", "court": "JUD",
    "tribunal": "JUD", "parliament": "LEG", "assembly": "LEG", "senate": "LEG", "congress": "LEG", "committee": "LEG",
    "police": "COP", "union": "LAB", "federation": "LAB", "church": "REL", "mosque": "REL", "diocese": "REL",
    "hospital": "MED", "foundation": "SOC", "association": "SOC", "watch": "NGO", "movement": "OPP", "front": "REB",
    "brigades": "REB", "intelligence": "SPY",
  ]

  /// Verbs that give words to somebody.
  static let saying: Set<String> = [
    "say", "tell", "add", "write", "ask", "warn", "insist", "declare", "state", "announce", "argue", "claim", "note",
    "explain", "reply", "respond", "tweet", "stress", "acknowledge", "admit", "remark", "recall", "shout", "promise",
    "vow",
    "call", "urge", "deny", "conclude", "comment", "observe", "complain", "concede", "continue", "demand", "suggest",
  ]

  /// Verbs whose "it" is seldom an actor.
  static let judging: Set<String> = [
    "call", "describe", "term", "brand", "label", "consider", "see", "find", "make", "deem", "put", "get", "do", "say",
    "take",
  ]

  /// Nouns of towns.
  static let settlements: Set<String> = ["city", "town", "village", "port"]

  /// Nouns of regions, which come back only to what has them in its name.
  static let regions: Set<String> = [
    "island", "province", "territory", "region", "peninsula", "enclave", "district", "valley", "strip", "airport",
  ]

  /// Nouns of human beings, whether they make a sector or not.
  static let humans: Set<String> = [
    "actor", "actress", "adolescent", "adult", "adults", "anybody", "anyone", "artist", "artists", "assistant",
    "athlete", "athletes", "attendee", "attendees", "aunt", "author", "authors", "babies", "baby", "boy",
    "boyfriend", "boys", "bride", "brother", "brothers", "buyer", "buyers", "bystander", "bystanders", "captain",
    "captive", "captives", "casualty", "celebrities", "celebrity", "champion", "chef", "child", "children", "clerk",
    "client", "clients", "coach", "colleague", "colleagues", "cook", "couple", "cousin", "critic", "critics",
    "customer", "customers", "dad", "daughter", "daughters", "defendant", "defendants", "defender", "detainee",
    "detainees", "director", "driver", "enemies", "enemy", "engineer", "engineers", "everybody", "everyone",
    "expert", "experts", "families", "family", "fan", "fans", "father", "fathers", "fiancé", "fiancée", "filmmaker",
    "follower", "followers", "friend", "friends", "gentleman", "girl", "girlfriend", "girls", "goalkeeper", "goer",
    "goers", "granddaughter", "grandfather", "grandmother", "grandson", "groom", "guest", "guy", "guys", "hero",
    "heroine", "hostage", "hostages", "human", "hunter", "hunters", "husband", "individual", "individuals",
    "infant", "infants", "inmate", "inmates", "kid", "kids", "lady", "landlord", "listener", "loser", "man",
    "member", "members", "men", "midfielder", "mom", "mother", "mothers", "mum", "musician", "neighbor",
    "neighbour", "nephew", "newcomer", "newcomers", "niece", "nobody", "novelist", "opponent", "opponents",
    "orphan", "others", "owner", "owners", "painter", "parent", "parents", "participant", "participants", "partner",
    "passenger", "passengers", "passer-by", "patient", "patients", "person", "pilot", "pilots", "player", "players",
    "poet", "prisoner", "prisoners", "producer", "professor", "pupil", "reader", "readers", "receptionist",
    "relative", "relatives", "researcher", "researchers", "rival", "rivals", "scholar", "scientist", "scientists",
    "secretary", "seller", "sellers", "sibling", "singer", "sister", "sisters", "somebody", "someone", "son",
    "sons", "specialist", "spectator", "spectators", "spouse", "star", "stepfather", "stepmother", "stranger",
    "striker", "student", "students", "supporter", "supporters", "survivor", "survivors", "teacher", "teen",
    "teenager", "teenagers", "tenant", "tenants", "toddler", "tourist", "tourists", "traveler", "traveller", "twin",
    "uncle", "user", "users", "victim", "victims", "viewer", "viewers", "visitor", "visitors", "waiter", "waitress",
    "widow", "widower", "widows", "wife", "winner", "winners", "witness", "witnesses", "woman", "women", "writer",
  ]

  /// Nouns of times, which no pronoun of an actor's competes with.
  static let times: Set<String> = [
    "afternoon", "april", "august", "autumn", "centuries", "century", "date", "dawn", "day", "days", "decade",
    "decades", "december", "dusk", "eve", "evening", "february", "fortnight", "friday", "hour", "hours", "january",
    "july", "june", "march", "may", "midnight", "minute", "minutes", "moment", "moments", "monday", "month",
    "months", "morning", "night", "nights", "noon", "november", "october", "period", "saturday", "season", "second",
    "seconds", "september", "spring", "summer", "sunday", "thursday", "time", "times", "today", "tomorrow",
    "tonight", "tuesday", "wednesday", "week", "weekend", "weeks", "while", "winter", "year", "years", "yesterday",
  ]

  /// Verbs that only those do who have a will.
  static let willing: Set<String> = [
    "abduct", "accept", "accuse", "admit", "advise", "agree", "aim", "allow", "ally", "apologise", "apologize",
    "appeal", "appoint", "approve", "arm", "arrest", "ask", "assassinate", "assault", "attack", "authorise",
    "authorize", "ban", "beat", "believe", "betray", "blame", "block", "boast", "bomb", "boycott", "buy", "cancel",
    "capture", "choose", "collude", "commit", "complain", "condemn", "conspire", "control", "convene", "cooperate",
    "criticise", "criticize", "dare", "decide", "decline", "defend", "demand", "denounce", "deploy", "deport",
    "detain", "devise", "disagree", "discuss", "dismiss", "disown", "dispatch", "dispute", "dodge", "elect",
    "endorse", "enter", "evacuate", "execute", "expect", "expel", "expropriate", "extradite", "fear", "fight",
    "file", "finance", "fire", "flee", "forbid", "forgive", "fund", "govern", "guard", "hand", "harass", "hesitate",
    "hijack", "hire", "hope", "host", "impose", "insist", "intend", "intercept", "intervene", "invade", "invest",
    "investigate", "invite", "jail", "join", "kidnap", "kill", "know", "lament", "launch", "learn", "lobby", "loot",
    "massacre", "mediate", "meet", "mobilise", "mobilize", "murder", "nationalise", "nationalize", "negotiate",
    "nominate", "obey", "occupy", "offer", "oppose", "order", "outlaw", "overthrow", "own", "pardon", "perpetrate",
    "persecute", "persuade", "plan", "plead", "pledge", "plot", "plunder", "praise", "prefer", "prepare", "press",
    "propose", "prosecute", "protest", "pull", "punish", "pursue", "quit", "raid", "ransack", "ratify", "rebel",
    "recall", "recognise", "recognize", "reconsider", "recruit", "refuse", "regret", "reject", "release",
    "renounce", "repent", "resent", "resign", "resist", "resolve", "respect", "retaliate", "rig", "rob", "sabotage",
    "sack", "salute", "sanction", "scheme", "seek", "seize", "sell", "send", "sentence", "shell", "shelter",
    "shoot", "sign", "smuggle", "sponsor", "spy", "steal", "storm", "strive", "surrender", "suspect", "suspend",
    "swap", "swear", "take", "talk", "tax", "think", "threaten", "torture", "train", "trust", "try", "understand",
    "urge", "veto", "visit", "vote", "want", "warn", "welcome", "win", "wish", "withdraw", "withhold", "worry",
  ]

  /// Offices that bear such a name in one state alone.
  static let stateOffices = [
    "secretary of state": "USA", "defense secretary": "USA", "secretary of defense": "USA", "treasury secretary": "USA",
    "defence secretary": "GBR", "foreign secretary": "GBR", "home secretary": "GBR",
    "chancellor of the exchequer": "GBR",
  ]

  /// Nouns for one who holds the same office elsewhere.
  static let peers: Set<String> = ["counterpart", "colleague", "homologue", "peer"]

  /// Words before a name or in its apposition that tell a gender.
  static let genders: [String: Gender] = [
    "mr": .male, "mr.": .male, "sir": .male, "lord": .male, "king": .male, "prince": .male, "emperor": .male,
    "sheikh": .male, "spokesman": .male, "chairman": .male, "congressman": .male, "businessman": .male, "father": .male,
    "brother": .male, "son": .male, "husband": .male, "man": .male, "pope": .male, "archbishop": .male, "bishop": .male,
    "mrs": .female, "mrs.": .female, "ms": .female, "ms.": .female, "miss": .female, "lady": .female, "queen": .female,
    "princess": .female, "spokeswoman": .female, "chairwoman": .female, "congresswoman": .female,
    "businesswoman": .female,
    "mother": .female, "sister": .female, "daughter": .female, "wife": .female, "woman": .female, "baroness": .female,
    "mum": .female, "mom": .female, "girl": .female, "aunt": .female, "niece": .female, "widow": .female,
    "grandmother": .female, "girlfriend": .female, "actress": .female, "stepmother": .female, "granddaughter": .female,
    "dad": .male, "boy": .male, "uncle": .male, "nephew": .male, "widower": .male, "grandfather": .male,
    "boyfriend": .male, "grandson": .male, "stepfather": .male, "gentleman": .male, "guy": .male,
  ]
}
