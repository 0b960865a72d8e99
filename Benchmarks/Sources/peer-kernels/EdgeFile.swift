import Foundation
import GraphCore

/// Reads `source,target` lines of vertex numbers under a header, which the benchmark's own generator writes.
///
/// Block by block, so that the file does not count as memory of the process; it checks nothing. What reads real data
/// is `EcosystemData`, and that is timed as the work `read`.
struct EdgeFile {
  private(set) var edges = EdgeList()
  private(set) var vertexCount = 0
  /// The first vertex that edges run to: in a two-mode graph, the first of the second mode.
  private(set) var smallestTarget = Int.max

  init(_ path: String) throws {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    var number: UInt32 = 0
    var source: UInt32 = 0
    var isInHeader = true
    while let block = try file.read(upToCount: 1 << 20), !block.isEmpty {
      for byte in block {
        if isInHeader {
          isInHeader = byte != UInt8(ascii: "\n")
          continue
        }
        switch byte {
        case UInt8(ascii: ","):
          source = number
          number = 0
        case UInt8(ascii: "\n"):
          edges.append(from: source, to: number)
          smallestTarget = min(smallestTarget, Int(number))
          vertexCount = max(vertexCount, Int(max(source, number)) + 1)
          number = 0
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number * 10 + UInt32(byte - UInt8(ascii: "0"))
        default: break
        }
      }
    }
  }

  /// The simple undirected graph.
  func graph(_ execution: Execution) throws -> Graph {
    try Graph(
      vertexCount: vertexCount, edges: edges, direction: .undirected, rule: .once, execution: execution)
  }
}
