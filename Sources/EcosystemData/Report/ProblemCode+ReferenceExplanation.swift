extension ProblemCode {
  var referenceHelp: (title: String, text: String) {
    switch self {
    case .duplicateID:
      (
        "Two rows have the same id",
        """
        An id names one row. The first row is kept, the later ones are left out. Give each row an id of its own;
        if both rows mean the same thing, merge them.
        Example: `france` on lines 4 and 90 of actors.csv.
        """
      )
    case .unknownActor:
      (
        "A tie names an unknown actor",
        """
        `from` and `to` hold ids of actors.csv, in the same spelling and case. The tie is left out. Correct the
        id, or add the actor.
        Example: `UN-Habitat` where the id is `un-habitat`.
        """
      )
    case .unknownTopic:
      (
        "A tie names an unknown mission or method",
        """
        `mission` and `method` hold ids of topics.csv. The tie is left out. Correct the id, or add the topic.
        Example: `climate change` where the id is `climate`.
        """
      )
    case .wrongAxis:
      (
        "A topic stands on the wrong axis",
        """
        A mission has the axis `vertical` in topics.csv, a method `horizontal`; an edge list without topics may
        use a word for one of them only. The row is left out. Move the word to the other column, or correct the
        axis.
        Example: `prizes` in the column `mission`, where topics.csv says that it is horizontal.
        """
      )
    case .unknownSource:
      (
        "A source is unknown",
        """
        `source` holds ids of sources.csv, several of them separated by `;`. The row is left out. Correct the id,
        or add the source.
        Example: `s-agile` where the id is `s-agile-report`.
        """
      )
    case .unknownParent:
      (
        "A parent is unknown",
        """
        `parent` holds an id of the same table. The row is kept, without its parent. Correct the id, or add the
        parent.
        Example: the parent `un` where the id is `united-nations`.
        """
      )
    case .parentCycle:
      (
        "A row is its own parent",
        """
        Going from parent to parent leads back to the row. The rows are kept, without the parents that form the
        cycle. Remove one of the links.
        Example: `a` has the parent `b`, and `b` has the parent `a`.
        """
      )
    case .duplicateValue:
      (
        "A value that must be unique occurs twice",
        """
        The descriptor declares the column, or set of columns, unique or a primary key. The first row is kept,
        the later ones are left out.
        Example: the same `wikidata` number for two actors.
        """
      )
    case .brokenReference:
      (
        "A value refers to nothing",
        """
        A foreign key in the descriptor says that the value is found in another table; it is not. The row is left
        out. Correct the value, or add the row that it refers to.
        Example: `funder` = `eu` where actors.csv has `european-union`.
        """
      )
    default: descriptorHelp
    }
  }

  private var descriptorHelp: (title: String, text: String) {
    switch self {
    case .malformedDescriptor:
      (
        "The descriptor is not valid JSON",
        """
        datapackage.json cannot be read: a comma, a bracket or a quotation mark is missing or superfluous near
        the line named.
        Example: a comma after the last entry of a list.
        """
      )
    case .badDescriptorEntry:
      (
        "An entry of the descriptor is not allowed",
        """
        The entry has the wrong type or a value that the Data Package format does not allow.
        Example: `"resources": {}` needs a list, `"delimiter": ",,"` needs one character.
        """
      )
    case .unsafePath:
      (
        "A path leads outside the package",
        """
        The path of a resource must be relative, without `..`, and not a web address: a dataset is read from its
        own folder alone. Copy the file into the folder.
        Example: `../shared/actors.csv`, `/data/actors.csv` and `https://example.org/actors.csv` are refused.
        """
      )
    case .unknownResource:
      (
        "A resource is unknown",
        """
        The tables of a dataset are called `actors`, `ties`, `topics` and `sources`. A resource with a name close
        to one of these, a missing `ties`, or a foreign key to a table that does not exist is probably a slip.
        Example: `"name": "actor"` needs `"name": "actors"`.
        """
      )
    default:
      (
        "The descriptor describes a field that is not there",
        """
        A field of the schema, a primary key or a foreign key names a column that the table does not have.
        Correct the name, add the column, or delete the field.
        Example: the field `Country` where the header says `nation`.
        """
      )
    }
  }
}
