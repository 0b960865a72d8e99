import CGraphvizShim

/// The program behind the fence: reads a request, lets Graphviz place it, writes the layout.
public enum LayoutWorker {
  /// The argument that makes a program a worker.
  public static let commandName = "__layout-worker"

  /// Whether this process was started as a worker.
  static var isCurrentProcess: Bool { egv_is_fenced() != 0 }

  /// Reads a request on standard input, writes the reply on standard output and ends the process.
  ///
  /// Call it before anything else, when the only argument is ``commandName``.
  public static func run() -> Never {
    egv_report_exhaustion()
    // Whatever else is printed in this process must not get between the bytes of the reply.
    let output = egv_claim_output()
    let reply: [UInt8]
    do {
      let request = try LayoutRequest(decoding: readInput())
      try request.validate()
      reply = try request.place().encoded()
    } catch {
      reply = error.encoded()
    }
    let status = unsafe reply.withUnsafeBufferPointer {
      unsafe egv_write_output(output, $0.baseAddress, $0.count)
    }
    // Graphviz' own clean-up is where some of its crashes happen.
    egv_exit(status == 0 ? 0 : 1)
  }

  /// More than the largest request takes.
  private static let inputLimit = 16_000_000

  private static func readInput() throws(LayoutError) -> [UInt8] {
    var size = 0
    guard let bytes = unsafe egv_read_input(inputLimit, &size) else {
      throw LayoutError(.failed, "the layout worker could not read its request")
    }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: size))
  }
}
