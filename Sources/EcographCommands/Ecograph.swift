import ArgumentParser

/// The command-line tool.
public enum EcographTool {
  /// The version of the tool and of the library.
  public static let version = "0.1.0"

  /// Runs the command named by the process's arguments and ends the process with a documented exit code.
  public static func main() {
    Interruption.install()
    do {
      var command = try Ecograph.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Console.standard.error(failure.message)
      Ecograph.exit(withError: failure.status.code)
    } catch {
      // ArgumentParser's own errors: help and version end well, anything else is misuse.
      let code = Ecograph.exitCode(for: error)
      let message = Ecograph.fullMessage(for: error)
      guard code.isSuccess else {
        if !message.isEmpty { Console.standard.write(message) }
        Ecograph.exit(withError: code == .validationFailure ? ExitStatus.usage.code : code)
      }
      if !message.isEmpty { print(message) }
      Ecograph.exit()
    }
  }
}

struct Ecograph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ecograph",
    abstract: "Who holds an ecosystem of partnerships together, with evidence.",
    discussion: """
      DATASET is a folder with a datapackage.json, a datapackage.json, a .csv or
      .tsv edge list, or - for standard input. Results go to standard output,
      messages to standard error.

      Examples:
        ecograph check datasets/innovation-networks
        ecograph orchestrators datasets/innovation-networks --top 10
        ecograph explain datasets/innovation-networks c40
        ecograph map datasets/opsi-cross-border -o map.svg
        ecograph measure edges.csv --measures degree,betweenness --format csv

      Exit codes: 0 ok, 1 a threshold asked for was exceeded, 2 usage, 3 the data is
      invalid, 4 Graphviz is missing or failed, 5 input or output failed, 130
      interrupted.
      """,
    version: EcographTool.version,
    subcommands: [
      CheckCommand.self, DescribeCommand.self, MeasureCommand.self, MeasuresCommand.self,
      OrchestratorsCommand.self, ExplainCommand.self, MapCommand.self, TiesCommand.self, LinksCommand.self,
      KeyPlayersCommand.self, BackboneCommand.self, LayersCommand.self, DoctorCommand.self,
    ])
}
