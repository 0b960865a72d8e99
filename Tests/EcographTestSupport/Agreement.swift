/// Whether two lists of values agree one by one; values that are nil must be nil in both.
///
/// Two numbers agree where they differ by at most `relative` of the larger, or by at most `absolute`.
public func agree(
  _ left: [Double?], _ right: [Double?], relative: Double = 1e-12, absolute: Double = 1e-12
) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { pair in
      switch pair {
      case (nil, nil): true
      case (let x?, let y?): abs(x - y) <= max(absolute, relative * max(abs(x), abs(y)))
      default: false
      }
    }
}
