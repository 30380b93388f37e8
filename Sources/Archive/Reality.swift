import Chancery

/// Auxiliary modes and denials as bits, in the column `reality`.
struct Reality: OptionSet {
  let rawValue: Int
  static let future = Reality(rawValue: 1)
  static let hypothetical = Reality(rawValue: 2)
  static let negation = Reality(rawValue: 4)
  static let historical = Reality(rawValue: 8)
  static let denied = Reality(rawValue: 16)

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ auxiliaries: [Auxiliary], isDenied: Bool) {
    self = isDenied ? .denied : []
    for auxiliary in auxiliaries {
      switch auxiliary {
      case .future: insert(.future)
      case .hypothetical: insert(.hypothetical)
      case .negation: insert(.negation)
      case .historical: insert(.historical)
      }
    }
  }

  /// The auxiliary modes that it comes from, in PLOVER's order.
  var auxiliaries: [Auxiliary] {
    // What happened has none, and most acts did.
    guard rawValue & 15 != 0 else { return [] }
    let all: [(Reality, Auxiliary)] = [
      (.future, .future), (.hypothetical, .hypothetical), (.historical, .historical), (.negation, .negation),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
