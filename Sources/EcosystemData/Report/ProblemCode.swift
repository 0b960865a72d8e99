/// What is wrong with a dataset: a stable code for each kind of problem.
///
/// Codes that begin with `E` are errors, those with `W` warnings. `E1xx` concern files and their shape,
/// `E2xx` single cells, `E3xx` what cells refer to, `E4xx` the descriptor.
public enum ProblemCode: String, CaseIterable, Hashable, Sendable, Codable {
  /// A file that the dataset needs does not exist.
  case missingFile = "E101"
  /// A file is not UTF-8 text.
  case unreadableEncoding = "E102"
  /// A file holds bytes that no text has.
  case binaryContent = "E103"
  /// A table has not even a header.
  case emptyTable = "E104"
  /// A quotation mark is never closed.
  case unterminatedQuote = "E105"
  /// A cell or a row is longer than any sensible text.
  case tooLong = "E106"
  /// A table has more columns than can be meant.
  case tooManyColumns = "E107"
  /// A table has more rows than can be numbered.
  case tooManyRows = "E108"
  /// A row has more or fewer cells than the header.
  case raggedRow = "E109"
  /// Text follows the closing quotation mark of a cell.
  case malformedQuoting = "E110"
  /// Two columns have the same name.
  case duplicateColumn = "E111"
  /// A column that the table needs is not there.
  case missingColumn = "E112"
  /// The header of an edge list names no two ends.
  case unrecognizedHeader = "E113"
  /// A compressed file cannot be unpacked to its end.
  case damagedArchive = "E114"

  /// A cell that must be filled is blank.
  case blankCell = "E201"
  /// A cell is not a number of the kind its column asks for.
  case badNumber = "E202"
  /// A cell is not a date.
  case badDate = "E203"
  /// A cell is neither true nor false.
  case badBoolean = "E204"
  /// A value is not among those that the descriptor lists.
  case unlistedValue = "E205"
  /// A value does not have the shape that the descriptor asks for.
  case patternMismatch = "E206"
  /// A value is outside the bounds that the descriptor sets.
  case outOfBounds = "E207"

  /// Two rows have the same id.
  case duplicateID = "E301"
  /// A tie names an actor that is not in the table of actors.
  case unknownActor = "E302"
  /// A tie names a topic that is not in the table of topics.
  case unknownTopic = "E303"
  /// A mission stands where a method belongs, or the other way round.
  case wrongAxis = "E304"
  /// A source is named that is not in the table of sources.
  case unknownSource = "E305"
  /// A parent is named that is not in the same table.
  case unknownParent = "E306"
  /// A row is, through its parents, its own parent.
  case parentCycle = "E307"
  /// A value occurs twice in a column, or set of columns, that the descriptor declares unique.
  case duplicateValue = "E308"
  /// A value is not in the table that the descriptor says it refers to.
  case brokenReference = "E309"

  /// `datapackage.json` is not valid JSON.
  case malformedDescriptor = "E401"
  /// An entry of the descriptor is not what the format allows there.
  case badDescriptorEntry = "E402"
  /// The path of a resource leads outside the package.
  case unsafePath = "E403"
  /// The descriptor speaks of a resource or table that is not there.
  case unknownResource = "E404"
  /// The descriptor describes a field that the table does not have.
  case unknownField = "E405"

  /// Two rows state the same tie.
  case duplicateTie = "W201"
  /// Two actors have almost the same name.
  case similarNames = "W202"
  /// A tie runs from an actor to itself.
  case selfTie = "W203"
  /// A date is before 1600 or after 2100.
  case implausibleDate = "W204"
  /// Something ends before it begins.
  case endBeforeStart = "W205"
  /// An actor has no tie.
  case isolatedActor = "W206"
  /// A country is not a two-letter code.
  case suspiciousCountry = "W207"
  /// A column has no name.
  case unnamedColumn = "W208"
  /// A quotation mark stands inside a cell that does not begin with one.
  case strayQuote = "W209"
  /// A cell holds characters that a wrong conversion leaves behind.
  case garbledText = "W210"
  /// A column refers to a table that the dataset does not have.
  case absentTable = "W211"
  /// The descriptor gives a field a type that does not exist.
  case unknownFieldType = "W212"
  /// A row was left out because of the row it refers to.
  case leftOutWithActor = "W213"
  /// The table has a column that the descriptor does not describe.
  case undescribedColumn = "W214"

  /// Whether it keeps rows from being used.
  public var severity: Severity { rawValue.hasPrefix("E") ? .error : .warning }
}
