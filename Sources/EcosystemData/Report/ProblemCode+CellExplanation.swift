extension ProblemCode {
  var cellHelp: (title: String, text: String) {
    switch self {
    case .blankCell:
      (
        "A cell that must be filled is blank",
        """
        The column is required, by the format or by the descriptor. The row is left out. Fill the cell, or delete
        the row.
        Example: `,France,government` in actors.csv lacks its id.
        """
      )
    case .badNumber:
      (
        "A cell is not a valid number",
        """
        Numbers are written with a decimal point and without thousands separators: `0.5`, `12`, `1e-3`. A weight
        must be finite and not negative, a confidence between 0 and 1. The row is left out.
        Example: `0,5` needs `0.5`; leave the cell blank where the value is unknown.
        """
      )
    case .badDate:
      (
        "A cell is not a valid date",
        """
        Dates are a year, a month or a day: `2021`, `2021-06`, `2021-06-30`. The row is left out.
        Example: `30.06.2021` needs `2021-06-30`; `2021-02-30` does not exist. Leave the cell blank, or write
        9999-12-31, where there is no end.
        """
      )
    case .badBoolean:
      (
        "A cell is neither true nor false",
        """
        Allowed are `true`, `false`, `yes`, `no`, `1` and `0` in any case. The row is left out.
        Example: `directed` = `x` needs `true`; a blank cell means directed.
        """
      )
    case .unlistedValue:
      (
        "A value is not among those listed",
        """
        The column has a closed list of values: an `enum` or `categories` in the descriptor, or the two axes
        `vertical` and `horizontal`. The row is left out. Correct the value, or add it to the list.
        Example: the axis `mission` needs `vertical`.
        """
      )
    case .patternMismatch:
      (
        "A value does not match its pattern",
        """
        The descriptor gives the column a `pattern` that each value must match from beginning to end. The row is
        left out. Correct the value, or the pattern.
        Example: the pattern `[a-z0-9-]+` forbids the id `UN Habitat`; write `un-habitat`.
        """
      )
    default:
      (
        "A value is out of bounds",
        """
        The descriptor sets `minimum`, `maximum`, `minLength` or `maxLength` for the column. The row is left out.
        Correct the value, or the bound.
        Example: 2050 where the descriptor states `"maximum": 2030`.
        """
      )
    }
  }

  var warningHelp: (title: String, text: String) {
    switch self {
    case .duplicateTie:
      (
        "The same tie stands twice",
        """
        Two rows agree in every column but `id`. Both are kept, and both count where parallel ties are added up.
        Delete one, or say in what they differ (mission, method, dates, source).
        Example: the rows of two exports pasted under each other.
        """
      )
    case .similarNames:
      (
        "Two actors have almost the same name",
        """
        The names, or a name and an alias, differ only in case, spaces, punctuation or a letter. If they are one
        actor, keep one row, put the other spelling into `aliases`, and correct the ties.
        Example: `UN-Habitat` and `UN Habitat`.
        """
      )
    case .selfTie:
      (
        "A tie runs from an actor to itself",
        """
        The tie is kept in the data, but measures leave it out. It is often a slip in a spreadsheet.
        Example: `france,france,partners-with`.
        """
      )
    case .implausibleDate:
      (
        "A date is out of the plausible range",
        """
        The date is before 1600 or after 2100. It is kept. Days of the year 9999 mean "no end" and are not
        reported. Otherwise look for a slip, or leave the cell blank.
        Example: 2899-01-01 written for "no end".
        """
      )
    case .endBeforeStart:
      (
        "Something ends before it begins",
        """
        The end lies before the start. Both dates are kept, but a selection by time will never find the row.
        Correct one of them.
        Example: `start` 2021-06, `end` 2020.
        """
      )
    case .isolatedActor:
      (
        "An actor has no tie",
        """
        The actor is kept and counted as an isolate. That may be right; often a tie was forgotten or names
        another spelling.
        Example: an actor added for completeness, whose memberships are not yet compiled.
        """
      )
    case .suspiciousCountry:
      (
        "A country is not a two-letter code",
        """
        Countries are written as two capital letters after ISO 3166-1: `FR`, `SG`, `NA` for Namibia. Crossing
        borders is measured by this column, so two spellings count as two countries.
        Example: `France` or `fr` needs `FR`.
        """
      )
    default: shapeWarningHelp
    }
  }

  private var shapeWarningHelp: (title: String, text: String) {
    switch self {
    case .unnamedColumn:
      (
        "A column has no name",
        """
        The column is left out. Spreadsheets and R write such columns for row numbers, or after a trailing
        separator. Name the column, or delete it.
        Example: `"",from,to`.
        """
      )
    case .strayQuote:
      (
        "A quotation mark stands inside a cell",
        """
        The cell does not begin with a quotation mark, so the marks inside it were taken as text. Often a space
        was typed before the opening mark.
        Example: `france, "Ministry, of Food"` needs `france,"Ministry, of Food"`.
        """
      )
    case .garbledText:
      (
        "A text looks garbled",
        """
        The text holds a replacement character, control characters, or a written-out escape such as `<U+00A0>`:
        what remains of a character after a wrong conversion. It is kept. Correct it at its origin.
        Example: `S<U+00E3>o Paulo` for `São Paulo`.
        """
      )
    case .absentTable:
      (
        "A table that is referred to is absent",
        """
        Ties name missions or methods, or rows name sources, but the dataset has no such table. Topics are taken
        as they stand in the ties; keys of sources are kept but cannot be looked up. Add topics.csv or sources.csv.
        Example: a folder with actors.csv and ties.csv alone.
        """
      )
    case .unknownFieldType:
      (
        "The type of a field is unknown",
        """
        The descriptor gives a field a type that Table Schema does not have; its values are not checked. Types are
        string, number, integer, boolean, date, time, datetime, year, yearmonth, duration, list, array, object,
        geopoint, geojson and any.
        Example: `"type": "text"` needs `"type": "string"`.
        """
      )
    case .leftOutWithActor:
      (
        "A row was left out with the row it names",
        """
        The row is fine, but an actor, topic or source that it names was left out because of an error. Mend that
        one first.
        Example: an actor with a bad date is left out, and with it its ties.
        """
      )
    default:
      (
        "A column is not described",
        """
        The descriptor has a schema for the table, but this column is not in it. It is read all the same, as the
        format says or as an attribute. Describe it under `fields`.
        Example: a column `notes` added to ties.csv later.
        """
      )
    }
  }
}
