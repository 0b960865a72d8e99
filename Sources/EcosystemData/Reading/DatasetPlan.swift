import Ecosystem

/// Which files make up a dataset and how each is to be read.
struct DatasetPlan {
  var description: Dataset.Description
  var store: FileStore
  var tables: [TableKind: TablePlan] = [:]
  var vocabulary = Vocabulary.standard
  /// Whether the table of ties may be a bare edge list.
  var isEdgeList = false
  /// Files read already, such as the descriptor, with their hashes.
  var fingerprint = Fingerprint()
  var notes: [String] = []
}

/// How one table is to be read.
struct TablePlan {
  let kind: TableKind
  /// Its path within the dataset.
  let path: String
  /// What messages call it.
  let name: String
  var separator: Separator?
  var schema: TableSchema?
}
