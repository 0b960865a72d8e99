import Ecosystem

/// Reads one table: finds its columns, lets the parsers take them in, and accounts for every row.
struct TableReading {
  let plan: TablePlan
  let store: FileStore
  let isEdgeList: Bool
  let log: ProblemLog
  let limits: DelimitedLimits
  /// The tables read before, for foreign keys.
  let keys: [TableKind: ListedKeys]
  let onProgress: ((Double) -> Void)?

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
    let isTabbed = plan.path.lowercased().hasSuffix(".tsv") || plan.path.lowercased().hasSuffix(".tab")
    var reader = try DelimitedReader(
      source, file: plan.name,
      separator: plan.separator.map { .stated($0) }
        ?? .detected(names: names, preferred: isTabbed ? .tab : .comma),
      log: log, limits: limits)
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
    let checking = columns.parsers.filter { $0.phase == .checking }
    let storing = columns.parsers.filter { $0.phase == .storing }
    let missing = (plan.schema?.missingValues ?? []).subtracting([""])
    // `NA` is Namibia, whatever else it may mean elsewhere in a table.
    let blankable = columns.inOrder.filter { $0.role != "country" }.map(\.index)
    let namibia = columns.inOrder.filter { $0.role == "country" }.map(\.index)
    var used = 0
    while try reader.next() {
      if !missing.isEmpty {
        reader.blankOut(missing, in: blankable)
        if missing != ["NA"] { reader.blankOut(missing.subtracting(["NA"]), in: namibia) }
      }
      judge.startBatch(rowCount: reader.batch.rowCount)
      for parser in checking { parser.read(reader.batch, judge) }
      for parser in storing { parser.read(reader.batch, judge) }
      if judge.rejectedCount > 0 {
        for parser in checking { parser.drop(judge) }
      }
      used += reader.batch.rowCount - judge.rejectedCount
      if let onProgress, let progress = reader.progress { onProgress(progress) }
    }
    return used
  }
}
