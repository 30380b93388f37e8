import ChanceryTestSupport
import Foundation
import Testing

extension CommandTests {
  @Suite struct Actors {
    private let own = """
      FRA/lucie-armand | Lucie Armand
        gender: f
        office: Prefect; GOV; 2016..

      """

    @Test func help() throws {
      for name in ["show", "check", "unknown"] {
        Snapshot.expect(try Command.run("actors", name, "--help").output, named: "actors-\(name)-help.txt")
      }
    }

    @Test func showExplainsAName() throws {
      let result = try Command.run("actors", "show", "Angela", "Merkel", "--on", "2010-05-01")
      #expect(result.status == 0)
      #expect(result.errors.isEmpty)
      #expect(result.output.hasPrefix("Angela Merkel as of 1 May 2010\n"))
      #expect(result.output.contains("person, DEU GOV, Chancellor"))
      #expect(result.output.split(separator: "\n").contains { $0.contains("▸") && $0.contains("leaders.facts:") })
    }

    @Test func showAsJSON() throws {
      let result = try Command.run("actors", "show", "Merkel", "--on", "2010-05-01", "--format", "json")
      let answer = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let bearers = try #require(answer["bearers"] as? [[String: Any]])
      #expect(bearers.first?["id"] as? String == "DEU/angela-merkel")
      let offices = try #require(bearers.first?["offices"] as? [[String: Any]])
      #expect(offices.filter { $0["decides"] as? Bool == true }.map { $0["title"] as? String } == ["Chancellor"])
    }

    @Test func showKnowsDictionariesOfOnesOwn() throws {
      let folder = try Command.Folder()
      let file = try folder.file("own.facts", own.utf8)
      #expect(try Command.run("actors", "show", "Lucie Armand").output.contains("does not know it"))
      #expect(try Command.run("actors", "show", "Lucie Armand", "--actors", file).output.contains("\(file):1"))
    }

    @Test func checkOfTheFactsThatComeWithIt() throws {
      let result = try Command.run("actors", "check", "--errors-only")
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("0 errors, "))
    }

    @Test func checkFindsErrorsInAFile() throws {
      let folder = try Command.Folder()
      let good = try folder.file("good.facts", own.utf8)
      #expect(try Command.run("actors", "check", good).output == "0 errors, 0 warnings\n")
      let bad = try folder.file("bad.facts", "QQQ/x | X\n".utf8)
      let worse = try folder.file("worse.facts", "FRA/x\n".utf8)
      let result = try Command.run("actors", "check", good, bad, worse)
      #expect(result.status == 65)
      #expect(result.output.contains("\(bad):1: error: 'QQQ' is no state of the dictionary. "))
      #expect(result.output.contains("\(worse):1: error: A record has no '|'. "))
      #expect(result.output.hasSuffix("2 errors, 0 warnings\n"))
      #expect(try Command.run("actors", "check", "nowhere.facts").status == 66)
    }

    @Test func readTakesDictionariesOfOnesOwn() throws {
      let folder = try Command.Folder()
      let facts = try folder.file("own.facts", own.utf8)
      let petrarch = try folder.file("own.txt", "GREEN_HORIZON_\n\t[NGOENV]\nODD_ONE_\n\t[QQQ]\n".utf8)
      let text = "Lucie Armand met leaders of Green Horizon in Paris on Monday."
      let result = try Command.run(
        "read", "-", "--published", "2018-05-01", "--format", "json", "--actors", facts, "--actors", petrarch,
        input: text)
      #expect(result.status == 0)
      #expect(result.messages.count == 1)
      #expect(result.errors.hasPrefix("chancery: \(petrarch):4: warning: "))
      #expect(result.output.contains("\"FRA/lucie-armand\""))
      #expect(result.output.contains("\"NGO/green-horizon\""))
      #expect(try Command.run("read", "-", "--actors", "nowhere.facts", input: text).status == 66)
      let bad = try folder.file("bad.facts", "FRA/x | X\n  capitol: Y\n".utf8)
      let failed = try Command.run("read", "-", "--actors", bad, input: text)
      #expect(failed.status == 65)
      #expect(failed.errors.hasPrefix("chancery: \(bad):2: There is no field 'capitol'. "))
    }

    @Test func unknownCountsNames() throws {
      let articles = [
        #"{"id": "a", "text": "Luis Maldonaro met leaders in Paris. Maldonaro left on Monday."}"#,
        #"{"id": "b", "text": "Vladimir Putin met Luis Maldonaro in Moscow."}"#,
      ].map { $0 + "\n" }.joined()
      let csv = try Command.run(
        "actors", "unknown", "-", "--input", "jsonl", "--format", "csv", input: articles)
      #expect(csv.status == 0)
      let rows = csv.output.split(separator: "\r\n")
      #expect(rows.first == "name,kind,count,articles,reading,article,example")
      #expect(rows.contains { $0.hasPrefix("Luis Maldonaro,person,3,2,") })
      #expect(!csv.output.contains("Putin,person"))
      let table = try Command.run("actors", "unknown", "-", "--input", "jsonl", "--least", "2", input: articles)
      #expect(table.output.contains("Luis Maldonaro"))
    }

    @Test(arguments: [["show"], ["show", "X", "--on", "soon"], ["unknown", "x.txt", "--top", "-1"], ["unknown"]])
    func wrongUsage(arguments: [String]) throws {
      let process = try Command.process(["actors"] + arguments)
      process.standardError = Pipe()
      process.standardOutput = Pipe()
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 64)
    }
  }
}
