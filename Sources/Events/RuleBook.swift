internal import Articles
import Foundation

/// All coding rules, found by the words that they are about.
public struct RuleBook: Sendable {
  /// The rules, file by file, in the order of the files' names.
  public let rules: [Rule]
  /// For a lemma or inflected form of a predicate, which phrases of which rules may match it.
  private let index: [String: [(rule: Int, phrase: Int)]]

  /// Reads rule files.
  ///
  /// - Parameter files: The files' names without extension, and what they hold.
  /// - Throws: ``RulesError`` at the first line that cannot be read.
  public init(files: [(name: String, text: String)]) throws {
    rules = try files.flatMap { try RuleFile.rules(named: $0.name, text: $0.text) }
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

  /// The rules that come with Chancery.
  ///
  /// - Throws: ``RulesError`` where the resources are missing or damaged.
  public static func load() throws -> RuleBook {
    let names = Category.allCases.map { $0.rawValue.lowercased() }.sorted()
    return try RuleBook(
      files: names.map { name in
        guard let path = PackageResources.path("\(name).rules", of: "Events"),
          let text = try? String(contentsOfFile: path, encoding: .utf8)
        else {
          throw RulesError(
            file: "\(name).rules", line: 0, message: "not found; install Chancery's resources beside the program")
        }
        return (name, text)
      })
  }

  /// Phrases whose head may be a lemma or have a form, as indices of rule and phrase, in the order of the rules.
  func candidates(_ lemma: String) -> [(rule: Int, phrase: Int)] { index[lemma] ?? [] }
}
