import ArgumentParser

/// How a command runs: threads, timing, and how much it says.
struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Threads to use; results are the same for any number. Default: all cores.", valueName: "n"))
  var threads: Int?
  @Flag(help: "Print the seconds of each phase as JSON on standard error.")
  var timing = false
  @Flag(name: [.short, .long], help: "Print no notes, no warnings and no progress.")
  var quiet = false
  @Flag(help: "Print without colors, as NO_COLOR does.")
  var noColor = false

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more, got \(threads)") }
    if noColor { Console.forbidColors() }
  }

  func session() -> Session { Session(threads: threads, isTimed: timing, isQuiet: quiet) }
}
