import CGraphvizShim

/// How to start the process that runs Graphviz: a program that calls ``LayoutWorker/run()``.
public struct WorkerCommand: Sendable, Hashable {
  /// Path of the program.
  ///
  /// It is not looked up in `PATH`.
  public var path: String
  /// Its arguments, without the name of the program.
  public var arguments: [String]

  /// Creates a command.
  public init(path: String, arguments: [String] = [LayoutWorker.commandName]) {
    self.path = path
    self.arguments = arguments
  }

  /// The running program itself, as its own worker.
  ///
  /// It has to call ``LayoutWorker/run()`` when its only argument is ``LayoutWorker/commandName``, as `ecograph` does.
  /// Other programs give the path of `ecograph`.
  public static var currentExecutable: WorkerCommand {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { bytes in
      unsafe bytes.baseAddress.map { unsafe egv_executable_path($0, bytes.count) } ?? 0
    }
    return WorkerCommand(
      path: String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }
}
