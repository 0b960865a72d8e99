import Foundation

/// Path of a program built beside the running tests.
///
/// On Linux the tests are a program of their own. On macOS they are a bundle that a part of the toolchain loads,
/// so the search starts at the image that holds this code.
public func builtExecutable(_ name: String = "ecograph") throws -> String {
  #if canImport(Darwin)
    var info = Dl_info()
    guard dladdr(#dsohandle, &info) != 0, let path = info.dli_fname else {
      throw MissingExecutable(name: name)
    }
    let image = URL(fileURLWithPath: String(cString: path))
  #else
    let image = URL(fileURLWithPath: "/proc/self/exe")
  #endif
  var folder = image.resolvingSymlinksInPath().deletingLastPathComponent()
  // A macOS bundle is three folders deep: X.xctest/Contents/MacOS.
  for _ in 0..<4 {
    let path = folder.appendingPathComponent(name).path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      FileManager.default.isExecutableFile(atPath: path)
    {
      return path
    }
    folder.deleteLastPathComponent()
  }
  throw MissingExecutable(name: name)
}

/// No such program beside the tests.
public struct MissingExecutable: Error, CustomStringConvertible {
  /// The program that was looked for.
  public let name: String
  /// What to do.
  public var description: String { "\(name) is not beside the tests; build it first" }
}
