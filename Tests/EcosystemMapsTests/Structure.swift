import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML document is made of.
final class Structure: NSObject, XMLParserDelegate {
  struct Malformed: Error {}

  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var styles: [String] = []
  /// Every element with its attributes, in document order.
  private(set) var starts: [(name: String, attributes: [String: String])] = []
  /// Text by the element that holds it.
  private(set) var texts: [(element: String, text: String)] = []
  private var open: [String] = []

  init(of document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { throw Malformed() }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes values: [String: String]
  ) {
    elements.insert(name)
    attributes.formUnion(values.keys)
    starts.append((name, values))
    open.append(name)
    texts.append((name, ""))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard let name = open.last else { return }
    if name == "style" {
      styles = styles.isEmpty ? [string] : [styles[0] + string]
    } else if let last = texts.lastIndex(where: { $0.element == name }) {
      texts[last].text += string
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
