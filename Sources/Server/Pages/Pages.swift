import Chancery
import HTTPTypes

/// The pages of the desk.
enum Pages {
  /// All pages, each at its address.
  static let all: [Endpoint] = [
    OverviewPage.endpoint, ArticlePage.endpoint, HappeningPage.endpoint, HappeningsPage.endpoint, ActorPage.endpoint,
    DyadPage.endpoint, AudiencesPage.endpoint, SchedulePage.endpoint, MapPage.endpoint, SearchPage.endpoint,
    ReadPage.form, ReadPage.reading, GuidePage.endpoint,
  ]

  /// What is shown instead of a page that cannot be.
  static func page(of problem: Problem) -> String {
    let page = Page(
      title: problem.kind.title, template: "problem",
      slots: ["status": "\(problem.status.code)", "detail": Self.sentence(problem.detail)])
    // Where even this cannot be shown, plain words are.
    return (try? page.answer().text)
      ?? "<!doctype html><title>Chancery</title><p>\(PageText.escaped(Self.sentence(problem.detail)))</p>"
  }

  /// What is shown instead of a part of a page that cannot be, where the page has been begun.
  static func part(of problem: Problem) -> String {
    "<p class=\"note\">\(PageText.escaped("\(problem.kind.title). \(sentence(problem.detail))"))</p>\n"
  }

  /// A detail as a sentence.
  private static func sentence(_ detail: String) -> String {
    let text = detail.prefix(1).uppercased() + detail.dropFirst()
    return text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
  }
}
