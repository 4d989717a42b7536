// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "co-creation",
  products: [
    .executable(name: "cocreate", targets: ["cocreate"]),
    .library(name: "GSL", targets: ["GSL"]),
    .library(name: "CoCreation", targets: ["CoCreation"]),
    .library(name: "Experiments", targets: ["Experiments"]),
    .library(name: "Analysis", targets: ["Analysis"]),
    .library(name: "Report", targets: ["Report"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // The only rooms that know C: GSL itself, and the keyed generators that plug into it.
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl",
      providers: [.apt(["libgsl-dev", "pkg-config"]), .brew(["gsl", "pkg-config"])]),
    .target(name: "CKeyedRandom", dependencies: ["CGSL"]),
    .target(name: "GSL", dependencies: ["CGSL", "CKeyedRandom"]),

    // The model: no files, no clock, no threads, no printing.
    .target(name: "CoCreation", dependencies: ["GSL"]),

    // The contract between running and analysing.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "Tables", dependencies: ["CZlib"]),

    // Running: scenario files in, tables out.
    .target(
      name: "Experiments",
      dependencies: [
        "CoCreation", "GSL", "Tables",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      plugins: ["EmbedBuild"]),

    // Analysing: reads tables, never the model.
    .target(name: "Analysis", dependencies: ["GSL", "Tables"]),

    // Telling: figures and a page of what analyses found.
    .target(
      name: "Report",
      dependencies: ["Analysis", "Tables", .product(name: "Mustache", package: "swift-mustache")]),

    // Verifying: claims and cases against what the model shows.
    .target(
      name: "Verification",
      dependencies: ["Analysis", "CoCreation", "Experiments", "GSL", "Tables"]),

    .executableTarget(
      name: "cocreate",
      dependencies: [
        "Analysis", "CoCreation", "Experiments", "GSL", "Report", "Tables", "Verification",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .plugin(name: "EmbedBuild", capability: .buildTool()),

    .testTarget(name: "GSLTests", dependencies: ["CKeyedRandom", "GSL"]),
    .testTarget(name: "CoCreationTests", dependencies: ["CoCreation", "GSL"]),
    .testTarget(
      name: "DockingTests",
      dependencies: ["Analysis", "CoCreation", "Experiments", "GSL", "Verification"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Analysis", "CoCreation", "Experiments", "GSL", "Tables"]),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "Tables"]),
    .testTarget(name: "ReportTests", dependencies: ["Analysis", "Report", "Tables"]),
    .testTarget(
      name: "VerificationTests",
      dependencies: ["Analysis", "Experiments", "GSL", "Tables", "Verification"]),
    .testTarget(name: "CommandLineTests", dependencies: ["GSL", "Tables", "cocreate"]),
  ],
  cLanguageStandard: .c11
)

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
