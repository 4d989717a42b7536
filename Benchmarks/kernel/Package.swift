// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that the benchmarks meet the package as any user of it does: across a
// module and a package boundary, in an ordinary release build.
let package = Package(
  name: "kernel",
  dependencies: [.package(name: "co-creation", path: "../..")],
  targets: [
    .executableTarget(
      name: "kernel", dependencies: [.product(name: "GSL", package: "co-creation")]),
    .executableTarget(
      name: "model",
      dependencies: [
        .product(name: "CoCreation", package: "co-creation"),
        .product(name: "GSL", package: "co-creation"),
      ]),
  ]
)
