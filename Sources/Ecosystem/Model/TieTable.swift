/// The ties of a dataset, stored by column, so that tens of millions fit in memory.
///
/// A column that the file lacks takes no memory: 8 bytes a tie for a bare edge list.
public struct TieTable: Sendable {
  package var ids: TextColumn
  package var sources: ContiguousArray<UInt32>
  package var targets: ContiguousArray<UInt32>
  /// What the first actor of each tie is to the second.
  public package(set) var relations: TextColumn
  /// Topic indices, `TextColumn.none` for none; empty where absent.
  package var missions: ContiguousArray<UInt32>
  package var methods: ContiguousArray<UInt32>
  /// Whether a tie runs one way; empty where all do.
  package var areDirected: ContiguousArray<Bool>
  /// Empty where all weights are 1.
  package var weights: ContiguousArray<Double>
  package var starts: [PartialDate?]
  package var ends: [PartialDate?]
  package var stages: TextColumn
  /// NaN where blank; empty where absent.
  package var confidences: ContiguousArray<Double>
  package var evidence: TextColumn
  package var locators: TextColumn
  package var quotes: TextColumn
  /// Columns that the format does not name, in the file's order.
  public package(set) var attributes: [(name: String, values: TextColumn)]
  package var lines: LineNumbers

  package init(
    sources: ContiguousArray<UInt32>, targets: ContiguousArray<UInt32>, ids: TextColumn = TextColumn(),
    relations: TextColumn = TextColumn(), missions: ContiguousArray<UInt32> = [],
    methods: ContiguousArray<UInt32> = [], areDirected: ContiguousArray<Bool> = [],
    weights: ContiguousArray<Double> = [], starts: [PartialDate?] = [], ends: [PartialDate?] = [],
    stages: TextColumn = TextColumn(), confidences: ContiguousArray<Double> = [],
    evidence: TextColumn = TextColumn(), locators: TextColumn = TextColumn(),
    quotes: TextColumn = TextColumn(), attributes: [(name: String, values: TextColumn)] = [],
    lines: LineNumbers = LineNumbers()
  ) {
    self.sources = sources
    self.targets = targets
    self.ids = ids
    self.relations = relations
    self.missions = missions
    self.methods = methods
    self.areDirected = areDirected
    self.weights = weights
    self.starts = starts
    self.ends = ends
    self.stages = stages
    self.confidences = confidences
    self.evidence = evidence
    self.locators = locators
    self.quotes = quotes
    self.attributes = attributes
    self.lines = lines
  }

  /// Number of ties.
  public var count: Int { sources.count }

  /// The actor that a tie runs from.
  public func source(of index: Int) -> Int { Int(sources[index]) }
  /// The actor that a tie runs to.
  public func target(of index: Int) -> Int { Int(targets[index]) }
  /// Whether a tie runs one way.
  public func isDirected(_ index: Int) -> Bool { areDirected.isEmpty || areDirected[index] }
  /// Weight of a tie.
  public func weight(of index: Int) -> Double { weights.isEmpty ? 1 : weights[index] }
  /// The topic that a tie has on an axis.
  public func topic(of index: Int, on axis: Axis) -> Int? {
    let column = axis == .vertical ? missions : methods
    guard !column.isEmpty, column[index] != TextColumn.none else { return nil }
    return Int(column[index])
  }
  /// How sure the source of a tie is, nil where it does not say.
  public func confidence(of index: Int) -> Double? {
    confidences.isEmpty || confidences[index].isNaN ? nil : confidences[index]
  }
  /// Line of the file in which a tie's row begins.
  public func line(of index: Int) -> Int? { lines[index] }

  /// One tie with all its cells.
  public subscript(index: Int) -> Tie {
    Tie(
      id: ids[index], from: source(of: index), to: target(of: index), relation: relations[index],
      mission: topic(of: index, on: .vertical), method: topic(of: index, on: .horizontal),
      isDirected: isDirected(index), weight: weight(of: index), start: starts.isEmpty ? nil : starts[index],
      end: ends.isEmpty ? nil : ends[index], stage: stages[index],
      confidence: confidence(of: index),
      sources: ActorTable.list(evidence[index]), locator: locators[index], quote: quotes[index])
  }
}
