import EcographTestSupport
import GraphvizLayout

/// The engine that starts the built tool.
func builtEngine() throws -> GraphvizLayoutEngine {
  GraphvizLayoutEngine(worker: WorkerCommand(path: try builtExecutable()))
}

/// Programmes on the left, partners on the right, a few of them shared.
func columns(programmes: Int = 4, partners: Int = 5, engine: LayoutRequest.Engine = .layered) -> LayoutRequest
{
  var request = LayoutRequest(engine: engine, nodes: [])
  for programme in 0..<programmes {
    let hub = request.nodes.count
    request.nodes.append(LayoutRequest.Node(width: 151.2, height: 36, group: programme))
    request.groups.append(LayoutRequest.Group(headerWidth: 90, headerHeight: 20))
    for _ in 0..<partners {
      request.edges.append(LayoutRequest.Edge(from: hub, to: request.nodes.count, length: 90))
      request.nodes.append(LayoutRequest.Node(width: 147.6, height: 26, group: programme))
    }
    if programme > 0 { request.edges.append(LayoutRequest.Edge(from: hub, to: hub - 1)) }
  }
  return request
}

/// Random nodes and edges, self-loops and parallel edges included, with random settings.
func randomRequest(
  engine: LayoutRequest.Engine, nodes: Int, edges: Int, using generator: inout SeededGenerator
) -> LayoutRequest {
  func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &generator)] }
  var request = LayoutRequest(engine: engine, nodes: [])
  let groups = Int.random(in: 0...3, using: &generator)
  for _ in 0..<groups {
    request.groups.append(
      LayoutRequest.Group(
        headerWidth: Double.random(in: 0...300, using: &generator), headerHeight: pick([0, 12, 30])))
  }
  for _ in 0..<nodes {
    let width = Double.random(in: 7.2...150, using: &generator)
    let shape = pick(LayoutRequest.Shape.allCases)
    let height = shape == .circle ? width : Double.random(in: 7.2...60, using: &generator)
    let group = groups > 0 && pick([true, true, false]) ? Int.random(in: 0..<groups, using: &generator) : nil
    request.nodes.append(LayoutRequest.Node(width: width, height: height, shape: shape, group: group))
  }
  for _ in 0..<(nodes > 0 ? edges : 0) {
    request.edges.append(
      LayoutRequest.Edge(
        from: Int.random(in: 0..<nodes, using: &generator), to: Int.random(in: 0..<nodes, using: &generator),
        length: pick([nil, 7.2, 80, 1_440]), weight: pick([nil, 1, 3.5, 100]),

        visibility: pick([.visible, .visible, .visible, .hidden])))
  }
  request.layered.direction = pick(LayoutRequest.Layered.Direction.allCases)
  request.layered.routing = pick(LayoutRequest.Layered.Routing.allCases)
  request.layered.attachment = pick(LayoutRequest.Layered.Attachment.allCases)
  request.layered.nodeSeparation = pick([1, 7.2, 40])
  request.layered.rankSeparation = pick([1, 36, 187.2])
  request.overlap.removal = pick(LayoutRequest.Overlap.Removal.allCases)
  request.overlap.scaling = pick([.automatic, .none, .factor(1), .factor(0.1), .nodeSizes(1), .nodeSizes(4)])
  request.overlap.margin = pick([0, 7, 50])
  request.spring.length = pick([7.2, 43.2, 200])
  request.spring.repulsion = pick([0.1, 1, 1.6, 5])
  request.packing.spacing = pick([0, 14, 100])
  request.packing.groups = pick([.square, .rows(columns: 1), .rows(columns: 3), .columns(rows: 3)])
  request.packing.members = pick([.square, .rows(columns: 2), .columns(rows: 1), .columns(rows: 1_000)])
  request.groupMargin = pick([0, 14, 40])
  request.seed = UInt16.random(in: 0...UInt16.max, using: &generator)
  return request
}
