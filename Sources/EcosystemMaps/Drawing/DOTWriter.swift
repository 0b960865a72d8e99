/// Writes what a map shows in the DOT language of Graphviz.
///
/// Names are quoted strings only, never raw or HTML-like text, so that nothing in a dataset can become an
/// attribute.
enum DOTWriter {
  static func text(of map: MapSpecification, style: MapStyle) -> String {
    let engine =
      switch style {
      case .columns: "dot"
      case .constellation: "neato"
      case .cards: "osage"
      case .network: "sfdp"
      }
    var text = "graph map {\n"
    text += "  graph [layout=\(engine), overlap=prism, rankdir=LR, label=\(quoted(map.texts.title))]\n"
    text += "  node [style=filled, fontname=Helvetica, fontcolor=white]\n"
    for (index, node) in map.nodes.enumerated() {
      let color = Paint.strong(map.color(ofNode: index)).light.hex
      let group = map.groups[node.group].name ?? ""
      text += "  n\(index) [label=\(quoted(node.label)), shape=\(node.isVenue ? "box" : "ellipse"), "
      text += "fillcolor=\"\(color)\", comment=\(quoted(group))]\n"
    }
    for tie in map.ties {
      let color = Paint.line(map.color(of: tie)).light.hex
      let line = tie.axes == .horizontal ? "dashed" : tie.axes == .none ? "dotted" : "solid"
      text +=
        "  n\(tie.source) -- n\(tie.target) [color=\"\(color)\", style=\(line), penwidth=\(min(5, tie.count)), "
      text += "comment=\(quoted(tie.title))]\n"
    }
    return text + "}\n"
  }

  /// A quoted string; Graphviz expands backslashes and decodes entities in labels, so both are doubled.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }
}
