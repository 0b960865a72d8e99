/// A picture that is finished but for its file format.
struct DrawnMap: Hashable, Sendable {
  /// Width of the page.
  var width: Double
  /// Height of the page.
  var height: Double
  /// What the picture is called.
  var title: String
  /// What it shows, in words.
  var description: String
  /// What is drawn, from the back to the front.
  var elements: [Element]
}
