import Actors
import Articles
import ChanceryTestSupport
import Language
import Testing

/// A small dictionary, and casts of hand-written parses with it.
enum Sample {
  static let facts = """
    USA | United States
      names: US; U.S.; America
      adjectives: American; US; U.S.
      demonyms: American; Americans
      capital: Washington
      seats: White House = GOV; Pentagon = MIL

    RUS | Russia
      adjectives: Russian
      demonyms: Russian; Russians
      capital: Moscow
      seats: Kremlin = GOV
      cities: Sochi

    CHN | China
      adjectives: Chinese
      demonyms: Chinese
      capital: Beijing

    FRA | France
      adjectives: French
      demonyms: French; Frenchman
      capital: Paris

    TUR | Turkey
      adjectives: Turkish
      demonyms: Turk; Turks
      capital: Ankara
      cities: Istanbul

    SYR | Syria
      adjectives: Syrian
      demonyms: Syrian; Syrians
      capital: Damascus

    IRN | Iran
      adjectives: Iranian
      demonyms: Iranian; Iranians
      capital: Tehran

    PRK | North Korea
      adjectives: North Korean
      capital: Pyongyang

    JOR | Jordan
      adjectives: Jordanian
      capital: Amman

    UNO/united-nations | United Nations
      names: UN; U.N.

    IGO/nato | NATO

    IRN/supreme-court | Supreme Court of Iran
      sector: JUD
      bare: Supreme Court

    TUR/supreme-court | Supreme Court of Turkey
      sector: JUD
      bare: Supreme Court

    AFG/taliban | Taliban
      sector: REB

    USA/donald-trump | Donald Trump
      names: Donald J. Trump
      gender: m
      office: President; GOV; 2025-01-20..
      office: President; GOV; 2017-01-20..2021-01-20
      office: Presidential candidate; PTY; 2015-06-16..2016-11-08

    USA/george-w-bush | George W. Bush
      gender: m
      office: President; GOV; 2001-01-20..2009-01-20

    USA/george-hw-bush | George H. W. Bush
      gender: m
      office: President; GOV; 1989-01-20..1993-01-20

    USA/michael-jordan | Michael Jordan
      gender: m

    FRA/emmanuel-macron | Emmanuel Macron
      gender: m
      office: President; GOV; 2017-05-14..

    RUS/vladimir-putin | Vladimir Putin
      gender: m
      office: President; GOV; 2012-05-07..

    TUR/recep-tayyip-erdogan | Recep Tayyip Erdoğan
      gender: m
      office: President; GOV; 2014-08-28..

    PRK/kim-jong-un | Kim Jong-un
      surname: Kim
      gender: m
      office: Leader of North Korea; GOV; 2011-12-17..

    DEU/angela-merkel | Angela Merkel
      gender: f
      office: Chancellor; GOV; 2005-11-22..2021-12-08

    GOV | government
      nouns: government; governments; official; officials; minister; ministers; president; presidents; foreign minister; foreign ministry; ministry; ambassador; spokesman; secretary of state; leader; leaders
      titles: President; Foreign Minister; Secretary of State

    MIL | military
      nouns: troops; army; soldiers; general
      titles: General; Gen.

    COP | police
      nouns: police

    CVL | civilians
      nouns: protesters; people

    EDU | education
      nouns: director; analyst; analysts

    BUS | business
      nouns: company; companies

    JRN | journalism
      nouns: daily; newspaper

    SPY | intelligence
      nouns: intelligence

    """

  /// The cast of a parse, on a day in 2018.
  static func cast(_ conllu: String, names: [Name] = [], text: String? = nil, on day: String = "2018-05-01") throws
    -> Reading
  {
    let dictionary = try ActorDictionary(facts: [FactsFile(name: "sample.facts", text: facts)])
    var document = try Document(conllu: conllu)
    if !names.isEmpty { document.names = names }
    let article = Article(id: "test", text: document.text.string, published: CalendarDate(day))
    return Reading(document: document, cast: dictionary.cast(of: document, article: article))
  }

  /// A cast with the words it was made of.
  struct Reading {
    let document: Document
    let cast: Cast

    /// The entities' ids of the mentions of some words, in order.
    func ids(_ words: String) -> [String] {
      cast.mentions.filter { document.text($0.tokens) == words }.map { cast.entities[$0.entity].id }
    }

    /// The entity of the only mention of some words.
    func entity(_ words: String) throws -> Entity {
      let found = cast.mentions.filter { document.text($0.tokens) == words }
      let all = cast.mentions.map { document.text($0.tokens) }
      let mention = try #require(found.first, "no mention '\(words)' among \(all)")
      return cast.entities[mention.entity]
    }

    func mention(_ words: String) throws -> Mention {
      try #require(cast.mentions.first { document.text($0.tokens) == words })
    }
  }
}
