public import Archive
public import ArgumentParser
public import Events
public import Statements

extension Category: ExpressibleByArgument {
  /// Reads a category in either case.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension Modality: ExpressibleByArgument {}
extension Statement.Stance: ExpressibleByArgument {}
