import EcographTestSupport
import Ecosystem
import EcosystemData
import GraphCore
import Testing

/// Neither the length of blocks nor the number of threads leaves a trace in what is read.
@Suite struct BlockTests {
  /// Everything that reading a dataset says, written down.
  static func outcome(_ files: Files, blockLength: Int?, threads: Int) throws -> [String] {
    var limits = DelimitedLimits.standard
    limits.cellLength = 90
    limits.recordLength = 200
    if let blockLength { (limits.blockLength, limits.textsInRound) = (blockLength, blockLength) }
    let execution = Execution(threads: threads)
    let report = try DatasetReader.check(inMemory: files.contents, limits: limits, execution: execution)
    var lines = report.problems.map { "\($0.code.rawValue) \($0) \($0.value ?? "-")" }
    lines += report.countsByCode.map { "\($0.code.rawValue): \($0.count)" } + report.notes
    for file in report.files {
      lines.append(
        "\(file.name) \(file.bytes) \(file.rowsIn) \(file.rowsUsed) \(file.blankRows) \(file.columns) "
          + "\(String(describing: file.lineEnding))")
    }
    var options = ReadingOptions()
    options.invalidRows = .leaveOut
    guard
      let dataset = try? DatasetReader.read(
        inMemory: files.contents, options: options, limits: limits, execution: execution
      ).dataset
    else { return lines }
    let (actors, ties) = (dataset.actors, dataset.ties)
    for actor in 0..<actors.count { lines.append("\(actors[actor]) \(actors.line(of: actor) ?? 0)") }
    for tie in 0..<ties.count {
      lines.append("\(ties[tie]) \(ties.line(of: tie) ?? 0) \(ties.attributes.map { $0.values[tie] ?? "-" })")
    }
    return lines
  }

