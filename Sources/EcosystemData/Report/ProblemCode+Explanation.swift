extension ProblemCode {
  /// What is wrong, in a few words.
  public var title: String { help.title }

  /// What it means, what becomes of the data, and how to mend it, with an example.
  public var explanation: String { help.text }

  private var help: (title: String, text: String) {
    switch severity {
    case .error: rawValue < "E2" ? fileHelp : rawValue < "E3" ? cellHelp : referenceHelp
    case .warning: warningHelp
    }
  }

  private var fileHelp: (title: String, text: String) {
    switch self {
    case .missingFile:
      (
        "A file is missing",
        """
        The descriptor names a file that does not exist, or a folder lacks a table that it needs. Check the
        spelling of `path` in datapackage.json; paths are relative to the folder of datapackage.json.
        Example: `"path": "actor.csv"` where the file is called actors.csv.
        """
      )
    case .unreadableEncoding:
      (
        "A file is not UTF-8 text",
        """
        Some bytes of the file do not form UTF-8 characters, so names would be garbled. Nothing of the file is
        used. Save it again as UTF-8: in a spreadsheet choose "CSV UTF-8"; on a command line
        `iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv`.
        Example: the single byte E9 for "é", as older Windows programs write it.
        """
      )
    case .binaryContent:
      (
        "A file is not text",
        """
        The file holds zero bytes, which no text has. It may be a spreadsheet (.xlsx), a compressed file or a
        damaged one under the name of a table. Export the table as CSV (UTF-8).
        Example: a workbook renamed to actors.csv.
        """
      )
    case .emptyTable:
      (
        "A table is empty",
        """
        The file holds no header. A table without rows is fine, but its first line must name its columns.
        Example of the least that works: `id,name,kind` in actors.csv.
        """
      )
    case .unterminatedQuote:
      (
        "A quotation mark is never closed",
        """
        A cell begins with a quotation mark, and the file ends before the closing one; all rows from there on
        have run together. Close the quotation mark on the line named, or double it where it belongs to the text.
        Example: `"Ministry of Finance,FR` needs `"Ministry of Finance",FR`.
        """
      )
    case .tooLong:
      (
        "A cell is too long",
        """
        A cell is longer than 1 MiB, or a row longer than 64 MiB. Most often a quotation mark opens a cell and is
        closed much later. Look at the line named; keep long texts in a file of their own and link to it.
        Example: a stray `"` at the beginning of a cell swallows the rows after it.
        """
      )
    case .tooManyColumns:
      (
        "A table has too many columns",
        """
        The header, or a row, has more than 4,096 cells. A matrix is not a table of ties: write one row for each
        tie, with columns `from` and `to`.
        Example: `from,to` then `france,agile-nations`, not one column for each actor.
        """
      )
    case .tooManyRows:
      (
        "A table has too many rows",
        """
        The table has more than 2^32 - 2 rows, more than rows can be numbered. Split the dataset, or add up
        parallel ties into one row with a `weight`.
        Example: the monthly contacts of a pair as one row with weight 12.
        """
      )
    case .raggedRow:
      (
        "A row has the wrong number of cells",
        """
        The row has more or fewer cells than the header. The row is left out. Text that holds the separator must
        stand in quotation marks.
        Example: `gov,Ministry of Food, Farming,government` has four cells; write
        `gov,"Ministry of Food, Farming",government`.
        """
      )
    case .malformedQuoting:
      (
        "Text follows a closing quotation mark",
        """
        A cell that begins with a quotation mark must end with one; a quotation mark inside it is doubled. The
        row is left out.
        Example: `"the "new" deal"` needs `"the ""new"" deal"`.
        """
      )
    case .duplicateColumn:
      (
        "Two columns have the same name",
        """
        Upper and lower case and spaces around a name make no difference. Which of the two is meant cannot be
        guessed, so the table is not used. Rename or delete one.
        Example: `id,name,Name`.
        """
      )
    case .missingColumn:
      (
        "A column is missing",
        """
        The table lacks a column that it needs: `id, name, kind` for actors, `from, to, relation` for ties,
        `id, name, axis` for topics, `id, title` for sources. Add or rename the column.
        Example: `id,title,kind` in actors.csv, where `title` should be `name`.
        """
      )
    case .damagedArchive:
      (
        "A compressed file is damaged",
        """
        A file compressed with gzip breaks off, or does not unpack to what was packed; nothing of it is used.
        Copy or download it again; `gzip -t FILE` tests it.
        Example: ties.csv.gz of which a download brought the first half.
        """
      )
    default:
      (
        "The header of an edge list is not recognized",
        """
        An edge list needs a header with `from` and `to`, or `source` and `target`, in any case. Other columns of
        the table of ties (`relation`, `mission`, `method`, `weight`, ...) are recognized by name, the rest is kept.
        Example: add the line `from,to` above `1,2`.
        """
      )
    }
  }
}
