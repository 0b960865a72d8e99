/// The measures that can be asked for by name, in the order in which they are listed.
public enum MeasureID: String, Hashable, Sendable, CaseIterable {
  case degree
  case inDegree = "in-degree"
  case outDegree = "out-degree"
  case strength
  case inStrength = "in-strength"
  case outStrength = "out-strength"
  case betweenness
  case closeness
  case harmonic
  case eccentricity
  case reach2 = "reach-2"
  case reach3 = "reach-3"
  case pagerank
  case eigenvector
  case katz
  case hubs
  case authorities
  case coreness
  case clustering
  case triangles
  case articulation
  case constraint
  case effectiveSize = "effective-size"
  case efficiency
  case community
  case participation
  case ei
  case missions
  case methods
  case participationMissions = "participation-missions"
  case participationMethods = "participation-methods"
  case overlap
}
