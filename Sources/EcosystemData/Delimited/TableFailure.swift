/// A reason to give up on a table.
enum TableFailure: Error {
  /// The data is at fault; the problem is in the log.
  case reported
  /// The file could not be read.
  case inputOutput(DatasetReadingError)
  /// The caller asked to stop.
  case cancelled
}
