#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal, as far as messages go: standard error.
struct Console: Sendable {
  /// Whether standard error is a terminal that understands colors.
  let hasColor: Bool
  /// Whether standard error is a terminal.
  let isTerminal: Bool

  static let standard = Console()

  init() {
    isTerminal = isatty(STDERR_FILENO) == 1
    hasColor = isTerminal && Self.colorsAllowed
  }

  /// Whether the environment allows colors; `--no-color` sets `NO_COLOR` before anything is printed.
  static var colorsAllowed: Bool {
    (Self.variable("NO_COLOR") ?? "").isEmpty && Self.variable("TERM") != "dumb"
  }

  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  static func forbidColors() { unsafe setenv("NO_COLOR", "1", 1) }

  /// Columns of the terminal on standard output, nil where it is none.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let columns = variable("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  func error(_ message: String) { write(styled("error:", "31;1") + " " + message) }
  func warning(_ message: String) { write(styled("warning:", "33;1") + " " + message) }
  func note(_ message: String) { write(styled("note:", "36") + " " + message) }

  func write(_ text: String, terminator: String = "\n") {
    var bytes = Array((text + terminator).utf8)[...]
    while !bytes.isEmpty {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe systemWrite(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }

  private func styled(_ text: String, _ code: String) -> String {
    hasColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// The system's `write`, by a name that does not clash with methods.
func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    unsafe Glibc.write(file, bytes, count)
  #else
    unsafe Darwin.write(file, bytes, count)
  #endif
}
