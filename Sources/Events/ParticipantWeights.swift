internal import Articles
import Foundation
import Language

/// How much each thing seen of a mention speaks for its being a party to an act: the weights of two logistic regressions,
/// one for actors, one for recipients.
///
/// `Training/participants.py` fits them and describes how.
public struct ParticipantWeights: Sendable {
  /// How the encoder's party head is weighed against what syntax shows, and where the line is drawn.
  struct Meeting: Sendable {
    /// The weight of the sum of features.
    var features = 1.0
    var bias = 0.0
    /// The weight of the party head's logits, and what is added, by where a mention stands.
    var here = Stand()
    var before = Stand()
    var implied = Stand()
    /// What is added for a pronoun.
    var pronoun = 0.0
    /// The probability from which a mention is a party.
    var threshold = 0.5
    /// The probability from which the likeliest is one where none reaches the threshold.
    var least = 0.25
    /// The probability from which one that is joined with a party by "and" is one too.
    var joined = 0.5
  }

  /// What the party head's logits are worth of mentions that stand alike.
  struct Stand: Sendable {
    /// For the part that is asked for.
    var own = 0.0
    /// For the other part.
    var other = 0.0
    /// Added where the head has scores.
    var seen = 0.0
  }

  /// What features are weighed with: an act's category and its mode.
  struct Context: Sendable {
    let category: UInt64
    let variant: UInt64

    init(category: String, mode: String) {
      var name = FeatureName(category)
      self.category = name.hash
      name.append("/")
      name.append(mode)
      variant = name.hash
    }
  }

  private var tables = [WeightTable(), WeightTable()]
  private var meetings = [Meeting(), Meeting()]

  /// Reads `part TAB context TAB feature TAB weight` lines.
  ///
  /// - Throws: ``RulesError`` at the first line that is none.
  init(_ text: String) throws {
    var entries: [[(key: UInt64, weight: Float)]] = [[], []]
    for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard cells.count == 4, let part = ["actor", "recipient"].firstIndex(of: cells[0]), let value = Double(cells[3]),
        cells[1] != "=" || meetings[part].set(cells[2], value)
      else {
        throw RulesError(
          file: "participants.tsv", line: number + 1,
          message: "no 'actor' or 'recipient', context, feature and weight, parted by tabs")
      }
      guard cells[1] != "=" else { continue }
      let context = cells[1].isEmpty ? 0 : FeatureName(cells[1]).hash
      entries[part].append((WeightTable.key(FeatureName(cells[2]).hash, context), Float(value)))
    }
    tables = entries.map(WeightTable.init)
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

  func meeting(_ part: PartyScores.Part) -> Meeting { meetings[part.rawValue] }

  /// The sum of the weights of what is seen of a mention, alone and together with the act's category and mode.
  func sum(_ part: PartyScores.Part, _ seen: FeatureList, _ context: Context) -> Double {
    let table = tables[part.rawValue]
    let bias = Self.bias
    var sum = table[bias, 0] + table[bias, context.category] + table[bias, context.variant]
    for feature in seen.features {
      sum += table[feature.hash, 0] + table[feature.hash, context.category]
      if feature.meetsMode { sum += table[feature.hash, context.variant] }
    }
    return Double(sum)
  }

  private static let bias = FeatureName("bias").hash
}

extension ParticipantWeights.Meeting {
  /// Sets a number by its name in the file; whether there is one of that name.
  fileprivate mutating func set(_ name: String, _ value: Double) -> Bool {
    switch name {
    case "features": features = value
    case "bias": bias = value
    case "pronoun": pronoun = value
    case "threshold": threshold = value
    case "least": least = value
    case "joined": joined = value
    case "here own": here.own = value
    case "here other": here.other = value
    case "here seen": here.seen = value
    case "before own": before.own = value
    case "before other": before.other = value
    case "before seen": before.seen = value
    case "implied own": implied.own = value
    case "implied other": implied.other = value
    case "implied seen": implied.seen = value
    default: return false
    }
    return true
  }
}
