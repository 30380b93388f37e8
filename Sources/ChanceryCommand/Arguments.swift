import Analysis
public import Archive
public import ArgumentParser
public import Events
public import Particulars
public import Statements

extension Category: ExpressibleByArgument {
  /// Reads a category in either case.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension Modality: ExpressibleByArgument {}
extension Statement.Stance: ExpressibleByArgument {}

extension CalendarDay: ExpressibleByArgument {
  /// Reads a day that ISO 8601 gives whole.
  public init?(argument: String) { self.init(iso: argument) }
}
