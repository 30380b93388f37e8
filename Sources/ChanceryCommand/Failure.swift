import Actors
import Archive
import ArgumentParser
import Articles
import Events
import Language
import Server

/// What went wrong, as the user is told, and the exit code for it: the one place that turns errors into either.
struct Failure: Error, CustomStringConvertible {
  /// Exit codes of sysexits.
  enum Code: Int32 {
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case software = 70
    case output = 74
    case busy = 75
  }

  let code: Code
  let description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }

  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let problem as ArticleProblem:
      switch problem.kind {
      case .missing, .unreadable: self.init(.noInput, problem.description)
      default: self.init(.data, problem.description)
      }
    case let error as LanguageError:
      switch error.code {
      case .missingModel: self.init(.unavailable, error.description)
      case .otherVersion, .damagedModel: self.init(.software, error.description)
      case .malformedConllU: self.init(.data, error.description)
      }
    case let error as RulesError: self.init(error.line > 0 ? .data : .software, error.description)
    case let error as ActorsError:
      switch error.code {
      case .missing: self.init(.software, error.description)
      case .unreadable: self.init(.noInput, error.description)
      case .malformed, .duplicate: self.init(.data, error.description)
      }
    case let error as ArchiveError:
      switch error.code {
      case .missing: self.init(.noInput, error.description)
      case .foreign, .newer, .corrupt: self.init(.data, error.description)
      case .query: self.init(.usage, error.description)
      case .locked, .tooLong: self.init(.busy, error.description)
      case .full, .access, .failure: self.init(.output, error.description)
      }
    case let error as DeskServerError:
      switch error {
      case .tokenRequired: self.init(.usage, error.description)
      case .cannotBind: self.init(.unavailable, error.description)
      }
    default: self.init(.software, "\(error)")
    }
  }
}
