/// What a search does in which iteration.
struct LeidenSchedule: Sendable {
  /// Most iterations.
  let limit: Int
  /// Whether few iterations must do.
  private let isBrief: Bool

  init(_ options: LeidenOptions, edgeCount: Int) {
    isBrief =
      switch options.effort {
      case .automatic: edgeCount > 1_000_000
      case .thorough: false
      case .brief: true
      }
    limit = options.maximumIterations ?? (isBrief ? 3 : 100)
  }

  /// Whether an iteration builds its levels of whole communities, as the Louvain algorithm does.
  ///
  /// That is a start at half the price, and none that the next iteration would not take apart. Where there is
  /// time for many iterations the better start wins.
  func isRough(_ iteration: Int) -> Bool { isBrief && iteration == 0 && limit > 1 }

  /// A level is left when a round moves no more than this share of its vertices.
  func leastShare(_ iteration: Int) -> Double { isBrief ? (isRough(iteration) ? 0.05 : 0.01) : 0 }

  /// Largest random bonus for a group in the refinement, in edges of mean weight.
  ///
  /// It lets every iteration see other groups; that pays in the long run, not within three iterations.
  var bonus: Double { isBrief ? 0 : 0.05 }

  /// The share of the work done, never 1.
  func progress(after iterations: Int) -> Double {
    isBrief ? Double(iterations) / Double(limit + 1) : 1 - 1 / Double(iterations + 1)
  }
}
