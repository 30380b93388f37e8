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

  /// A few first names that tell the gender of persons unknown to the dictionary.
  static let female: Set<String> = [
    "mary", "anna", "anne", "ann", "maria", "susan", "sarah", "elizabeth", "jennifer", "linda", "karen", "nancy",
    "lisa",
    "laura", "julia", "julie", "emma", "olga", "natalia", "elena", "svetlana", "fatima", "aisha", "hillary", "michelle",
    "angela", "theresa", "margaret", "jane", "kate", "catherine", "katherine", "victoria", "rachel", "rebecca",
    "samantha",
    "amy", "helen", "ruth", "barbara", "patricia", "carol", "sandra", "claire", "sophie", "marie", "yulia", "tatyana",
    "irina", "maryam", "zahra", "ursula", "federica", "nikki", "melania", "ivanka", "carmen", "isabel", "gabriela",
    "andrea",
    "alice", "grace", "diana", "emily", "jessica", "kimberly", "wendy", "christine", "kathleen", "judith", "hanna",
    "marine", "jacinda", "christina", "cristina", "rosa", "lucia", "teresa", "joan", "jill", "heather", "megan", "erin",
  ]

  /// As ``female``.
  static let male: Set<String> = [
    "john", "james", "robert", "michael", "william", "david", "richard", "joseph", "thomas", "charles", "daniel",
    "matthew",
    "anthony", "mark", "paul", "steven", "stephen", "andrew", "kenneth", "george", "kevin", "brian", "edward", "peter",
    "ronald", "jeffrey", "gary", "ryan", "eric", "jonathan", "larry", "scott", "frank", "benjamin", "gregory", "samuel",
    "patrick", "alexander", "jack", "dennis", "henry", "adam", "nathan", "philip", "vladimir", "sergei", "sergey",
    "dmitry",
    "ivan", "mikhail", "nikolai", "igor", "oleg", "yuri", "viktor", "andrei", "mohammed", "muhammad", "mohammad",
    "mohamed",
    "ahmed", "ahmad", "ali", "hassan", "hussein", "abdul", "abdullah", "ibrahim", "omar", "khalid", "mahmoud",
    "mustafa",
    "mehmet", "recep", "jose", "juan", "carlos", "luis", "jorge", "pedro", "miguel", "antonio", "francisco", "manuel",
    "jean", "pierre", "jacques", "francois", "hans", "karl", "klaus", "wolfgang", "giuseppe", "marco", "paolo", "kim",
    "simon", "tim", "tom", "jim", "bob", "bill", "mike", "joe", "jeff", "steve", "chris", "christopher", "alan",
    "martin",
    "nick", "ben", "ted", "martin", "justin", "donald", "barack", "emmanuel", "boris", "keith", "bruce", "craig",
    "douglas",
  ]

  /// Words before a name or in its apposition that tell a gender.
  static let genders: [String: Gender] = [
    "mr": .male, "mr.": .male, "sir": .male, "lord": .male, "king": .male, "prince": .male, "emperor": .male,
    "sheikh": .male, "spokesman": .male, "chairman": .male, "congressman": .male, "businessman": .male, "father": .male,
    "brother": .male, "son": .male, "husband": .male, "man": .male, "pope": .male, "archbishop": .male, "bishop": .male,
    "mrs": .female, "mrs.": .female, "ms": .female, "ms.": .female, "miss": .female, "lady": .female, "queen": .female,
    "princess": .female, "spokeswoman": .female, "chairwoman": .female, "congresswoman": .female,
    "businesswoman": .female,
    "mother": .female, "sister": .female, "daughter": .female, "wife": .female, "woman": .female, "baroness": .female,
  ]
}
