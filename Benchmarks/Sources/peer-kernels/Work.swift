import Ecosystem
import EcosystemData
import GraphCore
import GraphMeasures

/// The works that are timed against peers.
enum Work: String, CaseIterable {
  case betweenness, harmonic, closeness, clustering, pagerank, core, components, constraint, degree, read
  case projection, communities
  case approximateBetweenness = "approximate-betweenness"
}

/// What a work gives: a number per vertex, and what else is worth telling.
struct Outcome {
  var values: [Double]
  /// Vertices and edges of the graph that the work was done on.
  var vertexCount: Int
  var edgeCount: Int
  /// Numbers by name, such as the rounds of an iteration.
  var facts: [(name: String, value: Double)] = []
}

/// A work ready to run: all that is not to be timed has been done.
struct PreparedWork {
  /// Does the work and returns what turns its result into doubles, which is not timed.
  let run: () throws -> () -> Outcome
}

extension Request {
  /// Reads what the work needs, untimed.
  func prepare() throws -> PreparedWork {
    switch work {
    case .read: return preparedReading()
    case .projection: return try preparedProjection()
    default: return try preparedKernel()
    }
  }

  var execution: Execution { Execution(threads: threads) }

  private func preparedKernel() throws -> PreparedWork {
    let graph = try EdgeFile(path).graph(execution)
    let execution = execution
    func prepared<Value>(
      _ run: @escaping () throws -> Value, _ values: @escaping (Value) -> [Double],
      facts: @escaping (Value) -> [(name: String, value: Double)] = { _ in [] }
    ) -> PreparedWork {
      PreparedWork {
        let value = try run()
        return {
          Outcome(
            values: values(value), vertexCount: graph.vertexCount, edgeCount: graph.edgeCount,
            facts: facts(value))
        }
      }
    }
    switch work {
    case .betweenness: return prepared({ try graph.betweenness(execution: execution) }, { $0 })
    case .harmonic: return prepared({ try graph.harmonicCentrality(execution: execution) }, { $0 })
    case .closeness: return prepared({ try graph.closeness(execution: execution) }, { $0 })
    case .clustering:
      return prepared({ try graph.clusteringCoefficients(execution: execution) }, orNaN)
    case .constraint: return prepared({ try graph.constraint(execution: execution) }, orNaN)
    case .core: return prepared({ graph.coreNumbers() }, { $0.map(Double.init) })
    case .degree: return prepared({ graph.degrees() }, { $0.map(Double.init) })
    case .components:
      return prepared(
        { graph.connectedComponents() }, { $0.labels.map(Double.init) },
        facts: { [("components", Double($0.count))] })
    case .pagerank:
      let options = PageRankOptions(tolerance: tolerance)
      return prepared(
        { try graph.pageRank(options, execution: execution) }, \.values,
        facts: { [("rounds", Double($0.rounds)), ("residual", $0.residual)] })
    case .communities:
      return prepared(
        { try graph.leiden(execution: execution) }, { $0.labels.map(Double.init) },
        facts: { [("communities", Double($0.count)), ("rounds", Double($0.iterations))] })
    case .approximateBetweenness:
      let approximation = Approximation(epsilon: epsilon, confidence: 1 - delta)
      let pairs = Double(graph.vertexCount) * Double(graph.vertexCount - 1) / 2
      return prepared(
        { try graph.approximateBetweenness(approximation, execution: execution) },
        { $0.values.map { $0 / pairs } }, facts: { [("samples", Double($0.samples))] })
    case .read, .projection: preconditionFailure("prepared elsewhere")
    }
  }

  /// From the file to the graph, names and checks included; the values are degrees, in order of first mention.
  private func preparedReading() -> PreparedWork {
    let (path, execution) = (path, execution)
    return PreparedWork {
      let dataset = try DatasetReader.read(.edgeList(path), execution: execution).dataset
      let graph = try dataset.view().graph(GraphOptions(parallelTies: .once), execution: execution)
      return {
        Outcome(
          values: graph.degrees().map(Double.init), vertexCount: graph.vertexCount, edgeCount: graph.edgeCount
        )
      }
    }
  }
}

private func orNaN(_ values: [Double?]) -> [Double] { values.map { $0 ?? .nan } }
