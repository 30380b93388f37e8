import Analysis
import Archive
import Chancery
import Foundation

extension Slots {
  /// A measure with its sign, to two decimals; `nil` where there is none.
  static func measure(_ value: Double?, decimals: Int = 2) -> String? {
    value.map { value in
      let text = String(format: "%.\(decimals)f", locale: Locale(identifier: "en_US_POSIX"), value.magnitude)
      let isNothing = !text.contains { ("1"..."9").contains($0) }
      return (isNothing ? "" : value < 0 ? "−" : "+") + text
    }
  }

  /// A measure as scripts read it.
  static func plain(_ value: Double?) -> String? {
    value.map { String(format: "%.3f", locale: Locale(identifier: "en_US_POSIX"), $0) }
  }

  /// Words against deeds.
  static func balance(_ balance: WordsAndDeeds.Balance, isEnough: Bool) -> Slots {
    [
      "words": balance.words.count, "wordsMean": measure(balance.wordsMean), "wordsPlain": plain(balance.wordsMean),
      "deeds": balance.deeds.count, "deedsMean": measure(balance.deedsMean), "deedsPlain": plain(balance.deedsMean),
      "gap": measure(balance.gap?.value), "low": measure(balance.gap?.low), "high": measure(balance.gap?.high),
      "isEnough": isEnough,
    ]
  }

  /// What is neither words nor deeds, in a few words; `nil` where nothing is.
  static func beside(_ counts: [Act.Standing: Int]) -> String? {
    let parts = Act.Standing.allCases.compactMap { standing -> String? in
      guard standing != .vouched, let count = counts[standing], count > 0 else { return nil }
      return "\(count) \(standing.rawValue)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// A contact in a ledger.
  static func contact(_ contact: Contact, _ names: Names) -> Slots {
    let articles = contact.reports.compactMap { key in key.lastIndex(of: "/").map { (key, $0) } }
    return [
      "from": contact.days?.lowerBound.description,
      "to": contact.days.flatMap { $0.lowerBound == $0.upperBound ? nil : $0.upperBound.description },
      "announced": contact.announced?.description,
      "form": contact.form.rawValue, "level": contact.level?.name, "outcome": contact.outcome.rawValue,
      "isBad": [.refused, .calledOff, .denied].contains(contact.outcome), "place": contact.place,
      "people": contact.people.joined(separator: ", "),
      "happenings": contact.happenings.enumerated().map {
        ["number": $0 + 1, "address": PageAddress.happening($1)] as Slots
      },
      "reports": articles.enumerated().map { place, report in
        [
          "number": place + 1, "key": report.0,
          "address": PageAddress.article(
            String(report.0[..<report.1]), event: "t-" + String(report.0[report.0.index(after: report.1)...])),
        ] as Slots
      },
    ]
  }

  /// A promise in a ledger.
  static func promise(_ promise: Promise, _ names: Names) -> Slots {
    [
      "announced": promise.announced.description, "due": promise.due?.description, "outcome": promise.outcome.rawValue,
      "isBad": [.overdue, .calledOff, .denied].contains(promise.outcome), "category": promise.category.rawValue,
      "quad": promise.category.quadStyle, "recipients": promise.recipients.map(names.name).joined(separator: ", "),
      "words": Excerpt.beginning(of: promise.words, most: 220),
      "madeIn": reports(promise.promisedIn), "settledIn": reports(promise.settledIn),
      "settledBy": promise.settledBy.map(PageAddress.happening), "isSettled": !promise.settledIn.isEmpty,
    ]
  }

  /// Places in articles, by keys of events.
  private static func reports(_ keys: [String]) -> [Slots] {
    keys.compactMap { key in
      key.lastIndex(of: "/").map { slash in
        [
          "key": key,
          "address": PageAddress.article(String(key[..<slash]), event: "t-" + String(key[key.index(after: slash)...])),
        ]
      }
    }
  }
}

extension Table {
  /// Tables of the same columns as one, with a column that says whose the rows are.
  static func joined(_ tables: [Table], by names: [String]) -> Table {
    var joined = Table(
      tables.map(\.title).joined(separator: "; "), columns: [Column("actor")] + (tables.first?.columns ?? []))
    for (name, table) in zip(names, tables) { for row in table.rows { joined.add([.text(name)] + row) } }
    return joined
  }
}
