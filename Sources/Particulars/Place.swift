public import Articles

/// A place that a text names, also where it stands for a government.
public struct Place: Sendable, Hashable {
  /// What kind of place it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A state or territory with an ISO code.
    case country
    /// A part of a state: a province, an American state or county.
    case region
    /// A city, town or village.
    case city
    /// A continent, a sea, a mountain range, a part of a city.
    case other
  }

  /// The name's tokens in the document.
  public var tokens: Range<Int>
  /// The name in the text.
  public var span: Span
  /// Its usual name: "Köln" for "Cologne"; as in the text where the gazetteer lacks it.
  public var name: String
  /// Country, region, city or other; `nil` where the gazetteer lacks it.
  public var kind: Kind?
  /// Where it lies, in degrees north and east; `nil` where the gazetteer lacks it.
  public var location: Location?
  /// ISO 3166-1 alpha-3 of the state it lies in; empty for seas, continents and where the gazetteer lacks it.
  public var country: String

  /// A place.
  public init(
    tokens: Range<Int>, span: Span, name: String, kind: Kind? = nil, location: Location? = nil, country: String = ""
  ) {
    self.tokens = tokens
    self.span = span
    self.name = name
    self.kind = kind
    self.location = location
    self.country = country
  }
}

/// A point on the map.
public struct Location: Sendable, Hashable {
  /// Degrees north of the equator, -90 to 90.
  public var latitude: Double
  /// Degrees east of Greenwich, -180 to 180.
  public var longitude: Double

  /// A point.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
