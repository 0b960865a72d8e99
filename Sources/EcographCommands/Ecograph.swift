import ArgumentParser

/// The command-line tool.
public enum EcographTool {
  /// Runs the command named by the process's arguments and ends the process with a documented exit code.
  public static func main() { Ecograph.main() }
}

struct Ecograph: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ecograph")
}
