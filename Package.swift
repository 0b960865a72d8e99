// swift-tools-version: 6.2
import PackageDescription

/// Warnings become errors where `ECOGRAPH_STRICT=1` is set, as the continuous check does.
let warnings: [SwiftSetting] =
  Context.environment["ECOGRAPH_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : []

let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ] + warnings

let testing: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")] + warnings

let package = Package(
  name: "ecograph",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "GraphMeasures", targets: ["GraphCore", "GraphMeasures"]),
    .library(name: "Ecosystem", targets: ["Ecosystem", "EcosystemData", "Orchestration"]),
    .library(name: "EcosystemMaps", targets: ["EcosystemMaps"]),
    .executable(name: "ecograph", targets: ["ecograph"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Graphs and what is measured on them. No Foundation.
    // The C holds inner loops for vector units beyond the baseline, chosen when the program runs.
    .target(name: "CVectorKernels"),
    .target(name: "GraphCore", dependencies: ["CVectorKernels"], swiftSettings: strict),
    .target(
      name: "GraphMeasures", dependencies: ["CVectorKernels", "GraphCore"], swiftSettings: strict),

    // Numbers that have been published, to check a machine against.
    .target(name: "PublishedValues", dependencies: ["GraphCore", "GraphMeasures"], swiftSettings: strict),

    // The domain: actors, ties, topics, sources; reading them; ranking them.
    .target(name: "Ecosystem", dependencies: ["GraphCore", "GraphMeasures"], swiftSettings: strict),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "EcosystemData", dependencies: ["CVectorKernels", "CZlib", "Ecosystem", "GraphCore"],
      swiftSettings: strict),
    .target(
      name: "Orchestration", dependencies: ["Ecosystem", "GraphCore", "GraphMeasures"],
      swiftSettings: strict),

    // Maps: Graphviz places, Swift draws.
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(
      name: "CGraphvizShim", dependencies: ["CGraphviz"], linkerSettings: [.linkedLibrary("m")]),
    .target(name: "GraphvizLayout", dependencies: ["CGraphvizShim"], swiftSettings: strict),
    .target(
      name: "EcosystemMaps",
      dependencies: ["Ecosystem", "GraphCore", "GraphMeasures", "GraphvizLayout"], swiftSettings: strict),

    // The tool.
    .target(
      name: "EcographCommands",
      dependencies: [
        "Ecosystem", "EcosystemData", "EcosystemMaps", "GraphCore", "GraphMeasures", "GraphvizLayout",
        "Orchestration", "PublishedValues",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "ecograph", dependencies: ["EcographCommands", "GraphvizLayout"], swiftSettings: strict),

    // Tests.
    .target(
      name: "EcographTestSupport", dependencies: ["Ecosystem", "GraphCore", "PublishedValues"],
      path: "Tests/EcographTestSupport",
      swiftSettings: testing),
    .testTarget(
      name: "GraphCoreTests", dependencies: ["CVectorKernels", "GraphCore", "EcographTestSupport"],
      swiftSettings: testing),
    .testTarget(
      name: "GraphMeasuresTests",
      dependencies: ["CVectorKernels", "GraphCore", "GraphMeasures", "EcographTestSupport"],
      swiftSettings: testing),
    .testTarget(
      name: "EcosystemTests",
      dependencies: ["Ecosystem", "EcosystemData", "GraphCore", "GraphMeasures", "EcographTestSupport"],
      swiftSettings: testing),
    .testTarget(
      name: "EcosystemDataTests",
      dependencies: ["CVectorKernels", "Ecosystem", "EcosystemData", "GraphCore", "EcographTestSupport"],
      swiftSettings: testing),
    .testTarget(
      name: "OrchestrationTests",
      dependencies: [
        "Ecosystem", "EcosystemData", "GraphCore", "GraphMeasures", "Orchestration", "EcographTestSupport",
      ], swiftSettings: testing),
    .testTarget(
      name: "ReferenceTests",
      dependencies: ["Ecosystem", "GraphCore", "GraphMeasures", "EcographTestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: testing),
    .testTarget(
      name: "GraphvizLayoutTests", dependencies: ["GraphvizLayout", "EcographTestSupport", "ecograph"],
      swiftSettings: testing),
    .testTarget(
      name: "EcosystemMapsTests",
      dependencies: [
        "Ecosystem", "EcosystemData", "EcosystemMaps", "GraphCore", "GraphvizLayout", "EcographTestSupport",
        "ecograph",
      ], swiftSettings: testing),
    .testTarget(
      name: "EcographCommandsTests",
      dependencies: ["EcographCommands", "EcographTestSupport", "Ecosystem", "ecograph"],
      swiftSettings: testing),
  ]
)
