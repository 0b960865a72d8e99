// The reply: a layout, or the error that took its place.

private let mark: UInt32 = 0x5247_4C45

private enum Kind: UInt8 { case layout, error }

extension LayoutError {
  /// The error as a reply.
  func encoded() -> [UInt8] {
    var writer = WireWriter()
    writer.write(mark)
    writer.write(Kind.error.rawValue)
    writer.write(code.storage.rawValue)
    writer.write(message)
    return writer.bytes
  }
}

extension Layout {
  /// The layout as a reply.
  func encoded() -> [UInt8] {
    var writer = WireWriter()
    writer.write(mark)
    writer.write(Kind.layout.rawValue)
    writer.write(diagnostics)
    writer.write(size.width)
    writer.write(size.height)
    writer.write(UInt32(nodes.count))
    for center in nodes { writer.write(center) }
    writer.write(UInt32(routes.count))
    for route in routes { writer.write(route) }
    writer.write(UInt8(groups == nil ? 0 : 1))
    for group in groups ?? [] {
      writer.write(group.origin)
      writer.write(group.size.width)
      writer.write(group.size.height)
    }
    return writer.bytes
  }

  /// Reads the reply to a request, and throws the error that it may be.
  init(reply bytes: [UInt8], to request: LayoutRequest) throws(LayoutError) {
    let answer: Result<Layout, LayoutError>
    do {
      var reader = WireReader(bytes)
      answer = try reader.readReply(to: request)
      try reader.finish()
    } catch {
      throw LayoutError(
        .failed, "\(request.summary) failed: the worker wrote \(bytes.count) bytes that are no layout")
    }
    self = try answer.get()
  }
}

extension WireWriter {
  fileprivate mutating func write(_ route: Layout.Route?) {
    write(UInt32(route?.segments.count ?? 0))
    guard let route else { return }
    write(route.start)
    for segment in route.segments {
      switch segment {
      case .line(let end):
        write(0 as UInt8)
        write(end)
      case .curve(let first, let second, let end):
        write(1 as UInt8)
        write(first)
        write(second)
        write(end)
      }
    }
  }
}

extension WireReader {
  fileprivate mutating func readReply(
    to request: LayoutRequest
  ) throws(Malformed) -> Result<Layout, LayoutError> {
    guard try read() == mark, let kind = Kind(rawValue: try read()) else { throw Malformed() }
    switch kind {
    case .error:
      guard let code = LayoutError.Code.Storage(rawValue: try readText()) else { throw Malformed() }
      return .failure(LayoutError(LayoutError.Code(code), try readText()))
    case .layout:
      return .success(try readLayout(of: request))
    }
  }

  private mutating func readLayout(of request: LayoutRequest) throws(Malformed) -> Layout {
    let diagnostics = try readText()
    let size = try readSize()
    guard try readCount(elementSize: 16) == request.nodes.count else { throw Malformed() }
    var nodes: [Layout.Point] = []
    for _ in request.nodes { nodes.append(try readPoint()) }
    guard try readCount(elementSize: 4) == request.edges.count else { throw Malformed() }
    var routes: [Layout.Route?] = []
    for _ in request.edges { routes.append(try readRoute()) }
    var groups: [Layout.Rect]?
    if try readChoice(of: [false, true]) {
      var rects: [Layout.Rect] = []
      for _ in request.groups { rects.append(Layout.Rect(origin: try readPoint(), size: try readSize())) }
      groups = rects
    }
    return Layout(
      engine: request.engine, size: size, nodes: nodes, routes: routes, groups: groups,
      diagnostics: diagnostics)
  }

  private mutating func readSize() throws(Malformed) -> Layout.Size {
    Layout.Size(width: try readFinite(), height: try readFinite())
  }

  private mutating func readRoute() throws(Malformed) -> Layout.Route? {
    let count = try readCount(elementSize: 17)
    guard count > 0 else { return nil }
    let start = try readPoint()
    var segments: [Layout.Route.Segment] = []
    for _ in 0..<count {
      if try readChoice(of: [false, true]) {
        segments.append(.curve(try readPoint(), try readPoint(), to: try readPoint()))
      } else {
        segments.append(.line(to: try readPoint()))
      }
    }
    return Layout.Route(start: start, segments: segments)
  }
}
