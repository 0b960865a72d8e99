import Ecosystem

/// What ties may say of missions and methods.
final class ListedTopics {
  let keys: ListedKeys
  let topics: [Topic]

  init(keys: ListedKeys, topics: [Topic]) {
    self.keys = keys
    self.topics = topics
  }
}

/// The column of missions, or of methods, where a table lists them.
final class TopicParser: ColumnParser {
  private let place: ColumnPlace?
  private let axis: Axis
  private let listed: ListedTopics
  private var codes: ContiguousArray<UInt32> = []

  init(_ place: ColumnPlace?, _ axis: Axis, _ listed: ListedTopics) {
    self.place = place
    self.axis = axis
    self.listed = listed
  }

  var phase: ParsingPhase { .checking }
  var isIdle: Bool { place == nil }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard let place else { return }
    for row in 0..<batch.rowCount {
      let topic = listed.keys.look(up: place, of: row, in: batch, judge, unknown: .unknownTopic)
      if topic != ByteInterner.none, listed.topics[Int(topic)].axis != axis {
        judge.report(.wrongAxis, batch, row: row, place) { [axis, listed] in
          Finding(
            message:
              "`\(visible($0))` is a \(axis.other.topicNoun) in \(listed.keys.fileName), not a \(axis.topicNoun)",
            remedy: "move it to the other column, or correct its axis")
        }
      }
      codes.append(topic)
    }
  }

  func drop(_ judge: RowJudge) {
    if place != nil { codes.dropRejected(judge) }
  }

  func column() -> ContiguousArray<UInt32> { codes }
}

/// The columns of missions and methods where no table lists them: each new word is a new topic.
final class InferringTopicParser: ColumnParser {
  private let places: [(place: ColumnPlace, axis: Axis)]
  private var interner = ByteInterner()
  private var axes: [Axis] = []
  private var isUsed: [Bool] = []
  private var codes: [Axis: ContiguousArray<UInt32>] = [:]

  init(mission: ColumnPlace?, method: ColumnPlace?) {
    places = [(mission, Axis.vertical), (method, Axis.horizontal)].compactMap { place, axis in
      place.map { ($0, axis) }
    }
  }

  var hasTopics: Bool { !places.isEmpty }

  /// It checks before it stores: a word may stand on one axis only.
  var phase: ParsingPhase { .checking }
  var isIdle: Bool { !hasTopics }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard hasTopics else { return }
    let bytes = batch.bytes.span
    for row in 0..<batch.rowCount {
      for (place, axis) in places {
        let cell = batch.cell(row: row, column: place.index)
        guard !cell.isBlank else {
          codes[axis, default: []].append(ByteInterner.none)
          continue
        }
        let code = interner.intern(bytes, start: Int(cell.start), length: cell.count)
        if Int(code) == axes.count {
          axes.append(axis)
        } else if axes[Int(code)] != axis {
          judge.report(.wrongAxis, batch, row: row, place) {
            Finding(
              message:
                "`\(visible($0))` is a \(axis.other.topicNoun) in an earlier row, not a \(axis.topicNoun)",
              remedy: "give the two different names")
          }
        }
        codes[axis, default: []].append(code)
      }
    }
  }

  func drop(_ judge: RowJudge) {
    for (_, axis) in places { codes[axis]?.dropRejected(judge) }
  }

  /// The topics that rows which stay speak of, in order of first appearance, and the columns that speak of them.
  func finish() -> (topics: [Topic], missions: ContiguousArray<UInt32>, methods: ContiguousArray<UInt32>) {
    var isUsed = [Bool](repeating: false, count: axes.count)
    for (_, axis) in places {
      for code in codes[axis] ?? [] where code != ByteInterner.none { isUsed[Int(code)] = true }
    }
    var numbers = ContiguousArray(repeating: ByteInterner.none, count: axes.count)
    var topics: [Topic] = []
    for code in axes.indices where isUsed[code] {
      numbers[code] = UInt32(truncatingIfNeeded: topics.count)
      let id = interner.text(UInt32(truncatingIfNeeded: code))
      topics.append(Topic(id: id, name: id, axis: axes[code]))
    }
    func column(_ axis: Axis) -> ContiguousArray<UInt32> {
      ContiguousArray((codes[axis] ?? []).map { $0 == ByteInterner.none ? $0 : numbers[Int($0)] })
    }
    return (topics, column(.vertical), column(.horizontal))
  }
}

extension Axis {
  var other: Axis { self == .vertical ? .horizontal : .vertical }
}
