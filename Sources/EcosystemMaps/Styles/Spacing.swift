/// Puts things in a line as near to their wished places as their sizes allow.
enum Spacing {
  /// Returns the centers with the least sum of squared distances from those wished, in the same order,
  /// without overlap.
  ///
  /// With the room that the things before it take subtracted, each center has to be at least the one before
  /// it: an isotonic regression, solved by pooling neighbors that violate the order.
  static func centers(wished: [Double], sizes: [Double], gap: Double) -> [Double] {
    var offsets: [Double] = []
    var offset = 0.0
    for (index, size) in sizes.enumerated() {
      offset += index == 0 ? 0 : (sizes[index - 1] + size) / 2 + gap
      offsets.append(offset)
    }
    var blocks: [(mean: Double, count: Int)] = []
    for (wish, offset) in zip(wished, offsets) {
      var block = (mean: wish - offset, count: 1)
      while let last = blocks.last, last.mean > block.mean {
        blocks.removeLast()
        let count = last.count + block.count
        block = ((last.mean * Double(last.count) + block.mean * Double(block.count)) / Double(count), count)
      }
      blocks.append(block)
    }
    let means = blocks.flatMap { block in [Double](repeating: block.mean, count: block.count) }
    return zip(means, offsets).map { $0 + $1 }
  }
}
