import Foundation
import Testing

extension CommandTests {
  @Suite struct Parse {
    /// The columns of the words in CoNLL-U.
    private func words(_ output: String) throws -> [[Substring]] {
      try output.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        try #require(columns.count == 10)
        return columns
      }
    }

    @Test func text() throws {
      let result = try Command.run("parse", "-", input: "Poland expelled two diplomats. It didn't say why.")
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("# newdoc id = stdin\n"))
      let rows = try words(result.output)
      #expect(rows.map { $0[1] }.prefix(5) == ["Poland", "expelled", "two", "diplomats", "."])
      #expect(rows.filter { $0[7] == "root" }.count == 2)
    }

    @Test func wordsAndCommentsOfCoNLLUStay() throws {
      let given = """
        # sent_id = x-1
        # text = don't go-away
        1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
        1\tdo\t_\t_\t_\t_\t_\t_\t_\t_
        2\tn't\t_\t_\t_\t_\t_\t_\t_\t_
        3\tgo-away\t_\t_\t_\t_\t_\t_\t_\t_


        """
      let result = try Command.run("parse", "--input", "conllu", "-", input: given)
      #expect(result.status == 0)
      let lines = result.output.split(separator: "\n")
      #expect(lines.prefix(2) == ["# sent_id = x-1", "# text = don't go-away"])
      let rows = try words(result.output)
      #expect(rows.map { $0[0...1].joined(separator: " ") } == ["1-2 don't", "1 do", "2 n't", "3 go-away"])
      #expect(rows.filter { $0[7] == "root" }.count == 1)
    }

    @Test func brokenCoNLLUCostsItsFileAlone() throws {
      let folder = try Command.Folder()
      let bad = try folder.file("bad.conllu", "1\tone\n\n".utf8)
      let result = try Command.run("parse", bad, Command.example("summit.txt"))
      #expect(result.status == 65)
      #expect(result.messages.count == 1)
      #expect(result.errors.hasPrefix("chancery: \(bad): "))
      #expect(result.output.hasPrefix("# newdoc id = summit\n"))
    }

    @Test func missingFileAndModel() throws {
      #expect(try Command.run("parse", "nowhere.txt").status == 66)
      #expect(try Command.run("parse", "nowhere.conllu").status == 66)
      #expect(try Command.run("parse", Command.example("summit.txt"), "--model", "nowhere").status == 69)
    }
  }
}
