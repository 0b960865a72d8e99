import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a strict XML parser makes of a document.
public struct XMLParserResult {
  /// Whether the parser took it to the end.
  public let isWellFormed: Bool

  /// Parses a document.
  public init(_ document: Data) {
    isWellFormed = XMLParser(data: document).parse()
  }
}
