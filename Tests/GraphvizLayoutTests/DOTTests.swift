import GraphvizLayout
import Testing

@Suite("DOT")
struct DOTTests {
  @Test("A layered request")
  func writesLayered() {
    var request = LayoutRequest(
      engine: .layered,
      nodes: [.init(width: 72, height: 36), .init(width: 72, height: 36, group: 0)],
      edges: [.init(from: 0, to: 1, weight: 2), .init(from: 1, to: 1, visibility: .hidden)], groups: [.init()]
    )
    request.layered.rankSeparation = 144
    #expect(
      request.dot(labels: ["A"]) == """
        digraph {
          layout="dot";
          rankdir="LR";
          splines="true";
          nodesep="0.1";
          ranksep="2.0";
          node [fixedsize="true"];
          edge [dir="none"];
          n0 [label="A", shape="box", width="1.0", height="0.5"];
          subgraph "cluster_0" {
            margin="14.0";
            n1 [label="", shape="box", width="1.0", height="0.5"];
          }
          n0 -> n1 [weight="2.0", tailport="e", headport="w"];
          n1 -> n1 [style="invis"];
        }

        """)
  }

  @Test(
    "Labels are shown as they are and cannot end the string",
    arguments: [
      (#"a"]; x [URL="javascript:1"#, #"a\"]; x [URL=\"javascript:1"#),
      (#"C:\new\N"#, #"C:\\new\\N"#), (#"end\"#, #"end\\"#), ("<b>&lt;</b>", "<b>&amp;lt;</b>"),
      ("two\nlines\r\u{0}\u{1}\u{7F}\u{FFFF}", #"two\nlines"#), ("مرحبا 🙂", "مرحبا 🙂"),
      (String(repeating: "é", count: 300), String(repeating: "é", count: 200)),
    ])
  func quotesLabels(label: String, written: String) {
    let request = LayoutRequest(engine: .spring, nodes: [.init(width: 72, height: 36)])
    #expect(request.dot(labels: [label]).contains("n0 [label=\"\(written)\", shape="))
  }
}
