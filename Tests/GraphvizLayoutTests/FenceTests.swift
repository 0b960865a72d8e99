import EcographTestSupport
import Foundation
import Testing

@testable import GraphvizLayout

@Suite("What the fence holds off")
struct FenceTests {
  /// A request small enough for any engine.
  private let request = columns(programmes: 1, partners: 2, engine: .spring)

  /// What comes of a worker that is a shell script.
  private func run(
    script: String, request: LayoutRequest, wallMilliseconds: UInt32 = 60_000, cpuSeconds: UInt32 = 30
  ) -> Result<Layout, LayoutError> {
    var engine = GraphvizLayoutEngine(worker: WorkerCommand(path: "/bin/sh", arguments: ["-c", script]))
    var limits = WorkerLimits(for: request)
    limits.wallMilliseconds = wallMilliseconds
    limits.cpuSeconds = cpuSeconds
    engine.limits = limits
    do {
      return .success(try engine.layout(request))
    } catch {
      return .failure(error)
    }
  }

  private func failure(_ script: String, wallMilliseconds: UInt32 = 60_000, cpuSeconds: UInt32 = 30)
    -> LayoutError?
  {
    let outcome = run(
      script: script, request: request, wallMilliseconds: wallMilliseconds, cpuSeconds: cpuSeconds)
    if case .failure(let error) = outcome { return error }
    return nil
  }

  @Test(
    "A crash is an error with its signal",
    arguments: [("SEGV", 11), ("ABRT", 6), ("ILL", 4), ("FPE", 8), ("PIPE", 13)])
  func reportsCrash(name: String, number: Int32) throws {
    let error = try #require(failure("kill -\(name) $$"))
    #expect(error.code == .crashed)
    #expect(error.signal == number)
    #expect(error.message.contains("spring layout of 3 nodes and 2 edges"))
  }

  @Test("Being asked to stop is no crash", arguments: ["INT", "TERM", "HUP"])
  func reportsInterruption(name: String) {
    #expect(failure("kill -\(name) $$")?.code == .interrupted)
  }

  @Test("A kill from outside means that memory ran out")
  func reportsKill() {
    #expect(failure("kill -KILL $$")?.code == .outOfMemory)
  }

  @Test("A worker that says it is out of memory")
  func reportsComplaint() {
    #expect(failure("echo 'out of memory' >&2; kill -ABRT $$")?.code == .outOfMemory)
  }

  @Test("A worker that hangs is ended by the clock")
  func reportsTimeout() {
    #expect(failure("exec sleep 600", wallMilliseconds: 200)?.code == .timedOut)
  }

  @Test("A worker that closes its output and stays is ended by the clock")
  func reportsSilentTimeout() {
    #expect(failure("exec >&- 2>&-; exec sleep 600", wallMilliseconds: 200)?.code == .timedOut)
  }

  @Test("A worker that computes without end is ended by its processor time")
  func reportsProcessorTime() {
    #expect(failure("while :; do :; done", cpuSeconds: 1)?.code == .timedOut)
  }

  @Test("A grandchild that keeps the pipes open does not hold the caller")
  func outlivesGrandchild() {
    #expect(failure("sleep 20 & exit 3")?.code == .failed)
  }

  @Test(
    "Bad exits and bad answers", arguments: ["exit 1", "exit 0", "echo garbage", "head -c 100000 /dev/zero"])
  func reportsGarbage(script: String) {
    #expect(failure(script)?.code == .failed)
  }

  @Test("An answer without end is cut off")
  func reportsFlood() {
    #expect(failure("exec cat /dev/zero")?.code == .failed)
  }

  @Test("What a worker complains of is quoted, bounded and printable")
  func boundsComplaints() throws {
    let script = "i=0; while [ $i -lt 2000 ]; do printf 'bad \\033 thing é\\n' >&2; i=$((i+1)); done; exit 9"
    let error = try #require(failure(script))
    #expect(error.code == .failed)
    #expect(error.message.contains("code 9"))
    #expect(error.message.contains("bad   thing ??"))
    #expect(error.message.utf8.count < 600)
    #expect(error.message.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }

  @Test("A worker that never reads a long request does no harm")
  func survivesClosedInput() throws {
    let large = LayoutRequest(
      engine: .packed, nodes: .init(repeating: LayoutRequest.Node(width: 10, height: 10), count: 20_000))
    for script in ["exec <&-; exit 3", "exit 3"] {
      guard case .failure(let error) = run(script: script, request: large) else {
        Issue.record("no error")
        continue
      }
      #expect(error.code == .failed)
    }
  }

  @Test(
    "A worker that is not there",
    arguments: ["/nonexistent/worker", "", "/", "/etc/passwd", "ecograph\u{0}", "\u{0}", "/etc/passwd/x"])
  func reportsMissingWorker(path: String) throws {
    let engine = GraphvizLayoutEngine(worker: WorkerCommand(path: path))
    let error = try #require(throws: LayoutError.self) { try engine.layout(request) }
    #expect(error.code == .unavailable)
  }

  @Test("Nothing of the environment reaches the worker, and no descriptor either")
  func isClean() throws {
    setenv("GVBINDIR", "/tmp", 1)
    let held = open("/dev/null", O_RDONLY)
    defer {
      close(held)
      unsetenv("GVBINDIR")
    }
    let environment = try #require(failure("env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= | sort >&2; exit 1"))
    #expect(
      environment.message.hasSuffix(
        ": ECOGRAPH_LAYOUT_WORKER=1 G_SLICE=always-malloc LC_ALL=C.UTF-8 PATH=/usr/bin:/bin "
          + "SWIFT_BACKTRACE=enable=no "))
    #if os(Linux)
      let descriptors = try #require(failure("cd /proc/self/fd; echo * >&2; exit 1"))
      // The shell expands the star itself; 3 is the folder that it reads meanwhile.
      #expect(descriptors.message.hasSuffix(": 0 1 2 3 "))
    #endif
  }

  @Test("The limits are set")
  func setsLimits() throws {
    let error = try #require(failure("ulimit -c; ulimit -f; ulimit -n; ulimit -t; exit 1", cpuSeconds: 17))
    #expect(error.code == .failed)
    let shown = try #require(
      failure("{ ulimit -c; ulimit -f; ulimit -n; ulimit -S -t; } >&2; exit 1", cpuSeconds: 17))
    #expect(shown.message.hasSuffix(": 0 0 64 17 "))
  }

  @Test("A missing Graphviz is told by the worker")
  func passesOnUnavailable() throws {
    let reply = LayoutError(.unavailable, "Graphviz is missing").encoded()
    let error = try #require(throws: LayoutError.self) { try Layout(reply: reply, to: request) }
    #expect(error.code == .unavailable)
    #expect(error.message == "Graphviz is missing")
  }
}
