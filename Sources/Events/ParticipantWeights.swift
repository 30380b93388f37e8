internal import Articles
import Foundation

/// How much each thing seen of a mention speaks for its being a party to an act: the weights of two logistic regressions,
/// one for actors, one for recipients.
///
/// `Training/participants.py` fits them and describes how.
public struct ParticipantWeights: Sendable {
  /// The part that weights are for.
  enum Part: Int, Sendable {
    case actor, recipient
  }

  /// How the encoder's participant head is weighed against what syntax shows, and where the line is drawn.
  struct Meeting: Sendable {
    var features = 1.0
    var own = 0.0
    var other = 0.0
    var bias = 0.0
    var here = 0.0
    var pronoun = 0.0
    var implied = 0.0
    var threshold = 0.5
    var least = 0.25
  }

  private var weights: [[String: Double]] = [[:], [:]]
  private var meetings = [Meeting(), Meeting()]

  /// Reads `part TAB feature TAB weight` lines.
  ///
  /// - Throws: ``RulesError`` at the first line that is none.
  init(_ text: String) throws {
    for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: UInt8(ascii: "\t")).map { String(Substring($0)) }
      guard cells.count == 3, let part = ["actor", "recipient"].firstIndex(of: cells[0]),
        let value = Double(cells[2])
      else {
        throw RulesError(
          file: "participants.tsv", line: number + 1,
          message: "no 'actor' or 'recipient', feature and weight, parted by tabs")
      }
      switch cells[1] {
      case "= features": meetings[part].features = value
      case "= own": meetings[part].own = value
      case "= other": meetings[part].other = value
      case "= bias": meetings[part].bias = value
      case "= here": meetings[part].here = value
      case "= pronoun": meetings[part].pronoun = value
      case "= implied": meetings[part].implied = value
      case "= threshold": meetings[part].threshold = value
      case "= least": meetings[part].least = value
      default: weights[part][cells[1]] = value
      }
    }
  }

  /// The weights that come with Chancery.
  ///
  /// - Throws: ``RulesError`` where they are missing or damaged.
  public static func load() throws -> ParticipantWeights {
    guard let path = PackageResources.path("participants.tsv", of: "Events"),
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else {
      throw RulesError(
        file: "participants.tsv", line: 0, message: "not found; install Chancery's resources beside the program")
    }
    return try ParticipantWeights(text)
  }

  func meeting(_ part: Part) -> Meeting { meetings[part.rawValue] }

  /// The sum of the weights of a mention's features, alone and together with the act's category and mode.
  func sum(_ part: Part, _ features: [String], category: String, mode: String) -> Double {
    let table = weights[part.rawValue]
    let variant = "\(category)/\(mode)"
    var sum = (table["bias"] ?? 0) + (table[category] ?? 0) + (table[variant] ?? 0)
    for feature in features {
      sum += table[feature] ?? 0
      sum += table["\(category) \(feature)"] ?? 0
      if Self.variant.contains(where: { feature.hasPrefix($0) }) { sum += table["\(variant) \(feature)"] ?? 0 }
    }
    return sum
  }

  /// Beginnings of the features that count together with the mode too.
  private static let variant = [
    "path", "syntax", "same", "other than", "no actor", "last of kind", "told again",
  ]
}
