/// A layout that could not be computed: why, for what sizes, and what helps.
public struct LayoutError: Error, Sendable, Codable, Hashable, CustomStringConvertible {
  /// What went wrong.
  ///
  /// More codes may be added in a minor release.
  public struct Code: Sendable, Codable, Hashable {
    package enum Storage: String, Sendable, Codable, Hashable {
      case badRequest, tooLarge, unavailable, crashed, timedOut, outOfMemory, interrupted, failed
    }
    package let storage: Storage
    package init(_ storage: Storage) { self.storage = storage }

    /// A number in the request is outside its range.
    public static let badRequest = Code(.badRequest)
    /// More nodes or edges than the engine handles in reasonable time.
    public static let tooLarge = Code(.tooLarge)
    /// Graphviz, or the program that runs it, is missing.
    public static let unavailable = Code(.unavailable)
    /// Graphviz died; ``LayoutError/signal`` says how.
    public static let crashed = Code(.crashed)
    /// Graphviz used up its time.
    public static let timedOut = Code(.timedOut)
    /// Graphviz used up its memory.
    public static let outOfMemory = Code(.outOfMemory)
    /// The user or the system asked the layout to stop.
    public static let interrupted = Code(.interrupted)
    /// Graphviz refused, or what came back was no layout.
    public static let failed = Code(.failed)
  }

  /// What went wrong.
  public let code: Code
  /// The reason, the engine, the sizes and a remedy, in plain words.
  public let message: String
  /// The signal that ended the process, where one did.
  public let signal: Int32?

  package init(_ code: Code, _ message: String, signal: Int32? = nil) {
    self.code = code
    self.message = message
    self.signal = signal
  }

  /// The message.
  public var description: String { message }
}
