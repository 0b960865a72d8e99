import Ecosystem
import EcosystemData
import Foundation
import GraphCore
import GraphMeasures

extension Request {
  /// Taking the second mode away with Newman's weights, from a dataset in memory to the graph of the first mode.
  ///
  /// The values are the sums of the squared weights at each organisation: enough to tell two projections apart,
  /// which sums of weights are not, as these equal numbers of shared projects.
  func preparedProjection() throws -> PreparedWork {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ecograph-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeDataset(in: folder)
    let dataset = try DatasetReader.read(.folder(folder.path)).dataset
    var selection = Selection()
    selection.projection = Selection.Projection(weighting: .newman, maximumPairs: .max)
    let execution = execution
    return PreparedWork { [selection] in
      let view = try dataset.view(selection)
      let graph = try view.graph(GraphOptions(weights: .strength), execution: execution)
      return {
        Outcome(
          values: graph.mapWeights { $0 * $0 }.strengths(), vertexCount: graph.vertexCount,
          edgeCount: graph.edgeCount)
      }
    }
  }

  /// Writes the graph as a dataset whose actors stand in order of their numbers; targets are venues.
  private func writeDataset(in folder: URL) throws {
    let file = try EdgeFile(path)
    var actors = "id,name,kind\n"
    let kinds = try kindsOfVertices(file.vertexCount)
    for (vertex, isVenue) in kinds.enumerated() {
      actors += "\(vertex),actor \(vertex),\(isVenue ? "programme" : "organisation")\n"
    }
    let edges = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
    let ties = "from,to,relation\n" + edges.map { "\($0),joins\n" }.joined()
    try actors.write(to: folder.appending(path: "actors.csv"), atomically: true, encoding: .utf8)
    try ties.write(to: folder.appending(path: "ties.csv"), atomically: true, encoding: .utf8)
  }

  /// Whether each vertex is of the second mode: ever a target.
  private func kindsOfVertices(_ count: Int) throws -> [Bool] {
    var isVenue = [Bool](repeating: false, count: count)
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst() {
      if let target = line.split(separator: ",").last.flatMap({ Int($0) }) { isVenue[target] = true }
    }
    return isVenue
  }
}
