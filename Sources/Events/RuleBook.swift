internal import Articles
import Foundation

/// All coding rules, found by the words that they are about.
public struct RuleBook: Sendable {
  /// The rules in their order, which decides between equals: a user's own first, then those that come with Chancery, each
  /// file by file.
  public let rules: [Rule]
  /// For a lemma or inflected form of a predicate, which phrases of which rules may match it.
  private let index: [String: [(rule: Int, phrase: Int)]]

  /// The rules of files, in their order; a user's own rule takes the place of one with its id that comes with Chancery.
  ///
  /// - Throws: ``RulesError``: the first of the files' errors, or that two rules have one id.
  public init(files: [RuleFile]) throws {
    if let error = files.lazy.flatMap(\.errors).first { throw error }
    let all = files.flatMap(\.rules)
    let own = all.filter(\.isOwn)
    let ids = Set(own.map(\.id))
    rules = own + all.filter { !$0.isOwn && !ids.contains($0.id) }
    var seen: [String: Rule] = [:]
    for rule in rules {
      if let other = seen[rule.id] {
        throw RulesError(
          file: rule.file, line: rule.line,
          message: "a rule of \(other.file) is called '\(rule.id)', too; give one of them, or its file, another name")
      }
      seen[rule.id] = rule
    }
    var found: [String: [(rule: Int, phrase: Int)]] = [:]
    for (r, rule) in rules.enumerated() {
      for (p, phrase) in rule.phrases.enumerated() {
        for head in phrase.heads {
          found[head, default: []].append((r, p))
          switch phrase.kind {
          case .verb: for form in Inflection.forms(ofVerb: head) { found[form, default: []].append((r, p)) }
          case .noun: found[Inflection.plural(of: head), default: []].append((r, p))
          case .adjective: break
          }
        }
      }
    }
    index = found
  }

  /// The rules that come with Chancery, and a user's own.
  ///
  /// - Throws: ``RulesError`` where the resources are missing or damaged, or the user's own files have errors.
  public static func load(adding files: [RuleFile] = []) throws -> RuleBook {
    try RuleBook(files: files + shipped())
  }

  /// The files of rules that come with Chancery, one a category, in the order of their names.
  ///
  /// - Throws: ``RulesError`` where one is missing.
  public static func shipped() throws -> [RuleFile] {
    try Category.allCases.map { $0.rawValue.lowercased() + ".rules" }.sorted().map { name in
      guard let path = PackageResources.path(name, of: "Events"),
        let text = try? String(contentsOfFile: path, encoding: .utf8)
      else {
        throw RulesError(file: name, line: 0, message: "not found; install Chancery's resources beside the program")
      }
      return RuleFile(text: text, path: name, isOwn: false)
    }
  }

  /// Phrases whose head may be a lemma or have a form, as indices of rule and phrase, in the order of the rules.
  func candidates(_ lemma: String) -> [(rule: Int, phrase: Int)] { index[lemma] ?? [] }
}
