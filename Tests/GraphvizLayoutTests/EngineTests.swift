import EcographTestSupport
import GraphvizLayout
import Testing

@Suite("Layouts by each engine")
struct EngineTests {
  @Test("The same request gives the same layout", arguments: LayoutRequest.Engine.allCases)
  func isDeterministic(engine: LayoutRequest.Engine) throws {
    let request = columns(engine: engine)
    let layouts = try (0..<3).map { _ in try builtEngine().layout(request) }
    #expect(layouts[0].nodes.count == request.nodes.count)
    #expect(layouts[0].engine == engine)
    #expect(layouts[0].fallbackReason == nil)
    #expect(layouts[0].diagnostics.isEmpty)
    #expect(layouts[1] == layouts[0])
    #expect(layouts[2] == layouts[0])
  }

  @Test("The order of the edges does not matter", arguments: LayoutRequest.Engine.allCases)
  func ignoresEdgeOrder(engine: LayoutRequest.Engine) throws {
    var request = columns(engine: engine)
    let forwards = try builtEngine().layout(request)
    request.edges.reverse()
    let backwards = try builtEngine().layout(request)
    #expect(backwards.nodes == forwards.nodes)
    #expect(backwards.routes == forwards.routes.reversed())
  }

  @Test("Nodes do not cover each other", arguments: LayoutRequest.Engine.allCases)
  func keepsNodesApart(engine: LayoutRequest.Engine) throws {
    let request = columns(engine: engine)
    let layout = try builtEngine().layout(request)
    #expect(overlapCount(layout, request) == 0)
    #expect(isOnPage(layout, request))
  }

  @Test("Routes run from outline to outline", arguments: LayoutRequest.Engine.allCases)
  func routesTouchOutlines(engine: LayoutRequest.Engine) throws {
    let request = columns(engine: engine)
    let layout = try builtEngine().layout(request)
    for (edge, route) in zip(request.edges, layout.routes) {
      let route = try #require(route)
      #expect(distanceFromOutline(route.start, layout, request, edge.from) < 0.6)
      #expect(distanceFromOutline(route.end, layout, request, edge.to) < 0.6)
    }
  }

  @Test("Nothing and little", arguments: LayoutRequest.Engine.allCases)
  func handlesSmallRequests(engine: LayoutRequest.Engine) throws {
    let empty = try builtEngine().layout(LayoutRequest(engine: engine, nodes: []))
    #expect(empty.nodes.isEmpty)
    #expect(empty.size == Layout.Size(width: 0, height: 0))

    let node = LayoutRequest.Node(width: 40, height: 20)
    let one = try builtEngine().layout(LayoutRequest(engine: engine, nodes: [node]))
    #expect(one.nodes == [Layout.Point(x: 20, y: 10)])
    #expect(one.size == Layout.Size(width: 40, height: 20))
  }

  @Test("Self-loops, parallel edges and hidden edges", arguments: LayoutRequest.Engine.allCases)
  func handlesUnusualEdges(engine: LayoutRequest.Engine) throws {
    let nodes = [LayoutRequest.Node](repeating: LayoutRequest.Node(width: 40, height: 20), count: 3)
    let edges = [
      LayoutRequest.Edge(from: 0, to: 0), LayoutRequest.Edge(from: 0, to: 1),
      LayoutRequest.Edge(from: 0, to: 1),
      LayoutRequest.Edge(from: 1, to: 0), LayoutRequest.Edge(from: 1, to: 2, visibility: .hidden),
    ]
    let request = LayoutRequest(engine: engine, nodes: nodes, edges: edges)
    let layout = try builtEngine().layout(request)
    #expect(layout.fallbackReason == nil)
    #expect(layout.routes.map { $0 != nil } == [true, true, true, true, false])
    #expect(isOnPage(layout, request))
  }
}
