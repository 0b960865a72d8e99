import EcographTestSupport
import Foundation
import Testing

@testable import GraphvizLayout

@Suite("The worker")
struct WorkerTests {
  @Test("After a crash, springs take over and the layout says so")
  func fallsBack() throws {
    // Dies on the first call and becomes the worker on the second.
    let flag = FileManager.default.temporaryDirectory.appendingPathComponent("fence-\(UUID().uuidString)")
      .path
    try Data().write(to: URL(fileURLWithPath: flag))
    defer { try? FileManager.default.removeItem(atPath: flag) }
    let script =
      "if [ -e '\(flag)' ]; then rm '\(flag)'; kill -SEGV $$; fi; exec '\(try builtExecutable())' __layout-worker"
    let engine = GraphvizLayoutEngine(worker: WorkerCommand(path: "/bin/sh", arguments: ["-c", script]))
    let request = columns()
    let layout = try engine.layout(request)
    #expect(layout.engine == .spring)
    #expect(layout.fallbackReason?.code == .crashed)
    #expect(layout.fallbackReason?.signal == 11)
    #expect(layout.fallbackReason?.message.contains("layered layout of 24 nodes and 23 edges") == true)
    #expect(layout.nodes.count == request.nodes.count)
    #expect(layout.groups == nil)
  }

  #if os(Linux)
    // Elsewhere the system does not enforce a limit on addresses.
    @Test(
      "With little memory there is a whole layout or a typed error, and the caller lives",
      arguments: LayoutRequest.Engine.allCases, [10, 20, 30, 35, 40, 50, 60])
    func reportsMemory(engine: LayoutRequest.Engine, megabytes: Int) throws {
      var request = columns(programmes: 20, partners: 20, engine: engine)
      request.overlap.removal = .none
      var layouts = try builtEngine()
      var limits = WorkerLimits(for: request)
      limits.addressSpaceBytes = UInt64(megabytes) * 1_000_000
      layouts.limits = limits
      do {
        let layout = try layouts.layout(request)
        #expect(megabytes > 10)
        #expect(layout.routes.allSatisfy { $0 != nil })
      } catch {
        #expect(error.code == .outOfMemory, "\(error)")
      }
    }
  #endif

  @Test("Bytes that are no request get a typed answer", arguments: [0, 1, 4, 50, 1_000, 100_000])
  func refusesGarbage(size: Int) throws {
    var generator = SeededGenerator(seed: UInt64(size))
    let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(throws: LayoutError.self) { try LayoutRequest(decoding: bytes) }
    let outcome = WorkerProcess.run(
      WorkerCommand(path: try builtExecutable()), input: bytes, limits: WorkerLimits(for: columns()))
    let error = try #require(throws: LayoutError.self) { try Layout(reply: outcome.output, to: columns()) }
    #expect(error.code == .failed)
    #expect(error.message.contains("\(size) bytes that are no request"))
  }

  @Test("Requests survive the way to the worker")
  func requestsRoundTrip() throws {
    var generator = SeededGenerator(seed: 5)
    for engine in LayoutRequest.Engine.allCases {
      for _ in 0..<50 {
        let request = randomRequest(engine: engine, nodes: 20, edges: 30, using: &generator)
        #expect(try LayoutRequest(decoding: request.encoded()) == request)
      }
    }
  }

  @Test("A request or a reply that is cut or changed never traps")
  func decodingIsTotal() throws {
    var generator = SeededGenerator(seed: 6)
    let request = columns(programmes: 2, partners: 2)
    let layout = try builtEngine().layout(request)
    #expect(try Layout(reply: layout.encoded(), to: request) == layout)
    let (asked, answered) = (request.encoded(), layout.encoded())
    for size in asked.indices {
      #expect(throws: LayoutError.self) { try LayoutRequest(decoding: Array(asked[..<size])) }
    }
    for size in answered.indices {
      #expect(throws: LayoutError.self) { try Layout(reply: Array(answered[..<size]), to: request) }
    }
    for _ in 0..<2_000 {
      var (changedRequest, changedReply) = (asked, answered)
      changedRequest[Int.random(in: asked.indices, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
      changedReply[Int.random(in: answered.indices, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
      try? LayoutRequest(decoding: changedRequest).validate()
      _ = try? Layout(reply: changedReply, to: request)
    }
  }

  @Test("Many layouts at once, from many threads, are those computed one by one")
  func isThreadSafe() async throws {
    let engine = try builtEngine()
    let requests = (0..<24).map {
      columns(programmes: 2 + $0 % 3, engine: LayoutRequest.Engine.allCases[$0 % 4])
    }
    let alone = try requests.map { try engine.layout($0) }
    let together = try await withThrowingTaskGroup(of: (Int, Layout).self) { group in
      for (index, request) in requests.enumerated() { group.addTask { (index, try engine.layout(request)) } }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for index in requests.indices { #expect(together[index] == alone[index]) }
  }
}
