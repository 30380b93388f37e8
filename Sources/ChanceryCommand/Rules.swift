import ArgumentParser
import Articles
import Chancery
import Events

/// `chancery rules`
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks after coding rules.", subcommands: [RulesCheck.self])
}

/// `chancery rules check`
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks files of coding rules: what is wrong in them, and which of their examples are misread.",
    discussion: """
      Every error is reported with file, line and mend. Then each rule's own examples are read, by rules alone: those of \
      the files beside those that came with Chancery, as 'chancery read --rules FILE --coding rules' has them.

      The exit code is 0 where all is well, 1 where examples are misread, 65 where a file has errors, 66 where one is \
      missing. A few examples of the shipped rules are misread: the encoder does not get every short sentence right.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files of coding rules; '-' is standard input. Without any, the rules that came with Chancery.", valueName: "file"
    ))
  var files: [String] = []

  @OptionGroup var engine: EngineOptions

  func run() throws {
    var first: Failure.Code?
    var read: [RuleFile] = []
    if files.isEmpty {
      do { read = try RuleBook.shipped() } catch { throw Failure(error) }
    }
    for path in files {
      do {
        read.append(try RuleFile(path: path))
      } catch {
        let failure = Failure(error)
        Console.report(failure.description)
        first = first ?? failure.code
      }
    }
    for error in read.flatMap(\.errors) {
      Console.report(error.description)
      first = first ?? .data
    }
    // What has no errors is tried out all the same.
    let sound = read.filter { $0.errors.isEmpty }
    var misread = 0
    if !sound.isEmpty {
      let reader: Reader
      do {
        reader = try Reader.load(
          model: engine.model, arithmetic: engine.precision, coding: .rules, rules: files.isEmpty ? [] : sound)
      } catch { throw Failure(error) }
      for file in sound { misread += try check(file, with: reader) }
    }
    if let first { throw ExitCode(first.rawValue) }
    if misread > 0 { throw ExitCode.failure }
  }

  /// Tries out the examples of a file and prints what came of it; the number of those misread.
  private func check(_ file: RuleFile, with reader: Reader) throws -> Int {
    var tasks = file.rules.flatMap { rule in rule.examples.map { (rule, $0) } }[...]
    let count = tasks.count
    var misread: [String] = []
    try OrderedWork<(Rule, Rule.Example), String?>.run(
      workers: engine.workerCount, next: { tasks.popFirst() },
      work: { rule, example in
        let reading = reader.read(example, of: rule)
        guard !reading.isRight else { return nil }
        let wanted = example.actors == nil ? "must not apply to" : "misreads"
        let events = reading.events.isEmpty ? ["nothing"] : reading.events
        return "  \(file.path):\(example.line): '\(rule.id)' \(wanted): \(example.text)\n"
          + Self.wanted(example).map { "      wanted \($0)\n" }.joined()
          + events.map { "      read   \($0)\n" }.joined()
      },
      emit: { if let line = $0 { misread.append(line) } })
    let idle = file.rules.filter { rule in !rule.examples.contains { $0.actors != nil } }
    try Console.write(
      "\(file.path): \(Self.counted(file.rules.count, "rule")), \(Self.counted(count, "example")), \(misread.count) misread\n"
        + misread.joined()
        + idle.map { "  \(file.path):\($0.line): '\($0.id)' has no example; add '  + SENTENCE => ACTOR > RECIPIENT'\n" }
        .joined())
    return misread.count
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// What an example asks for, as rule files write it; none for one against its rule.
  private static func wanted(_ example: Rule.Example) -> [String] {
    guard let actors = example.actors else { return [] }
    let sides = [actors, example.recipients].map { $0.isEmpty ? "-" : $0.joined(separator: " + ") }
    let auxiliaries = example.auxiliaries.map(\.rawValue).joined(separator: ", ")
    return [sides.joined(separator: " > ") + (auxiliaries.isEmpty ? "" : " (\(auxiliaries))")]
  }
}
