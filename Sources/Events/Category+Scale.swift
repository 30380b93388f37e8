extension Category {
  /// PLOVER's quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  public var quadClass: Int {
    switch self {
    case .agree, .consult, .support, .concede: 1
    case .cooperate, .aid, .retreat: 2
    case .request, .accuse, .reject, .threaten: 3
    case .protest, .sanction, .mobilize, .coerce, .assault: 4
    }
  }

  /// The place between conflict (−10) and cooperation (+10): the "Schrodt scores" of PLOVER's manual.
  public var scale: Double {
    switch self {
    case .assault: -9.3
    case .coerce: -7.2
    case .protest: -6.6
    case .mobilize: -5.3
    case .sanction: -5.2
    case .threaten: -5.1
    case .request: -5.0
    case .reject: -4.2
    case .accuse: -2.0
    case .consult: 2.1
    case .agree: 4.2
    case .support: 4.6
    case .concede: 5.0
    case .cooperate: 6.8
    case .aid: 7.4
    case .retreat: 7.6
    }
  }

  /// Whether the parties may stand on one footing, all of them actors: talks, trade, a pact, a clash.
  public var isSymmetrical: Bool {
    switch self {
    case .consult, .cooperate, .agree, .support: true
    default: false
    }
  }
}

extension Event {
  /// The category after the reduction that PLOVER's manual prescribes for the auxiliary modes; `nil` where the act is left
  /// out of PLOVER output.
  ///
  /// What happened, lately or long ago, is itself. What is planned is a promise (AGREE) where it would be cooperation and
  /// a threat (THREATEN) where it would be conflict; concessions and retreats keep their category. What is only supposed
  /// is left out, unless the actor itself holds force or punishment out. What did not happen is left out.
  public var plover: Category? {
    if auxiliaries.contains(.negation) { return nil }
    if auxiliaries.contains(.hypothetical) {
      switch category {
      case .sanction, .mobilize, .coerce, .assault: return isHeldOut ? .threaten : nil
      default: return nil
      }
    }
    guard auxiliaries.contains(.future) else { return category }
    switch category {
    case .consult, .support, .cooperate, .aid: return .agree
    case .reject, .protest, .sanction, .mobilize, .coerce, .assault: return .threaten
    case .agree, .concede, .retreat, .request, .accuse, .threaten: return category
    }
  }
}
