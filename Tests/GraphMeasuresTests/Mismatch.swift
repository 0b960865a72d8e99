import EcographTestSupport
import GraphCore
import Testing

/// Records values that differ from those of an oracle.
///
/// Thousands of cases in a loop: `#expect` would keep every operand of each.
func compare(
  _ found: [Double?], _ expected: [Double?], relative: Double = 1e-12, absolute: Double = 1e-12,
  _ name: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation
) {
  if !agree(found, expected, relative: relative, absolute: absolute) {
    Issue.record("\(name()): \(found), by definition \(expected)", sourceLocation: sourceLocation)
  }
}

/// Records a value that differs from that of an oracle.
func compare<Value: Equatable>(
  exactly found: Value, _ expected: Value, _ name: @autoclosure () -> String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  if found != expected {
    Issue.record("\(name()): \(found), by definition \(expected)", sourceLocation: sourceLocation)
  }
}

/// Records where something is not rejected with a code.
func expectRejection(
  _ code: GraphError.Code, _ name: @autoclosure () -> String,
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
  do {
    try body()
    Issue.record("\(name()) is accepted", sourceLocation: sourceLocation)
  } catch let error as GraphError {
    if error.code != code {
      Issue.record("\(name()) is rejected with \(error.code)", sourceLocation: sourceLocation)
    }
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}
