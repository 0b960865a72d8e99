public import ArgumentParser
public import Ecosystem
public import EcosystemMaps
public import GraphCore
public import Orchestration

// Choices of the libraries that can be typed as the values of options.
extension CandidateSet: ExpressibleByArgument {}
extension Grouping: ExpressibleByArgument {}
extension MapColoring: ExpressibleByArgument {}
extension MapStyle: ExpressibleByArgument {}
extension NetworkMeasureID: ExpressibleByArgument {}
extension OtherTool: ExpressibleByArgument {}
extension ParallelEdgeRule: ExpressibleByArgument {}
extension Rollup: ExpressibleByArgument {}
extension Selection.Projection.Weighting: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension WeightRule: ExpressibleByArgument {}
