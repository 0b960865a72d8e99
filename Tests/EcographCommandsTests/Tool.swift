import EcographTestSupport
import Foundation
import Testing

/// A finished run of the built tool.
struct ToolRun {
  let status: Int32
  let output: String
  let messages: String
}

/// Runs the built tool as a user would.
///
/// - Parameters:
///   - arguments: What is typed after `ecograph`.
///   - input: What comes on standard input.
///   - environment: Variables beside `PATH`.
///   - seconds: After this time the run is ended, which counts as a failure.
@discardableResult
func ecograph(
  _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], seconds: Double = 60,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> ToolRun {
  let process = Process()
  process.executableURL = URL(
    fileURLWithPath: try ProcessInfo.processInfo.environment["ECOGRAPH"] ?? builtExecutable())
  process.arguments = arguments
  process.currentDirectoryURL = repository
  var variables = environment
  variables["PATH"] = ProcessInfo.processInfo.environment["PATH"]
  process.environment = variables
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
  try input.write(to: files[0])
  for file in files.dropFirst() { try Data().write(to: file) }
  process.standardInput = try FileHandle(forReadingFrom: files[0])
  process.standardOutput = try FileHandle(forWritingTo: files[1])
  process.standardError = try FileHandle(forWritingTo: files[2])
  try process.run()
  let deadline = Date().addingTimeInterval(seconds)
  while process.isRunning, Date() < deadline { usleep(2_000) }
  if process.isRunning {
    kill(process.processIdentifier, SIGKILL)
    Issue.record("still running after \(seconds) s: ecograph \(arguments)", sourceLocation: sourceLocation)
  }
  process.waitUntilExit()
  if process.terminationReason == .uncaughtSignal {
    Issue.record(
      "ended by signal \(process.terminationStatus): ecograph \(arguments)", sourceLocation: sourceLocation)
  }
  return ToolRun(
    status: process.terminationStatus,
    output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
    messages: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
}

/// The root of the repository.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Creates a folder with some files, and removes it afterwards.
func withFolder<Value>(_ files: [String: String], _ body: (URL) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("data-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }
  return try body(folder)
}
