import ArgumentParser
import Ecosystem
import GraphCore
import GraphMeasures

/// Whether values may be approximate, and how far off.
struct ApproximationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Betweenness from sampled pairs: no value is off by more than this share of all pairs.",
      valueName: "epsilon"))
  var approximate: Double?
  @Option(
    help: ArgumentHelp(
      "The probability with which --approximate keeps its promise. Default: 0.9.", valueName: "probability"))
  var confidence: Double?

  func validate() throws {
    guard let settings = settings(seed: 0) else {
      if confidence != nil { throw ValidationError("--confidence has no use without --approximate") }
      return
    }
    do throws(GraphError) {
      try settings.validate()
    } catch {
      throw ValidationError(
        error.message.replacing("epsilon", with: "--approximate").replacing(
          "confidence", with: "--confidence"))
    }
  }

  /// What was asked for, nil for exact values.
  func settings(seed: UInt64) -> Approximation? {
    approximate.map { Approximation(epsilon: $0, confidence: confidence ?? 0.9, seed: seed) }
  }

  var json: [(String, JSONText)] {
    guard let settings = settings(seed: 0) else { return [] }
    return [("approximate", .double(settings.epsilon)), ("confidence", .double(settings.confidence))]
  }

  /// Refuses an approximation that nothing asked for can have.
  func check(_ ids: [MeasureID], _ graph: GraphArguments) throws {
    guard approximate != nil else { return }
    let able = MeasureID.allCases.filter { $0.passport.approximation != nil }
    guard ids.contains(where: able.contains) else {
      throw Failure(
        .usage,
        "--approximate is for \(able.map(\.rawValue).joined(separator: ", ")), which --measures does not name; "
          + "leave it out, the others are exact")
    }
    guard graph.weights == .none else {
      throw Failure(
        .usage,
        "--approximate counts paths by steps, but --weights \(graph.weights.rawValue) makes betweenness read lengths; "
          + "leave out one of the two")
    }
  }
}

extension MeasureForecast {
  /// What to tell before a long computation.
  func text(actors: Int, _ session: Session) -> String {
    let exact =
      "exact \(id.rawValue) of \(counted(actors, "actor")) takes about \(inWords(exactSeconds)) on "
      + counted(session.threads, "thread")
    guard let alternative else { return exact }
    return exact
      + "; --approximate \(alternative.approximation.epsilon) takes about \(inWords(alternative.seconds))"
  }
}

/// A duration as people say it.
private func inWords(_ seconds: Double) -> String {
  let units = [("s", 1.0), ("min", 60), ("h", 3600), ("days", 86_400), ("years", 31_557_600)]
  let (unit, length) = units.last { seconds >= 1.5 * $0.1 } ?? units[0]
  return "\(Int((seconds / length).rounded(.up))) \(unit)"
}
