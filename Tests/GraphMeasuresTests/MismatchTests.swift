import EcographTestSupport
import GraphCore
import Testing

/// Whether comparisons in loops record what they should: `withKnownIssue` fails where nothing is recorded.
@Suite struct MismatchTests {
  @Test func mismatchesAreRecorded() throws {
    withKnownIssue { compare([1, nil], [1, 2], "values") }
    withKnownIssue { compare([1], [1 + 1e-9], "values") }
    withKnownIssue { compare(exactly: [1], [2], "values") }
    withKnownIssue { expectRejection(.badParameter, "nothing") {} }
    withKnownIssue {
      expectRejection(.badParameter, "a tie") { _ = try Graph(vertexCount: 1, edges: [(0, 1)]) }
    }
    compare([1, nil], [1 + 1e-15, nil], "values")
    expectRejection(.vertexOutOfRange, "a tie") { _ = try Graph(vertexCount: 1, edges: [(0, 1)]) }
  }
}
