import GraphCore

/// A number that has been published, beside what this machine makes of it.
public struct PublishedValue: Sendable {
  /// The network, such as `kite`.
  public let network: String
  /// The measure.
  public let measure: String
  /// Whose value it is.
  public let item: String
  /// The published value; nil where the measure is undefined.
  public let expected: Double?
  /// The value computed here; nil where the measure is undefined.
  public let value: Double?
  /// How far the two may be apart: half a unit in the last published place.
  public let tolerance: Double
  /// Who published it, or with which other tool it was computed.
  public let source: String

  /// Whether the two agree.
  public var agrees: Bool {
    switch (expected, value) {
    case (nil, nil): true
    case (let expected?, let value?): abs(expected - value) <= tolerance
    default: false
    }
  }
}

/// Published values of one measure of one network.
struct PublishedTable: Sendable {
  let network: String
  let measure: String
  let source: String
  /// Decimal places that were published.
  let places: Int
  let items: [String]
  let expected: [Double?]
  let compute: @Sendable () throws -> [Double?]

  init(
    _ network: String, _ measure: String, places: Int, source: String, _ items: [String],
    _ expected: [Double?], _ compute: @escaping @Sendable () throws -> [Double?]
  ) {
    self.network = network
    self.measure = measure
    self.source = source
    self.places = places
    self.items = items
    self.expected = expected
    self.compute = compute
  }

  /// The values, computed anew.
  func values() throws -> [PublishedValue] {
    let computed = try compute()
    precondition(computed.count == expected.count && items.count == expected.count, "\(network) \(measure)")
    var tolerance = 0.5
    for _ in 0..<places { tolerance /= 10 }
    return items.indices.map {
      PublishedValue(
        network: network, measure: measure, item: items[$0], expected: expected[$0], value: computed[$0],
        // Published numbers were rounded themselves, so that a value halfway may go either way.
        tolerance: tolerance * (1 + 1e-6) + 1e-12, source: source)
    }
  }
}

/// Recomputes all published values that this package knows.
///
/// - Parameter onProgress: Told the share of the work done.
/// - Returns: Values in a fixed order.
/// - Throws: `GraphError` where a measure cannot be taken, which would be an error of this package.
public func recomputePublishedValues(
  onProgress: (@Sendable (Double) -> Void)? = nil
) throws -> [PublishedValue] {
  let tables =
    kiteTables + florentineTables + structuralHolesTables + southernWomenTables + karateTables
    + brokerageTables + twoModeTables + keyPlayerTables
  var values: [PublishedValue] = []
  for (place, table) in tables.enumerated() {
    values += try table.values()
    onProgress?(Double(place + 1) / Double(tables.count))
  }
  return values
}
