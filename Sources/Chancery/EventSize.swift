import Events
import Language
import Particulars

/// How many people an act killed, hurt or put in custody, as its sentence says.
public struct EventSize: Sendable, Hashable {
  /// The dead.
  public var dead: Int?
  /// The injured.
  public var injured: Int?
  /// The arrested.
  public var arrested: Int?

  /// Nothing said.
  public static let none = EventSize()

  /// Counts; `nil` for what is not said.
  public init(dead: Int? = nil, injured: Int? = nil, arrested: Int? = nil) {
    self.dead = dead
    self.injured = injured
    self.arrested = arrested
  }

  /// In the order of PLOVER's manual, with its names; what is not said is left out.
  package var members: [JSON.Member] {
    [("dead", dead), ("injured", injured), ("arrested", arrested)].compactMap { name, count in
      count.map { JSON.Member(name, .integer($0)) }
    }
  }
}

extension Reading {
  /// How many people each event killed, hurt or put in custody: figures of people that what befell them ties to its words. Each
  /// figure belongs to one event, of several of a kind the first counts.
  public var sizes: [EventSize] {
    var sizes = [EventSize](repeating: .none, count: events.count)
    var first = 0
    for figure in figures where figure.unit == "people" && figure.value >= 1 && figure.value < 1e9 {
      guard let head = figure.tokens.first(where: { governor($0).map { !figure.tokens.contains($0) } ?? true }),
        let (what, word) = fate(at: head)
      else { continue }
      let sentence = document.sentenceIndex(of: head)
      // Both figures and events come in the order of the text.
      while first < events.count, events[first].sentence < sentence { first += 1 }
      var nearest: (event: Int, distance: Int)?
      for event in first..<events.count {
        if events[event].sentence > sentence { break }
        if let distance = distance(from: word, to: events[event]), distance < nearest?.distance ?? .max {
          nearest = (event, distance)
        }
      }
      guard let nearest, sizes[nearest.event][keyPath: what] == nil else { continue }
      sizes[nearest.event][keyPath: what] = Int(figure.value)
    }
    return sizes
  }

  private static let fates: [(what: any WritableKeyPath<EventSize, Int?> & Sendable, lemmas: Set<String>)] = [
    (
      \.dead,
      ["kill", "die", "massacre", "slay", "murder", "execute", "behead", "dead", "death", "killing", "fatality"]
    ),
    (\.injured, ["wound", "injure", "hurt", "maim", "injured", "wounded", "injury"]),
    (\.arrested, ["arrest", "detain", "jail", "imprison", "arrested", "detained", "detention"]),
  ]

  /// What befell those that a figure counts, and the word that says so: what they are called, or what they hang on.
  private func fate(at head: Int) -> (WritableKeyPath<EventSize, Int?>, word: Int)? {
    var token = head
    for _ in 0..<3 {
      let lemmas = [document.tokens[token].lemma.lowercased(), document.form(token).lowercased()]
      if let fate = Self.fates.first(where: { !$0.lemmas.isDisjoint(with: lemmas) }) { return (fate.what, token) }
      // What befell others ("killed four and captured six") befell not these; whoever does the killing is not dead.
      guard document.tokens[token].upos != "VERB", let next = governor(token),
        document.tokens[token].deprel != "nsubj" || document.tokens[next].lemma == "die"
          || document.tokens[next].upos == "ADJ"
      else { return nil }
      token = next
    }
    return nil
  }

  /// How many arcs lie between a word and those that tell an act, up from either.
  private func distance(from word: Int, to event: Event) -> Int? {
    func climb(_ token: Int, _ reaches: (Int) -> Bool) -> Int? {
      var at = token
      for distance in 0...3 {
        if reaches(at) { return distance }
        guard let next = governor(at) else { return nil }
        at = next
      }
      return nil
    }
    let up = climb(word) { document.tokens[$0].span.overlaps(event.trigger) }
    let down = climb(event.token) { $0 == word }
    return [up, down].compactMap(\.self).min()
  }

  private func governor(_ token: Int) -> Int? { document.tokens[token].head.index }
}
