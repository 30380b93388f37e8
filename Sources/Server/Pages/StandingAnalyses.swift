import Analysis
import Archive

/// What is worked out of the whole archive, for one state of it.
struct StandingAnalyses: Sendable {
  let version: Int
  let gaps: WidestGaps
  let schedule: Schedule

  init(of store: NewsStore, version: Int) throws {
    self.version = version
    gaps = try WidestGaps(in: store)
    schedule = try Schedule(in: store)
  }
}
