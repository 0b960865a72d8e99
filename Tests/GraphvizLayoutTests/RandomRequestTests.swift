import EcographTestSupport
import GraphvizLayout
import Testing

@Suite("Random requests")
struct RandomRequestTests {
  @Test("200 small ones per engine, without a crash", arguments: LayoutRequest.Engine.allCases)
  func survives(engine: LayoutRequest.Engine) throws {
    let layouts = try builtEngine()
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let nodes = Int.random(in: 1...30, using: &generator)
      let edges = Int.random(in: 0...(2 * nodes), using: &generator)
      let request = randomRequest(engine: engine, nodes: nodes, edges: edges, using: &generator)
      let layout = try layouts.layout(request)
      #expect(layout.fallbackReason == nil, "seed \(seed): \(layout.fallbackReason?.message ?? "")")
      #expect(layout.nodes.count == nodes)
      #expect(layout.routes.count == edges)
      #expect(isOnPage(layout, request), "seed \(seed)")
      for (edge, route) in zip(request.edges, layout.routes) {
        #expect((route == nil) == (edge.visibility == .hidden), "seed \(seed)")
      }
    }
  }
}
