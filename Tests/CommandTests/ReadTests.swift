import ChanceryTestSupport
import Foundation
import Testing

/// An article as a line of JSON Lines.
private func line(_ id: String, _ text: String = "Belarus denied the report. Poland expelled two diplomats.") -> String
{
  #"{"id": "\#(id)", "text": "\#(text)", "published": "2023-06-15"}"# + "\n"
}

/// The ids of the articles in output of `--format jsonl`.
private func ids(_ output: String) throws -> [String] {
  try output.split(separator: "\n").map { line in
    let reading = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let article = try #require(reading["article"] as? [String: Any])
    return try #require(article["id"] as? String)
  }
}

extension CommandTests {
  @Suite struct Read {
    @Test func versionAndHelp() throws {
      let version = try Command.run("--version")
      #expect(version.status == 0)
      #expect(version.output.split(separator: ".").count == 3)
      Snapshot.expect(try Command.run("read", "--help").output, named: "read-help.txt")
      Snapshot.expect(try Command.run("parse", "--help").output, named: "parse-help.txt")
    }

    @Test func readingForPeople() throws {
      let result = try Command.run("read", Command.example("arms-denied.txt"), "--published", "2023-06-15")
      #expect(result.status == 0)
      #expect(result.errors.isEmpty)
      #expect(result.output.hasPrefix("Belarus denies selling rocket launchers to Myanmar's army\n15 June 2023"))
      for heading in ["\nCast\n", "\nEvents\n", "\nStatements\n"] { #expect(result.output.contains(heading)) }
      #expect(!result.output.contains("\u{1B}"))
    }

    #if os(Linux)
      @Test func colourOnATerminalUnlessUnwanted() throws {
        let line = "script -qec '\"$CHANCERY\" read \"\(Command.example("summit.txt"))\"' /dev/null"
        #expect(try Command.shell("unset NO_COLOR; TERM=xterm " + line).output.contains("\u{1B}["))
        #expect(try !Command.shell("TERM=xterm NO_COLOR=1 " + line).output.contains("\u{1B}["))
      }
    #endif

    @Test func articlesComeInTheirOrderWhateverTheWorkers() throws {
      let lines = (1...30).map { line("a\($0)", String(repeating: "Belarus denied it. ", count: 31 - $0)) }.joined()
      let alone = try Command.run("read", "-", "--input", "jsonl", "--format", "jsonl", "--workers", "1", input: lines)
      let together = try Command.run(
        "read", "-", "--input", "jsonl", "--format", "jsonl", "--workers", "5", input: lines)
      #expect(try ids(alone.output) == (1...30).map { "a\($0)" })
      #expect(alone.output == together.output)
      #expect(alone.status == 0)
      #expect(together.status == 0)
    }

    @Test func articleIsReadAlikeAloneAndAmongOthers() throws {
      let all = try Command.run("read", Command.example("articles.jsonl"), "--format", "jsonl")
      let expected = try #require(all.output.split(separator: "\n").first { $0.contains(#"{"id": "summit""#) })
      let folder = try Command.Folder()
      let articles = try String(contentsOfFile: Command.example("articles.jsonl"), encoding: .utf8)
      let summit = try #require(articles.split(separator: "\n").first { $0.contains(#""id": "summit""#) })
      let file = try folder.file("one.jsonl", summit.utf8)
      #expect(try Command.run("read", file, "--format", "jsonl", "--workers", "3").output == expected + "\n")
    }

    @Test func readingIsWrittenBeforeTheNextArticleComes() throws {
      let process = try Command.process(["read", "-", "--input", "jsonl", "--format", "jsonl", "--workers", "2"])
      let input = Pipe()
      let output = Pipe()
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      for id in ["first", "second"] {
        try input.fileHandleForWriting.write(contentsOf: Data(line(id).utf8))
        var got = Data()
        while got.last != 0x0A {
          let more = output.fileHandleForReading.availableData
          try #require(!more.isEmpty)
          got += more
        }
        #expect(try ids(String(decoding: got, as: UTF8.self)) == [id])
      }
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }

    @Test func formats() throws {
      let file = Command.example("sanctions.txt")
      let json = try Command.run("read", file, "--format", "json").output
      let reading = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let events = try #require(reading["events"] as? [[String: Any]])
      #expect(!events.isEmpty)

      let records = try Command.run("read", file, "--format", "plover").output.split(separator: "\n")
      #expect(records.count == events.count { $0["plover"] is String })
      for record in records { #expect(try JSONSerialization.jsonObject(with: Data(record.utf8)) is [String: Any]) }

      let csv = try Command.run("read", file, "--format", "csv").output
      #expect(csv.hasPrefix("article,published,"))
      #expect(csv.hasSuffix("\r\n"))
      #expect(csv.split(separator: "\r\n").count == events.count + 1)
    }

    @Test func goneReaderEndsItQuietly() throws {
      let file = Command.example("articles.jsonl")
      let result = try Command.shell(#""$CHANCERY" read "\#(file)" --format jsonl --workers 1 | head -c 1"#)
      #expect(result.output == "{")
      #expect(result.errors.isEmpty)
    }

    #if os(Linux)
      @Test func fullDiskIsTold() throws {
        let result = try Command.shell(#""$CHANCERY" read "\#(Command.example("summit.txt"))" > /dev/full"#)
        #expect(result.status == 74)
        #expect(result.errors.contains("standard output cannot be written"))
      }
    #endif
  }

  @Suite struct BadInput {
    private let folder = try? Command.Folder()

    private func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
      try #require(folder).file(name, bytes)
    }

    /// Reads a bad file before a good one.
    private func expect(_ bad: String, status: Int32, message: String) throws {
      let result = try Command.run("read", bad, Command.example("summit.txt"), "--format", "jsonl")
      #expect(result.status == status)
      #expect(result.messages == ["chancery: \(bad): \(message)"])
      #expect(try ids(result.output) == ["summit"])
    }

    @Test func emptyFile() throws {
      try expect(file("a.txt", []), status: 65, message: "this is empty; give the text of an article")
    }

    @Test func binaryFile() throws {
      try expect(
        file("a.txt", [0x7F, 0x45, 0x4C, 0x46, 0]), status: 65,
        message: "this is no text (a zero byte at 4); give plain text, or articles as JSON Lines with --input jsonl")
    }

    @Test func invalidUTF8() throws {
      try expect(
        file("a.txt", Array("Käse, caf".utf8) + [0xE9, 0x20]), status: 65,
        message: "byte 10 in line 1 (0xE9) is not UTF-8; convert it, for example with 'iconv -f WINDOWS-1252 -t UTF-8'")
    }

    @Test func missingFile() throws {
      try expect("nowhere.txt", status: 66, message: "there is no such file; check the path")
    }

    @Test func folderWithoutArticles() throws {
      let empty = try Command.Folder()
      try expect(empty.url.path, status: 65, message: "the folder holds no articles; name one that does")
    }

    @Test func brokenLineInTheMiddle() throws {
      let file = try file("a.jsonl", (line("a") + "{\"id\": \"b\", \"text\n" + line("c")).utf8)
      let result = try Command.run("read", file, "--format", "jsonl")
      #expect(result.status == 65)
      #expect(try ids(result.output) == ["a", "c"])
      #expect(result.messages.count == 1)
      #expect(result.errors.hasPrefix("chancery: \(file):2: this is no JSON"))
    }

    @Test func lineOfFiftyMegabytes() throws {
      let file = try file(
        "a.jsonl", (line("a") + line("b", String(repeating: "x", count: 50_000_000)) + line("c")).utf8)
      let result = try Command.run("read", file, "--format", "jsonl")
      #expect(result.status == 65)
      #expect(try ids(result.output) == ["a", "c"])
      #expect(result.errors.contains(":2: the line has 50000"))
    }

    @Test func unreadableDateIsAWarning() throws {
      let file = try file("a.jsonl", #"{"id": "a", "text": "Belarus denied it.", "published": "soon"}"#.utf8)
      let result = try Command.run("read", file, "--format", "jsonl")
      #expect(result.status == 0)
      #expect(try ids(result.output) == ["a"])
      #expect(result.errors.hasPrefix("chancery: warning: \(file):1: \"published\" is \"soon\""))
    }

    @Test func otherLanguagesAreSetAside() throws {
      let german =
        "Die Außenministerin sagte am Dienstag, ihr Land werde den Vertrag nicht vor dem Sommer unterzeichnen. Die Nachbarn "
        + "nannten die Entscheidung bedauerlich und baten für die kommende Woche um Gespräche in der Hauptstadt."
      let file = try file("a.jsonl", (line("a") + line("b", german) + line("c")).utf8)
      let result = try Command.run("read", file, "--format", "jsonl")
      #expect(result.status == 0)
      #expect(try ids(result.output) == ["a", "c"])
      #expect(
        result.messages == [
          "chancery: set aside: b: its language is de and only en is read; translate it, or leave it out",
          "chancery: 1 article was set aside, not being in English",
        ])
    }

    @Test func missingModel() throws {
      let result = try Command.run("read", Command.example("summit.txt"), "--model", "nowhere")
      #expect(result.status == 69)
      #expect(result.output.isEmpty)
      #expect(result.messages.count == 1)
      #expect(result.errors.contains("nowhere"))
    }

    @Test func modelOfAnotherVersion() throws {
      let resources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Language/Resources").standardizedFileURL
      let folder = try Command.Folder()
      for name in ["chancery.safetensors", "vocabulary.txt", "lemmas.tsv"] {
        try FileManager.default.createSymbolicLink(
          at: folder.url.appending(path: name), withDestinationURL: resources.appending(path: name))
      }
      let manifest = try String(contentsOf: resources.appending(path: "manifest.json"), encoding: .utf8)
      #expect(manifest.contains("\"version\": 1"))
      let newer = manifest.replacing("\"version\": 1", with: "\"version\": 2")
      _ = try folder.file("manifest.json", Array(newer.utf8))
      let result = try Command.run("read", Command.example("summit.txt"), "--model", folder.url.path)
      #expect(result.status == 70)
      #expect(result.output.isEmpty)
      #expect(result.messages.count == 1)
      #expect(result.errors.contains("chancery-encoder 2"))
    }

    @Test func damagedModel() throws {
      let folder = try Command.Folder()
      _ = try folder.file("chancery.safetensors", Array("nonsense".utf8))
      _ = try folder.file("manifest.json", Array("{}".utf8))
      let result = try Command.run("read", Command.example("summit.txt"), "--model", folder.url.path)
      #expect(result.status == 70)
      #expect(result.output.isEmpty)
      #expect(result.messages.count == 1)
    }

    @Test(arguments: [
      [], ["summit.txt", "--workers", "0"], ["summit.txt", "--published", "yesterday"],
      ["summit.txt", "--format", "xml"], ["summit.txt", "--coding", "none"],
    ])
    func wrongUsage(arguments: [String]) throws {
      let process = try Command.process(["read"] + arguments)
      process.standardError = Pipe()
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 64)
    }
  }
}

/// Runs of the command follow one another: each loads the model.
@Suite(.serialized) struct CommandTests {}
