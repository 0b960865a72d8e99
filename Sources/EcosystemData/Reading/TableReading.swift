import Ecosystem
import GraphCore

/// Reads one table: finds its columns, lets the parsers take them in, and accounts for every row.
struct TableReading {
  let plan: TablePlan
  let store: FileStore
  let isEdgeList: Bool
  let log: ProblemLog
  let limits: DelimitedLimits
  /// The tables read before, for foreign keys.
  let keys: [TableKind: ListedKeys]
  let execution: Execution

  struct Outcome {
    let file: FileReport
    let hash: Fingerprint.Entry
  }

  /// - Parameter prepare: Asks for the columns it wants; the parsers it adds see every batch.
  func read(_ prepare: (TableColumns) throws(TableFailure) -> Void) throws(TableFailure) -> Outcome {
    let source: any ByteSource
    do { source = try store.open(plan.path, shownAs: plan.name) } catch { throw .inputOutput(error) }
    var names = plan.kind.knownColumns
    if isEdgeList { names.formUnion(["source", "target"]) }
    let path = FileSystem.withoutCompression(plan.path.lowercased())
    let isTabbed = path.hasSuffix(".tsv") || path.hasSuffix(".tab")
    var reader = try DelimitedReader(
      source, file: plan.name,
      separator: plan.separator.map { .stated($0) }
        ?? .detected(names: names, preferred: isTabbed ? .tab : .comma),
      log: log, limits: limits, execution: execution)
    let header = Header(
      file: plan.name, kind: plan.kind, isEdgeList: isEdgeList, line: reader.headerLine, log: log)
    let columns = TableColumns(try header.columns(of: reader.header))
    let required = isEdgeList ? ["from", "to"] : plan.kind.requiredColumns
    for name in required {
      if let place = columns.place(name) { columns.add(RequiredCheck(place)) }
    }
    SchemaChecks(plan: plan, columns: columns, required: required, keys: keys, log: log).add()
    try prepare(columns)

    let used = try run(&reader, columns)
    let file = FileReport(
      name: plan.name, bytes: reader.bytesRead, rowsIn: reader.rowsIn, rowsUsed: used,
      blankRows: reader.blankRows, separator: reader.separator, lineEnding: reader.lineEnding,
      hasByteOrderMark: reader.hasByteOrderMark, columns: reader.header.map { trimmedName($0) })
    return Outcome(file: file, hash: Fingerprint.Entry(name: plan.path, store: store, source: source))
  }

  private func run(_ reader: inout DelimitedReader, _ columns: TableColumns) throws(TableFailure) -> Int {
    let judge = RowJudge(file: plan.name, log: log)
    let parsers = columns.parsers.filter { !$0.isIdle }
    let checking = parsers.indices.filter { parsers[$0].phase == .checking }
    let storing = parsers.indices.filter { parsers[$0].phase == .storing }
    let missing = (plan.schema?.missingValues ?? []).subtracting([""])
    if !missing.isEmpty {
      // `NA` is Namibia, whatever else it may mean elsewhere in a table.
      reader.treatAsMissing(missing, in: columns.inOrder.filter { $0.role != "country" }.map(\.index))
      reader.treatAsMissing(
        missing.subtracting(["NA"]), in: columns.inOrder.filter { $0.role == "country" }.map(\.index))
    }
    var used = 0
    while try reader.readRound(parsers.map { $0.lookAhead() }) {
      while try reader.next() {
        let batch = reader.batch
        judge.startBatch(rowCount: batch.rowCount)
        for parser in checking + storing {
          parsers[parser].read(batch, judge, noting: reader.note(ofParser: parser))
        }
        if judge.rejectedCount > 0 {
          for parser in checking { parsers[parser].drop(judge) }
        }
        used += batch.rowCount - judge.rejectedCount
      }
      for parser in storing { parsers[parser].endRound(limits, execution) }
      if let onProgress = execution.onProgress, let progress = reader.progress { onProgress(progress) }
    }
    for parser in storing { parsers[parser].endTable(execution) }
    return used
  }
}
