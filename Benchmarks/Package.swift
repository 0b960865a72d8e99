// swift-tools-version: 6.2
import PackageDescription

/// Benchmarks live in a package of their own, so that users of the libraries never resolve what they need.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "ecograph-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "ecograph", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // Counts and times of single kernels on small graphs: `make bench`.
    .target(name: "CRuntimeCounts"),
    .executableTarget(
      name: "Kernels",
      dependencies: [
        "CRuntimeCounts",
        .product(name: "GraphMeasures", package: "ecograph"),
        .product(name: "Ecosystem", package: "ecograph"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Kernels", swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),

    // One work on one graph, as a whole process, for the comparison with peers: `make bench-peers`.
    .executableTarget(
      name: "peer-kernels",
      dependencies: [
        .product(name: "GraphMeasures", package: "ecograph"),
        .product(name: "Ecosystem", package: "ecograph"),
      ], swiftSettings: settings),
    // The memory bandwidth that the machine has to offer.
    .target(name: "CTriad"),
    .executableTarget(name: "stream-triad", dependencies: ["CTriad"], swiftSettings: settings),
  ]
)
