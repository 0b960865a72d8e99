import EcographCommands
import GraphvizLayout

// Graphviz runs in a process of its own, which is this program again. It must start lean: no argument parsing.
if CommandLine.arguments.dropFirst() == [LayoutWorker.commandName] { LayoutWorker.run() }

EcographTool.main()
