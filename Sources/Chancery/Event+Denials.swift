import Events
import Statements

extension Event {
  /// The event with those it stands in the words of parted: who denies it does not vouch for it.
  func denialsTold(by statements: [Statement]) -> Event {
    var event = self
    let denials = attributedTo.filter { statements[$0].stance == .deny }
    event.attributedTo.removeAll(where: denials.contains)
    event.deniedBy += denials.filter { !deniedBy.contains($0) }
    return event
  }
}
