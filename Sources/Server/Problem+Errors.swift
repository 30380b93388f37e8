import Archive
import Chancery
import Hummingbird
import NIOCore

extension Problem {
  /// What went wrong, as whoever asked is told: the one place that turns errors into problems.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as ArchiveError:
      switch error.code {
      // Where the file lies is nobody's business but its owner's.
      case .query: self.init(.badValue, error.message)
      case .locked: self.init(.busy, error.message)
      case .tooLong: self.init(.tooLong, error.message)
      default: self.init(.archive, error.message)
      }
    case let problem as ArticleProblem:
      self.init(problem.kind == .size ? .tooLarge : .unreadableArticle, problem.message)
    case let error as LanguageError: self.init(.archive, "articles cannot be read: \(error.description)")
    case is NIOTooManyBytesError:
      self.init(.tooLarge, "the body has more bytes than the \(ReadingRoom.mostBytes) that are taken")
    case let error as HTTPError:
      switch error.status {
      case .notFound: self.init(.notFound, "there is nothing at this address; /openapi.json lists what there is")
      case .contentTooLarge: self.init(.tooLarge, error.body ?? "the body is too large")
      case let status where status.kind == .clientError: self.init(.badRequest, error.body ?? status.reasonPhrase)
      default: self.init(.failure, "the desk has failed; its log tells more")
      }
    default: self.init(.failure, "the desk has failed; its log tells more")
    }
  }
}
