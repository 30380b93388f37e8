import Chancery
import Foundation

/// A page: what it is about, and the values that its template names.
struct Page {
  /// What the pages are found by at the head of each.
  enum Section: String, CaseIterable {
    case overview, happenings, actor, dyad, audiences, schedule, map, read

    var title: String {
      switch self {
      case .overview: "Overview"
      case .happenings: "Happenings"
      case .actor: "Actor"
      case .dyad: "Two actors"
      case .audiences: "Audiences"
      case .schedule: "Schedule"
      case .map: "Map"
      case .read: "Read"
      }
    }

    var address: String { self == .overview ? "/" : "/" + rawValue }
  }

  /// What a browser needs beside the desk's own script.
  enum Tool { case chart, map }

  /// A part of a page that takes its time: it is worked out when those before it may have been sent.
  struct Part: Sendable {
    /// The file of its template.
    let template: String
    let slots: @Sendable () throws -> Slots
  }

  /// What it is, also in the window's title.
  let title: String
  /// The file of its template.
  let template: String
  var section: Section?
  var slots: Slots
  var tools: [Tool] = []
  /// Words that the search field holds.
  var search = ""
  /// What follows, in its order.
  var parts: [Part] = []

  /// The page as an answer.
  ///
  /// - Throws: ``Problem`` where its template is missing.
  func answer() throws -> Answer {
    let current = section
    let frame: Slots = [
      "title": title,
      "heading": title,
      "content": template,
      "search": search,
      "sections": Section.allCases.map { section -> Slots in
        ["name": section.title, "address": section.address, "isCurrent": section == current]
      },
      "charts": tools.contains(.chart),
      "map": tools.contains(.map),
    ]
    let beginning = try Self.rendered("frame", frame.adding(slots))
    let end = try Self.rendered("frame-end", [:])
    guard !parts.isEmpty else { return .html(beginning + end) }
    var answer = Answer.html(beginning)
    answer.pieces = parts.map { part in { try Self.rendered(part.template, part.slots()) } } + [{ end }]
    return answer
  }

  private static func rendered(_ template: String, _ slots: Slots) throws -> String {
    guard let html = PageTemplates.all.rendered(template, slots) else {
      throw Problem(.failure, PageTemplates.all.faults.first ?? "the template of the page is missing")
    }
    return html
  }
}
