import Foundation
import Testing

@testable import Particulars

/// Looking names up.
@Suite struct GazetteerTests {
  private let small = Gazetteer(
    Data(
      """
      bel air\tBel Air\tcity\t39.54\t-76.35\tUSA\tMaryland\t10120
      belem\tBelém\tcity\t-1.46\t-48.50\tBRA\tPará\t1303403
      belgrade\tBelgrade\tcapital\t44.80\t20.47\tSRB\t\t1273651
      belgrade\tBelgrade\tcity\t45.78\t-111.18\tUSA\tMontana\t8254
      broken line
      iso srb\tSerbia\tcountry\t44.00\t21.00\tSRB\t\t3000000

      """.utf8))

  @Test func namesAreFoundWithAllTheyMay() {
    #expect(small.entries(named: "Belgrade").map(\.country) == ["SRB", "USA"])
    #expect(small.entries(named: "Belgrade").first?.isCapital == true)
    #expect(small.entries(named: "Belém").map(\.population) == [1_303_403])
    #expect(small.entries(named: "BEL AIR").count == 1)
    #expect(small.country("SRB")?.name == "Serbia")
  }

  @Test(arguments: ["", "Bel", "Belg", "Zagreb", "Aachen", "broken line", "\t", "Belgrade\t"])
  func otherNamesAreNot(_ name: String) {
    #expect(small.entries(named: name).isEmpty == (name != "Belgrade\t"))
  }

  @Test(arguments: [
    ("São Paulo", "sao paulo"), ("Łódź", "lodz"), ("N'Djamena", "ndjamena"), ("U.S.", "us"),
    ("Port-au-Prince", "port au prince"),
    ("  Bab  el-Mandeb ", "bab el mandeb"), ("Groß-Gerau", "gross gerau"),
  ])
  func namesFoldToPlainLetters(_ example: (String, String)) { #expect(Gazetteer.folded(example.0) == example.1) }

  @Test func theGazetteerIsSortedAndWhole() throws {
    let gazetteer = try Gazetteer.load()
    for (name, country) in [
      ("Paris", "FRA"), ("Zürich", "CHE"), ("Aleppo", "SYR"), ("Ky.", "USA"), ("Zwolle", "NLD"),
      ("'s-Hertogenbosch", "NLD"),
    ] {
      #expect(gazetteer.entries(named: name).contains { $0.country == country }, "\(name)")
    }
    #expect(gazetteer.country("FRA")?.name == "France")
    #expect(gazetteer.country("XXX") == nil)
  }
}
