import Archive
import HTTPTypes

/// The pages of the desk.
enum Pages {
  /// All pages, each at its address.
  static let all: [Endpoint] = [
    Endpoint("/", name: "overview", "What the archive holds.", forms: [.html], schema: .none) { _, desk in
      let counts = try desk.store.counts()
      return .html("<!doctype html><title>Chancery</title><p>\(counts.articles) articles.</p>")
    }
  ]

  /// What is shown instead of a page that cannot be.
  static func page(of problem: Problem) -> String {
    "<!doctype html><title>\(problem.kind.title)</title><p>\(problem.status.code)</p>"
  }
}
