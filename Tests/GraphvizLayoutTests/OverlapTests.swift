import EcographTestSupport
import GraphvizLayout
import Testing

@Suite("Overlaps of nodes")
struct OverlapTests {
  /// Circles and boxes thrown on a page that has room for about half of them.
  private func crowd(_ generator: inout SeededGenerator) -> (LayoutRequest, Layout) {
    let count = Int.random(in: 0...12, using: &generator)
    let page = 40.0 * Double(count + 1).squareRoot()
    let nodes = (0..<count).map { _ in
      let width = Double.random(in: 2...30, using: &generator)
      return Bool.random(using: &generator)
        ? LayoutRequest.Node(width: width, height: width, shape: .circle)
        : LayoutRequest.Node(width: width, height: Double.random(in: 2...30, using: &generator))
    }
    let points = nodes.map { _ in
      Layout.Point(
        x: Double.random(in: 0...page, using: &generator), y: Double.random(in: 0...page, using: &generator))
    }
    return (
      LayoutRequest(engine: .spring, nodes: nodes),
      Layout(
        engine: .spring, size: Layout.Size(width: page, height: page), nodes: points, routes: [], groups: nil)
    )
  }

  @Test("Overlaps are found where any two nodes cover each other")
  func findsOverlaps() {
    var generator = SeededGenerator(seed: 1)
    var found = 0
    for _ in 0..<3_000 {
      let (request, layout) = crowd(&generator)
      let pairs = request.nodes.indices.flatMap { a in (0..<a).map { (a, $0) } }
      let covers = pairs.contains { overlaps(layout, request, $0.0, $0.1, slack: 0.02) }
      if request.hasOverlaps(layout) != covers { Issue.record("\(request) \(layout)") }
      found += covers ? 1 : 0
    }
    #expect((500...2_500).contains(found))
  }

  @Test("Nodes are moved apart however close they were", arguments: [LayoutRequest.Engine.stress, .spring])
  func movesCrowdsApart(engine: LayoutRequest.Engine) throws {
    var generator = SeededGenerator(seed: 2)
    var request = LayoutRequest(
      engine: engine,
      nodes: (0..<300).map { _ in
        let width = Double.random(in: 8...120, using: &generator)
        return LayoutRequest.Node(width: width, height: width, shape: .circle)
      },
      edges: (1..<300).map { LayoutRequest.Edge(from: $0, to: Int.random(in: 0..<$0, using: &generator)) })
    request.overlap.scaling = .factor(0.1)
    let layout = try builtEngine().layout(request)
    #expect(layout.fallbackReason == nil)
    #expect(overlapCount(layout, request) == 0)
  }
}
