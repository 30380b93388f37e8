import Chancery
import Testing

/// Names that the dictionary does not know, over many articles.
struct NameTallyTests {
  private func mention(_ name: String, _ kind: Name.Kind, code: String = "", count: Int = 1, in article: String)
    -> UnknownMention
  {
    UnknownMention(
      name: UnknownName(name: name, kind: kind, code: code, sectors: [], count: count, sentence: 0), article: article,
      sentence: "\(name) left,\n \"they\" said.")
  }

  private var tally: NameTally {
    var tally = NameTally()
    tally.add([mention("Green Horizon", .organization, in: "a"), mention("Luis Ortega", .person, count: 4, in: "a")])
    tally.add([mention("Green-Horizon", .organization, code: "FRA", count: 2, in: "b")])
    tally.add([mention("Green-Horizon", .organization, code: "FRA", in: "c"), mention("Ada Un", .person, in: "c")])
    return tally
  }

  @Test func thoseOfTheMostArticlesComeFirst() {
    let rows = tally.rows()
    #expect(rows.map(\.name) == ["Green-Horizon", "Luis Ortega", "Ada Un"])
    #expect(rows.map(\.articles) == [3, 1, 1])
    #expect(rows.map(\.count) == [4, 4, 1])
    #expect(rows.first?.reading == "FRA")
    #expect(rows.first?.article == "a")
    #expect(tally.rows(least: 2).count == 1)
  }

  @Test func fieldsAreQuoted() {
    let row = tally.rows().first?.csv
    #expect(row == "Green-Horizon,organization,4,3,FRA,a,\"Green Horizon left, \"\"they\"\" said.\"")
  }

  @Test func theTableTellsWhatItLeavesOut() {
    let rows = tally.rows()
    let lines = NameTallyView(width: 80).text(of: Array(rows.prefix(1)), of: 3).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.last == "… and 2 more; --top 0 lists all")
  }
}
