import CGraphvizShim

/// What Graphviz answered, in its own terms: points, y upwards, from anywhere.
struct PlacedGraph {
  /// Opposite corners.
  struct Box {
    var low: Layout.Point
    var high: Layout.Point
  }

  var centers: [Layout.Point]
  /// Start and three points for each cubic Bézier curve; empty where there is no route.
  ///
  /// In the order of the request.
  var routes: [[Layout.Point]]
  var groups: [Box]?

  /// - Parameter edgeOrder: The index in the request of each edge that Graphviz was given.
  init(_ result: egv_layout, edgeOrder: [Int]) {
    let centers = unsafe UnsafeBufferPointer(start: result.centers, count: result.node_count)
    self.centers = unsafe centers.map(Layout.Point.init)
    let offsets = unsafe UnsafeBufferPointer(start: result.offsets, count: result.edge_count + 1)
    var routes = [[Layout.Point]](repeating: [], count: edgeOrder.count)
    for (position, edge) in edgeOrder.enumerated() {
      let range = unsafe offsets[position]..<offsets[position + 1]
      let points = unsafe UnsafeBufferPointer(start: result.points, count: range.upperBound)
      routes[edge] = unsafe points[range].map(Layout.Point.init)
    }
    self.routes = routes
    if let boxes = unsafe result.groups {
      let boxes = unsafe UnsafeBufferPointer(start: boxes, count: result.group_count)
      groups = unsafe boxes.map {
        Box(low: Layout.Point(x: $0.min_x, y: $0.min_y), high: Layout.Point(x: $0.max_x, y: $0.max_y))
      }
    }
  }
}

extension Layout.Point {
  fileprivate init(_ point: egv_point) { self.init(x: point.x, y: point.y) }
}
