/// A dataset that could not be read.
public struct DatasetReadingError: Error, Sendable {
  /// Why.
  public enum Kind: Hashable, Sendable {
    /// A file cannot be opened or read. Exit code 5.
    case inputOutput
    /// The data has errors. Exit code 3.
    case invalid
    /// The caller asked to stop. Exit code 130.
    case cancelled
  }

  /// Why.
  public let kind: Kind
  /// What, where, and how to mend it, in one or more lines.
  public let message: String
  /// What was found before reading stopped; nil where nothing was read.
  public let report: LoadReport?

  /// The problems found.
  public var problems: [Problem] { report?.problems ?? [] }

  /// The exit code that stands for it.
  public var exitCode: Int32 {
    switch kind {
    case .inputOutput: 5
    case .invalid: 3
    case .cancelled: 130
    }
  }

  package init(_ kind: Kind, _ message: String, report: LoadReport? = nil) {
    self.kind = kind
    self.message = message
    self.report = report
  }
}

extension DatasetReadingError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
