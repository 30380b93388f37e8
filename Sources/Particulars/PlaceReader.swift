public import Actors
internal import Articles
import Foundation
public import Language

/// Finds where: every place name in a document, tied to the map.
///
/// A name that several places bear means the one whose state or region the text names beside it ("Paris, Texas"), else the one
/// that lies where the article's other places do, else the largest: toponym resolution by containment, context and population,
/// as Leidner ("Toponym Resolution in Text", 2007) surveys them.
public struct PlaceReader: Sendable {
  private let gazetteer: Gazetteer

  /// A reader with a gazetteer.
  public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// The places, in the order of the text, none overlapping. Linear in the number of names, but for the article's own places,
  /// with which each is compared.
  public func places(in document: Document, cast: Cast) -> [Place] {
    let names = PlaceNames(document, cast, gazetteer).names()
    var chosen = names.map { name in name.entries.max { prior($0) < prior($1) } }
    // What one name makes likelier of another: twice over, so that what is sure decides first.
    for _ in 0..<2 {
      let context = Context(names, chosen)
      for (i, name) in names.enumerated() where name.entries.count > 1 {
        chosen[i] = name.entries.max { score($0, name, context, names, chosen, i) < score($1, name, context, names, chosen, i) }
      }
    }
    return zip(names, chosen).map { name, entry in
      Place(
        tokens: name.tokens, span: document.span(name.tokens), name: entry?.name ?? document.text(name.tokens),
        kind: entry?.kind, location: entry?.location, country: entry?.country ?? "")
    }
  }

  /// How likely a place is meant by its name alone.
  private func prior(_ entry: Gazetteer.Entry) -> Double {
    let size = Double(max(entry.population, 10)).logarithm
    switch entry.kind {
    case .country: return size + 3
    case .region: return size + 0.5
    case .city: return size + (entry.isCapital ? 1.7 : 0)
    case .other: return size
    }
  }

  private func score(
    _ entry: Gazetteer.Entry, _ name: PlaceNames.Name, _ context: Context, _ names: [PlaceNames.Name],
    _ chosen: [Gazetteer.Entry?], _ i: Int
  ) -> Double {
    var score = prior(entry)
    if let holder = name.holder, let outer = chosen[holder] {
      if outer.kind == .region, entry.country == outer.country, entry.region == outer.name {
        score += 8
      } else if outer.kind == .country, entry.country == outer.country {
        score += 6
      }
    }
    // The same name of a region and a state, with one of its cities before it: "Tbilisi, Georgia".
    if let inner = names.firstIndex(where: { $0.holder == i }), names[inner].entries.contains(where: { holds(entry, $0) }) { score += 4 }
    score += min(3, 1.4 * context.weight(ofCountry: entry.country, besides: i))
    score += min(2.5, 1.2 * context.weight(ofRegion: entry, besides: i))
    return score
  }

  private func holds(_ outer: Gazetteer.Entry, _ inner: Gazetteer.Entry) -> Bool {
    guard outer.country == inner.country, inner.kind == .city else { return false }
    return outer.kind == .country || outer.kind == .region && inner.region == outer.name
  }

  /// Where the article's places lie.
  private struct Context {
    private let chosen: [Gazetteer.Entry?]
    private let isAmbiguous: [Bool]
    private let words: [String]

    init(_ names: [PlaceNames.Name], _ chosen: [Gazetteer.Entry?]) {
      self.chosen = chosen
      isAmbiguous = names.map { $0.entries.count > 1 }
      words = names.map(\.key)
    }

    /// How much the other names speak for a state: each once, those that could mean another place for less.
    func weight(ofCountry country: String, besides i: Int) -> Double {
      guard !country.isEmpty else { return 0 }
      return sum(besides: i) { $0.country == country }
    }

    func weight(ofRegion entry: Gazetteer.Entry, besides i: Int) -> Double {
      let region = entry.kind == .region ? entry.name : entry.region
      guard !region.isEmpty else { return 0 }
      return sum(besides: i) { $0.country == entry.country && ($0.region == region || $0.kind == .region && $0.name == region) }
    }

    private func sum(besides i: Int, _ speaks: (Gazetteer.Entry) -> Bool) -> Double {
      var seen: Set<String> = [words[i]]
      var sum = 0.0
      for (k, entry) in chosen.enumerated() {
        guard let entry, speaks(entry), seen.insert(words[k]).inserted else { continue }
        sum += isAmbiguous[k] ? 0.5 : 1
      }
      return sum
    }
  }
}

extension Double {
  fileprivate var logarithm: Double { log10(self) }
}
