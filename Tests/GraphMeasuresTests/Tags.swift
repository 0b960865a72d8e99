import Testing

extension Tag {
  /// Values published or derived by hand.
  @Tag static var knownAnswer: Self
  /// Compared with a computation straight from the definition.
  @Tag static var oracle: Self
  /// Laws that hold on every graph.
  @Tag static var property: Self
}
