public import GraphCore
import GraphMeasures

extension NetworkView {
  /// Returns measures of all actors of the view.
  ///
  /// - Parameters:
  ///   - ids: Which measures.
  ///   - options: How they are taken; see each passport for what it makes of them.
  ///   - execution: Threads, progress and cancellation.
  ///   - onForecast: Told of a measure that will take longer than ten seconds, before it is taken. Changes no
  ///     result; nil saves the time of finding out.
  /// - Returns: One column for each id, in their order; values in the order of the vertices.
  /// - Throws: `GraphError` where a graph is too large, a length is not positive, an approximation is asked for
  ///   that is out of range or by weights, or the caller cancelled.
  /// - Complexity: As the passports say; graphs are built once, and measures of distance share their searches.
  public func measure(
    _ ids: [MeasureID], options: MeasureOptions = MeasureOptions(), execution: Execution = .serial,
    onForecast: ((MeasureForecast) -> Void)? = nil
  ) throws(GraphError) -> [MeasureColumn] {
    var workbench = MeasureWorkbench(
      view: self, ids: ids, options: options, execution: execution, onForecast: onForecast)
    var columns: [MeasureColumn] = []
    for (place, id) in ids.enumerated() {
      workbench.execution = execution.share(
        from: Double(place) / Double(ids.count), to: Double(place + 1) / Double(ids.count))
      columns.append(try workbench.column(id))
    }
    return columns
  }
}
