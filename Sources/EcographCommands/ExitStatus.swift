import ArgumentParser
import Ecosystem
import EcosystemData
import EcosystemMaps
import GraphCore
import GraphvizLayout
import Orchestration

/// The exit codes that the tool promises.
enum ExitStatus: Int32 {
  case ok = 0
  case thresholdExceeded = 1
  case usage = 2
  case invalidData = 3
  case graphviz = 4
  case inputOutput = 5
  case interrupted = 130

  var code: ExitCode { ExitCode(rawValue) }
}

/// An error with the exit code it ends the process with.
struct Failure: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Runs `body` and gives each of the library's errors its exit code.
  static func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as SelectionError {
      throw Failure(.usage, error.description)
    } catch let error as GraphError {
      throw Failure(error.code == .cancelled ? .interrupted : .usage, error.message)
    } catch let error as DatasetReadingError {
      let status: ExitStatus =
        switch error.kind {
        case .inputOutput: .inputOutput
        case .invalid: .invalidData
        case .cancelled: .interrupted
        }
      throw Failure(status, error.message)
    } catch let error as RankingError {
      throw Failure(.usage, error.description)
    } catch let error as MapError {
      throw Failure(.usage, error.description)
    } catch let error as LayoutError {
      throw Failure(error.code == .tooLarge ? .usage : .graphviz, error.message)
    }
  }
}
