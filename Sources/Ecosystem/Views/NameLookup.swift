extension Dataset {
  /// The actor that a person means by a text: its key, else its name, else an alias, in any case.
  ///
  /// - Throws: ``SelectionError`` with suggestions where there is none, or with the candidates where
  ///   several answer to it.
  public func actor(named text: String) throws(SelectionError) -> Int {
    if let exact = actors.index(ofID: text) { return exact }
    let wanted = text.lowercased()
    let names = (0..<actors.count).filter {
      actors.id(of: $0).lowercased() == wanted || actors.name(of: $0).lowercased() == wanted
    }
    let found =
      names.isEmpty
      ? (0..<actors.count).filter {
        ActorTable.list(actors.aliases[$0]).contains { $0.lowercased() == wanted }
      } : names
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let ids = found.prefix(6).map { "`\(actors.id(of: $0))`" }.joined(separator: ", ")
      throw SelectionError(.ambiguousName, "`\(text)` may be \(ids); name it by its id")
    }
    let near = suggestions(
      for: text,
      among: (0..<actors.count).lazy.flatMap { index in
        [self.actors.id(of: index), self.actors.name(of: index)] + ActorTable.list(self.actors.aliases[index])
      })
    guard !near.isEmpty else {
      throw SelectionError(
        .unknownName,
        "no actor `\(text)`; `ecograph measure DATASET --measures degree` lists all \(actors.count)")
    }
    throw SelectionError(
      .unknownName,
      "no actor `\(text)`; did you mean " + near.map { "`\($0)`" }.joined(separator: " or ") + "?")
  }

  /// The topic that a person means by a text, its key or its name in any case, on an axis.
  public func topic(named text: String, on axis: Axis) throws(SelectionError) -> Int {
    let wanted = text.lowercased()
    let onAxis = topics.indices.filter { topics[$0].axis == axis }
    if let found = onAxis.first(where: { topics[$0].id == text })
      ?? onAxis.first(where: {
        topics[$0].id.lowercased() == wanted || topics[$0].name.lowercased() == wanted
      })
    {
      return found
    }
    if let other = topics.first(where: { $0.id.lowercased() == wanted && $0.axis != axis }) {
      throw SelectionError(
        .unknownName,
        "`\(text)` is a \(other.axis.topicNoun), not a \(axis.topicNoun); use --\(other.axis.topicNoun)")
    }
    throw .unknown(axis.topicNoun, text, candidates: onAxis.map { topics[$0].id })
  }
}
