// The request as the worker reads it. Both ends are the same build, so there is a mark but no version.

private let mark: UInt32 = 0x5147_4C45

extension LayoutRequest {
  /// The request as bytes.
  func encoded() -> [UInt8] {
    var writer = WireWriter()
    writer.write(mark)
    writer.write(number(engine))
    writer.write(seed)
    writer.write(number(layered.direction))
    writer.write(number(layered.routing))
    writer.write(number(layered.attachment))
    writer.write(layered.nodeSeparation)
    writer.write(layered.rankSeparation)
    writer.write(number(overlap.removal))
    writer.write(overlap.scaling)
    writer.write(overlap.margin)
    writer.write(spring.length)
    writer.write(spring.repulsion)
    writer.write(packing.spacing)
    writer.write(packing.groups)
    writer.write(packing.members)
    writer.write(groupMargin)
    writer.write(UInt32(nodes.count))
    for node in nodes {
      writer.write(node.width)
      writer.write(node.height)
      writer.write(number(node.shape))
      writer.write(Int32(node.group ?? -1))
    }
    writer.write(UInt32(edges.count))
    for edge in edges {
      writer.write(UInt32(edge.from))
      writer.write(UInt32(edge.to))
      writer.write(edge.length ?? .nan)
      writer.write(edge.weight ?? .nan)
      writer.write(UInt8(edge.visibility == .hidden ? 1 : 0))
    }
    writer.write(UInt32(groups.count))
    for group in groups {
      writer.write(group.headerWidth)
      writer.write(group.headerHeight)
    }
    return writer.bytes
  }

  /// Reads a request; its numbers may still be out of range.
  init(decoding bytes: [UInt8]) throws(LayoutError) {
    do {
      var reader = WireReader(bytes)
      self = try LayoutRequest(&reader)
      try reader.finish()
    } catch {
      throw LayoutError(.failed, "the layout worker was given \(bytes.count) bytes that are no request")
    }
  }

  private init(_ reader: inout WireReader) throws(WireReader.Malformed) {
    guard try reader.read() == mark else { throw WireReader.Malformed() }
    self.init(engine: try reader.readChoice(of: Engine.allCases), nodes: [])
    seed = try reader.read()
    layered.direction = try reader.readChoice(of: Layered.Direction.allCases)
    layered.routing = try reader.readChoice(of: Layered.Routing.allCases)
    layered.attachment = try reader.readChoice(of: Layered.Attachment.allCases)
    layered.nodeSeparation = try reader.readFinite()
    layered.rankSeparation = try reader.readFinite()
    overlap.removal = try reader.readChoice(of: Overlap.Removal.allCases)
    overlap.scaling = try reader.readScaling()
    overlap.margin = try reader.readFinite()
    spring.length = try reader.readFinite()
    spring.repulsion = try reader.readFinite()
    packing.spacing = try reader.readFinite()
    packing.groups = try reader.readArrangement()
    packing.members = try reader.readArrangement()
    groupMargin = try reader.readFinite()
    for _ in 0..<(try reader.readCount(elementSize: 21)) { nodes.append(try reader.readNode()) }
    for _ in 0..<(try reader.readCount(elementSize: 25)) { edges.append(try reader.readEdge()) }
    for _ in 0..<(try reader.readCount(elementSize: 16)) {
      groups.append(Group(headerWidth: try reader.readFinite(), headerHeight: try reader.readFinite()))
    }
  }
}

/// The place of a case in the list of all.
private func number<Choice: CaseIterable & Equatable>(_ choice: Choice) -> UInt8 {
  UInt8(Array(Choice.allCases).firstIndex(of: choice) ?? 0)
}

extension WireWriter {
  fileprivate mutating func write(_ scaling: LayoutRequest.Overlap.Scaling) {
    let (kind, value): (UInt8, Double) =
      switch scaling {
      case .automatic: (0, 0)
      case .none: (1, 0)
      case .factor(let value): (2, value)
      case .nodeSizes(let value): (3, value)
      }
    write(kind)
    write(value)
  }

  fileprivate mutating func write(_ arrangement: LayoutRequest.Packing.Arrangement) {
    let (kind, count): (UInt8, Int) =
      switch arrangement {
      case .square: (0, 0)
      case .rows(let columns): (1, columns)
      case .columns(let rows): (2, rows)
      }
    write(kind)
    write(UInt32(clamping: count))
  }
}

extension WireReader {
  fileprivate mutating func readScaling() throws(Malformed) -> LayoutRequest.Overlap.Scaling {
    let kind: UInt8 = try read()
    let value = try readFinite()
    switch kind {
    case 0: return .automatic
    case 1: return .none
    case 2: return .factor(value)
    case 3: return .nodeSizes(value)
    default: throw Malformed()
    }
  }

  fileprivate mutating func readArrangement() throws(Malformed) -> LayoutRequest.Packing.Arrangement {
    let kind: UInt8 = try read()
    let count = Int(try read(UInt32.self))
    switch kind {
    case 0: return .square
    case 1: return .rows(columns: count)
    case 2: return .columns(rows: count)
    default: throw Malformed()
    }
  }

  fileprivate mutating func readNode() throws(Malformed) -> LayoutRequest.Node {
    let (width, height) = (try readFinite(), try readFinite())
    let shape = try readChoice(of: LayoutRequest.Shape.allCases)
    let group: Int32 = try read()
    return LayoutRequest.Node(width: width, height: height, shape: shape, group: group < 0 ? nil : Int(group))
  }

  fileprivate mutating func readEdge() throws(Malformed) -> LayoutRequest.Edge {
    let (from, to) = (Int(try read(UInt32.self)), Int(try read(UInt32.self)))
    let (length, weight) = (try readDouble(), try readDouble())
    return LayoutRequest.Edge(
      from: from, to: to, length: length.isNaN ? nil : length, weight: weight.isNaN ? nil : weight,
      visibility: try readChoice(of: [.visible, .hidden]))
  }
}
