import Ecosystem

extension TieIndex {
  /// Number of distinct topics of an axis among an actor's ties: its *breadth* of missions or methods.
  ///
  ///     breadth(v) = |{ topic(e) : e a tie of v with a topic on the axis }|
  ///
  /// A tie without a topic on the axis says nothing; the count is undefined where no tie of the view has one.
  /// Topics count as named by the ties: a topic and the one above it are two.
  ///
  /// Size: further ties on a topic add nothing, so that 98 members who share one mission give breadth 1. What
  /// is left of size is meant: taking part in more missions *is* breadth. Breadth divided by ties would put
  /// an actor with one tie above one who spans ten missions.
  ///
  /// Reference: V. Nicosia, V. Latora, "Measuring and modeling correlations in multiplex networks", Physical
  /// Review E 92 (2015) 032805 (node activity), doi:10.1103/PhysRevE.92.032805.
  func breadth(of actor: Int, on axis: Axis) -> Int {
    var seen: Set<Int> = []
    for tie in ties(of: actor) {
      if let topic = dataset.ties.topic(of: tie, on: axis) { seen.insert(topic) }
    }
    return seen.count
  }
}
