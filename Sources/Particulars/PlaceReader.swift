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

  /// The places, in the order of the text, none overlapping. Linear in the number of names.
  public func places(in document: Document, cast: Cast) -> [Place] {
    let names = PlaceNames(document, cast, gazetteer).names()
    var chosen = names.map { name in name.entries.max { prior($0) < prior($1) } }
    // What one name makes likelier of another: twice over, so that what is sure decides first.
    for _ in 0..<2 {
      let context = Context(names, chosen)
      for (i, name) in names.enumerated() where name.entries.count > 1 {
        chosen[i] = name.entries.max {
          score($0, name, context, names, chosen, i) < score($1, name, context, names, chosen, i)
        }
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
    let size = log10(Double(max(entry.population, 10)))
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
    // Of a region and its city that share a name, news means the city: "Idlib", "New York".
    if entry.kind == .region,
      name.entries.contains(where: { $0.kind == .city && $0.country == entry.country && $0.population >= 50_000 })
    {
      score -= 1.5
    }
    if let holder = name.holder, let outer = chosen[holder] {
      if outer.kind == .region, entry.country == outer.country, entry.region == outer.name {
        score += 8
      } else if outer.kind == .country, entry.country == outer.country {
        score += 6
      }
    }
    // The same name of a region and a state, with one of its cities before it: "Tbilisi, Georgia".
    if i > 0, names[i - 1].holder == i, names[i - 1].entries.contains(where: { holds(entry, $0) }) { score += 4 }
    let weights = context.weights(of: entry, besides: name.key)
    score += min(3, 1.4 * weights.country) + min(2.5, 1.2 * weights.region)
    return score
  }

  private func holds(_ outer: Gazetteer.Entry, _ inner: Gazetteer.Entry) -> Bool {
    guard outer.country == inner.country, inner.kind == .city else { return false }
    return outer.kind == .country || outer.kind == .region && inner.region == outer.name
  }

  /// Where the article's places lie: how much its names speak for each state and region, every name once, those that could mean
  /// another place for half.
  private struct Context {
    private struct Area: Hashable {
      var country: String
      var region: String
    }

    private struct Vote: Hashable {
      var key: String
      var area: Area
    }

    private var votes: [Vote: Double] = [:]
    private var sums: [Area: Double] = [:]

    init(_ names: [PlaceNames.Name], _ chosen: [Gazetteer.Entry?]) {
      for (name, entry) in zip(names, chosen) {
        guard let entry, !entry.country.isEmpty else { continue }
        add(name, Area(country: entry.country, region: ""))
        let region = Self.region(of: entry)
        if !region.isEmpty { add(name, Area(country: entry.country, region: region)) }
      }
    }

    private mutating func add(_ name: PlaceNames.Name, _ area: Area) {
      let vote = Vote(key: name.key, area: area)
      guard votes[vote] == nil else { return }
      let weight = name.entries.count > 1 ? 0.5 : 1
      votes[vote] = weight
      sums[area, default: 0] += weight
    }

    private static func region(of entry: Gazetteer.Entry) -> String {
      entry.kind == .region ? entry.name : entry.region
    }

    /// What the other names say for an entry's state, and for its region.
    func weights(of entry: Gazetteer.Entry, besides key: String) -> (country: Double, region: Double) {
      func weight(_ area: Area) -> Double { sums[area, default: 0] - votes[Vote(key: key, area: area), default: 0] }
      let region = Self.region(of: entry)
      guard !entry.country.isEmpty else { return (0, 0) }
      return (
        weight(Area(country: entry.country, region: "")),
        region.isEmpty ? 0 : weight(Area(country: entry.country, region: region))
      )
    }
  }
}
