import Analysis
import Archive
import Chancery

/// Where things happened, by state and place, on some days.
enum MapPage {
  private typealias Parameters = QueryParameters

  static let endpoint = Endpoint(
    "/map", name: "mapPage", "Where things happened.",
    parameters: [Parameters.since, Parameters.until, Parameters.quad], forms: [.html, .csv], schema: .none
  ) { question, desk in
    let given = try question.days()
    let last = try desk.store.span()?.last
    // Without days, the year up to the last article.
    let until = given.until ?? (given.since == nil ? last : nil)
    let since =
      given.since ?? (given.until == nil ? last.flatMap(CalendarDay.init(iso:)).map { ($0 + -365).description } : nil)
    let quads = question.all(Parameters.quad)
    let names = Names(dictionary: desk.dictionary)
    let find: @Sendable () throws -> (countries: [PlaceCount], places: [PlaceCount]) = {
      try desk.store.places(since: since, until: until, quads: quads, most: 300)
    }
    if question.form == .csv {
      let (countries, places) = try find()
      return .table(table(countries, places, names), in: .csv)
    }
    var page = Page(
      title: "Where it happened", template: "map", section: .map,
      slots: [
        "csv": question.csvAddress, "since": since, "until": until, "sinceGiven": since, "untilGiven": until,
        "quads": (1...4).map { quad -> Slots in
          ["number": quad, "title": QuadClass.title(quad), "isChosen": quads.contains(quad)]
        },
      ], tools: [.map])
    page.parts = [
      .init(template: "map-places") {
        let (countries, places) = try find()
        func address(_ place: String) -> String {
          PageAddress.page(
            "/happenings",
            [("place", place), ("since", since), ("until", until)] + quads.map { (name: "quad", text: String($0)) })
        }
        return [
          "countries": countries.map { country -> Slots in
            [
              "name": names.name(country.country), "code": country.country, "count": country.happenings,
              "address": address(country.country),
            ]
          },
          "places": places.map { place -> Slots in
            [
              "name": place.name, "country": names.name(place.country), "count": place.happenings,
              "latitude": place.location?.latitude, "longitude": place.location?.longitude,
              "address": address(place.name),
            ]
          }, "isEmpty": countries.isEmpty,
        ]
      }
    ]
    return try page.answer()
  }

  private static func table(_ countries: [PlaceCount], _ places: [PlaceCount], _ names: Names) -> Table {
    var table = Table(
      "Where it happened",
      columns: [
        .init("kind"), .init("place"), .init("country"), .init("latitude"), .init("longitude"), .init("happenings"),
      ])
    for country in countries {
      table.add([
        .text("country"), .text(names.name(country.country)), .text(country.country), .none, .none,
        .count(country.happenings),
      ])
    }
    for place in places {
      table.add([
        .text("place"), .text(place.name), .text(place.country), .optional(place.location?.latitude),
        .optional(place.location?.longitude), .count(place.happenings),
      ])
    }
    return table
  }
}
