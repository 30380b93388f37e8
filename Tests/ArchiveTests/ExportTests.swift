@testable import Archive
import Chancery
@testable import ChanceryTestSupport
import Testing

@Suite struct ExportTests {
  private static let place = PlaceRow(
    text: "Geneva", name: "Geneva", kind: .city, country: "CHE", location: Location(latitude: 46.2, longitude: 6.1))

  private static var event: EventRow {
    var event = ArchiveSample.event(
      ArchiveSample.article("a"), "e1", .assault, by: [ArchiveSample.army], to: [ArchiveSample.envoy], place: place,
      cameo: "1951")
    event.trigger = "air\tstrike"
    return event
  }

  private static let happening = HappeningRow(
    id: "h00000000000000ff", category: .assault, day: "2020-03-02", reports: 4, mentions: 9, sources: 3, claimed: 0,
    denied: 0)

  @Test func gdeltHasItsColumnsInTheirOrder() throws {
    #expect(Gdelt.columns.count == 61)
    #expect(
      Gdelt.columns[25...34] == [
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
        "NumSources", "NumArticles", "AvgTone",
      ])
    let line = try #require(Gdelt.line(Self.happening, [Self.event]))
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    #expect(fields.count == 61)
    let row = Dictionary(uniqueKeysWithValues: zip(Gdelt.columns, fields))
    #expect(row["GLOBALEVENTID"] == "127")
    #expect(row["SQLDATE"] == "20200302" && row["MonthYear"] == "202003" && row["FractionDate"] == "2020.1671")
    #expect(row["Actor1Code"] == "CHNMIL" && row["Actor1CountryCode"] == "CHN" && row["Actor1Type1Code"] == "MIL")
    #expect(row["Actor2Name"] == "JANE DOE" && row["Actor2Code"] == "USAGOV")
    #expect(row["EventCode"] == "1951" && row["EventBaseCode"] == "195" && row["EventRootCode"] == "19")
    #expect(row["NumMentions"] == "9" && row["NumSources"] == "3" && row["NumArticles"] == "4")
    #expect(row["ActionGeo_Type"] == "4" && row["ActionGeo_FullName"] == "Geneva" && row["ActionGeo_Lat"] == "46.2")
    #expect(row["SOURCEURL"] == "https://example.org/a")
  }

  @Test func whatDidNotHappenHasNoLineInGdeltAndIcews() {
    let planned = ArchiveSample.event(ArchiveSample.article("a"), "e1", .consult, [.future])
    #expect(Gdelt.line(Self.happening, [planned]) == nil)
    #expect(Icews.lines(planned).isEmpty)
  }

  @Test func icewsHasALineAPair() {
    var event = Self.event
    event.recipients.append(ArchiveSample.party(ArchiveSample.usa))
    let lines = Icews.lines(event)
    #expect(Icews.columns.count == 20)
    #expect(
      lines == [
        "a/e1\t2020-03-02\tChinese Army\tMIL\tCHN\tASSAULT\t1951\t-9.3\tJane Doe\tGOV\tUSA\ta\t1\ta.example\tGeneva\t\t\tCHE\t46.2\t6.1",
        "a/e1\t2020-03-02\tChinese Army\tMIL\tCHN\tASSAULT\t1951\t-9.3\tUnited States\t\tUSA\ta\t1\ta.example\tGeneva\t\t\tCHE\t46.2\t6.1",
      ])
  }

  @Test func tabsAndLineEndsBecomeSpaces() { #expect(Tabbed.field("a\tb\r\nc  d") == "a b c d") }

  @Test func csvLinesAgreeWithTheirHeads() {
    func columns(_ line: String) -> Int { line.split(separator: ",", omittingEmptySubsequences: false).count }
    let article = ArchiveSample.article("a")
    #expect(columns(EventRow.csvHeader) == columns(Self.event.csv))
    #expect(columns(StatementRow.csvHeader) == columns(ArchiveSample.statement(article).csv))
    #expect(columns(HappeningRow.csvHeader) == columns(Self.happening.csv))
  }
}