  @Test(arguments: 0..<6) func mutatedDatasetsAreReadAlike(part: Int) throws {
    var generator = SeededGenerator(seed: UInt64(100 + part))
    for round in 0..<60 {
      var files = FuzzTests.seeds[round % FuzzTests.seeds.count]
      for name in files.contents.keys.sorted() where name.hasSuffix(".csv") {
        // Some rows more than the seeds have, so that there are blocks to be cut.
        let rows = (files.contents[name] ?? []).split(separator: 0x0A, omittingEmptySubsequences: false)
        for _ in 0..<8 {
          guard let row = rows.dropFirst().randomElement(using: &generator) else { continue }
          files.contents[name]? += row + [0x0A]
        }
      }
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        guard let name = files.contents.keys.sorted().randomElement(using: &generator) else { continue }
        files.contents[name] = FuzzTests.mutate(files.contents[name] ?? [], &generator)
      }
      let whole = try Self.outcome(files, blockLength: nil, threads: 1)
      for (blockLength, threads) in [(1, 1), (16, 2), (61, 3), (256, 8), (7, 8)] {
        let cut = try Self.outcome(files, blockLength: blockLength, threads: threads)
        #expect(cut == whole, "\(part).\(round), blocks of \(blockLength), \(threads) threads")
      }
    }
  }

  /// Cells that hold line ends, quotation marks and separators, over and over: most cuts fall into a cell.
  @Test(arguments: ["\n", "\r\n", "\r"]) func cutsInsideCells(lineEnding: String) throws {
    var generator = SeededGenerator(seed: 5)
    let pieces = ["\n", "\r", "\"\"", ",", "x", "é", "東", "\n\n", "a,b\n", "\"\",\"\"\n"]
    for _ in 0..<40 {
      var text = "from,to,note" + lineEnding
      for row in 0..<30 {
        let note = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
        text += "a\(row),\"b\(row % 7)\",\"\(note)\"" + lineEnding
        if row % 11 == 3 { text += "too,few" + lineEnding }
      }
      let files = Files.edges(text)
      let whole = try Self.outcome(files, blockLength: nil, threads: 1)
      for (blockLength, threads) in [(3, 2), (16, 1), (40, 3), (61, 8), (256, 2)] {
        #expect(try Self.outcome(files, blockLength: blockLength, threads: threads) == whole)
      }
    }
  }

  /// Cells that hold line ends behind blocks of plain rows, which are done with when these are met.
  @Test(arguments: ["from,to", "from,to,weight,note"])
  func cutsInsideCellsBehindPlainRows(header: String) throws {
    var generator = SeededGenerator(seed: 6)
    for round in 0..<10 {
      var text = header + "\n"
      for row in 0..<120 {
        let rest = header == "from,to" ? "" : ",\(row),note \(row % 9)"
        switch (row, Int.random(in: 0..<12, using: &generator)) {
        case (60..., 0): text += "\"a\(String(repeating: "\n", count: row % 50))b\",c\(row)\(rest)\n"
        case (60..., 1) where round % 2 == 0: text += "one\n"
        case (60..., 2) where round % 3 == 0: text += "\n\n"
        case (30..., 3) where round % 5 == 0: text += "a\(row),stray \"quote\(rest)\n"
        default: text += "a\(row % 40),b\(row)\(rest)\n"
        }
      }
      let whole = try Self.outcome(.edges(text), blockLength: nil, threads: 1)
      for (blockLength, threads) in [(16, 1), (25, 2), (40, 3), (100, 8), (256, 2)] {
        let cut = try Self.outcome(.edges(text), blockLength: blockLength, threads: threads)
        #expect(cut == whole, "\(round), blocks of \(blockLength), \(threads) threads")
      }
    }
  }

  /// A fault behind rows with errors does not hide them, wherever the cuts fall.
  @Test(arguments: [[UInt8(0)], [0xFF], [0xC3], [0xE6, 0x9D]]) func faultsAreMetInOrder(
    bytes: [UInt8]
  ) throws {
    for rows in 0..<40 {
      var files = Files.edges("from,to,weight\n" + String(repeating: "é,b,x\n", count: rows) + "c,d,")
      files.contents["ties.csv"]? += bytes + Array("1\ne,f\n".utf8)
      let whole = try Self.outcome(files, blockLength: nil, threads: 1)
      #expect(whole.contains("\(ProblemCode.badNumber.rawValue): \(rows)") == (rows > 0))
      for (blockLength, threads) in [(1, 1), (5, 2), (16, 3), (61, 8)] {
        #expect(try Self.outcome(files, blockLength: blockLength, threads: threads) == whole)
      }
    }
  }

  @Test(arguments: [90, 91, 199, 200, 201, 400, 5_000]) func limitsAreMetInOrder(length: Int) throws {
    let cell = String(repeating: "y", count: 80)
    let texts = [
      "from,to,note\na,b,\(String(repeating: "x", count: length))\n",
      "from,to,note\na,b,\"\(String(repeating: "x\n", count: length / 2))\"\nc,d,e\n",
      "from,to,note\na,b,\"\(String(repeating: "x\n", count: length / 2))",
      "from,to,note\na,b,c\n" + String(repeating: cell + ",", count: length / 80) + "\na,b,c\n",
      "from,to,note\na,\"b\"" + String(repeating: "z", count: length) + "\na,b,c\n",
    ]
    for text in texts {
      let whole = try Self.outcome(.edges(text), blockLength: nil, threads: 1)
      for (blockLength, threads) in [(1, 2), (16, 1), (61, 3), (100, 8), (256, 2)] {
        #expect(
          try Self.outcome(.edges(text), blockLength: blockLength, threads: threads) == whole, "\(text)")
      }
    }
  }

  /// Names of every length, numbers among them, in blocks of a few rows: codes follow first appearance.
  @Test(arguments: [1, 2, 3, 8], [1, 1_500, 1 << 20])
  func namesAreNumberedByFirstAppearance(threads: Int, textsInRound: Int) throws {
    var generator = SeededGenerator(seed: 21)
    let names = (0..<3_000).map { number in
      switch number % 6 {
      case 0: "\(number * 97)"
      case 1: "org-\(number)"
      case 2: String(repeating: "é", count: number % 40) + "\(number)"
      case 3: "9\(100_000_000 + number)"
      case 4: String(repeating: "a", count: 9 + number % 16)
      default: "Institute of \(number) Sciences and \(number % 3) Arts"
      }
    }
    var ends: [String] = []
    while ends.count < 20_000 {
      // Now and then a name stands in several rows one below the other.
      let source = names.randomElement(using: &generator) ?? ""
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        ends += [source, names.randomElement(using: &generator) ?? ""]
      }
    }
    var text = "from,to\n"
    for index in stride(from: 0, to: ends.count, by: 2) { text += "\(ends[index]),\(ends[index + 1])\n" }
    var limits = DelimitedLimits.standard
    (limits.blockLength, limits.textsInRound) = (4_096, textsInRound)
    let dataset = try DatasetReader.read(
      inMemory: Files.edges(text).contents, limits: limits, execution: Execution(threads: threads)
    ).dataset
    var order: [String: Int] = [:]
    for name in ends where order[name] == nil { order[name] = order.count }
    #expect(dataset.actors.count == order.count)
    for (name, code) in order { #expect(dataset.actors.id(of: code) == name) }
    for index in stride(from: 0, to: ends.count, by: 2) {
      #expect(dataset.ties.source(of: index / 2) == order[ends[index]])
      #expect(dataset.ties.target(of: index / 2) == order[ends[index + 1]])
    }
  }

  /// Actors that only rows with errors name are none, in any round, and take no number.
  @Test(arguments: [1, 3]) func namesOfRowsLeftOutAreNotNumbered(threads: Int) throws {
    var generator = SeededGenerator(seed: 22)
    var text = "from,to,weight\n"
    var order: [String] = []
    for row in 0..<3_000 {
      let ends = (0..<2).map { _ in "Office \(Int.random(in: 0..<2_000, using: &generator)) of the North" }
      let isWrong = row % 7 == 3
      text += "\(ends[0]),\(ends[1]),\(isWrong ? "heavy" : "2")\n"
      if !isWrong { for end in ends where !order.contains(end) { order.append(end) } }
    }
    var limits = DelimitedLimits.standard
    (limits.blockLength, limits.textsInRound) = (2_048, 300)
    var options = ReadingOptions()
    options.invalidRows = .leaveOut
    let dataset = try DatasetReader.read(
      inMemory: Files.edges(text).contents, options: options, limits: limits,
      execution: Execution(threads: threads)
    ).dataset
    #expect((0..<dataset.actors.count).map { dataset.actors.id(of: $0) } == order)
  }
}
