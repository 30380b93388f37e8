// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "Chancery",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Chancery", targets: ["Chancery"]),
    .executable(name: "chancery", targets: ["ChanceryCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
  ],
  targets: [
    .systemLibrary(name: "CDNNL", providers: [.apt(["libdnnl-dev"])]),
    .target(
      name: "CKernels", dependencies: ["CDNNL"], cSettings: [.define("NDEBUG")],
      linkerSettings: [.linkedLibrary("dnnl")]),
    .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CUchardet", providers: [.apt(["libuchardet-dev"])]),
    .target(name: "CPages", dependencies: ["CGumbo"], linkerSettings: [.linkedLibrary("gumbo")]),
    .target(name: "CLanguages", linkerSettings: [.linkedLibrary("cld2")]),
    .target(
      name: "Articles", dependencies: ["CGumbo", "CPages", "CLanguages", "CXML", "CZlib", "CZip", "CUchardet"],
      swiftSettings: settings),
    .target(
      name: "Language", dependencies: ["Articles", "CKernels"], resources: [.copy("Resources")],
      swiftSettings: settings),
    .target(
      name: "Actors", dependencies: ["Articles", "Language"], resources: [.copy("Resources")],
      swiftSettings: settings),
    .target(
      name: "Particulars", dependencies: ["Articles", "Language", "Actors"], resources: [.copy("Resources")],
      swiftSettings: settings),
    .target(name: "Statements", dependencies: ["Articles", "Language", "Actors"], swiftSettings: settings),
    .target(
      name: "Events", dependencies: ["Articles", "Language", "Actors", "Particulars", "Statements"],
      resources: [.copy("Resources")], swiftSettings: settings),
    .target(
      name: "Chancery", dependencies: ["Articles", "Language", "Actors", "Particulars", "Statements", "Events"],
      swiftSettings: settings),
    .target(
      name: "Archive",
      dependencies: [
        "Chancery", "CKernels", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: settings),
    .target(name: "Feeds", swiftSettings: settings),
    .target(name: "Analysis", dependencies: ["Archive", "Chancery"], swiftSettings: settings),
    .target(
      name: "Server",
      dependencies: [
        "Analysis", "Archive", "Chancery", "CKernels", "CZlib", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"), .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.copy("Resources")], swiftSettings: settings),
    .executableTarget(
      name: "ChanceryCommand",
      dependencies: [
        "Chancery", "Archive", "Analysis", "Server", "Feeds",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(name: "CAllocations", path: "Benchmarks/CAllocations"),
    .executableTarget(
      name: "Benchmark", dependencies: ["Chancery", "CKernels", "CAllocations"], path: "Benchmarks/Benchmark",
      swiftSettings: settings),
    .executableTarget(
      name: "ArchiveBenchmark", dependencies: ["Analysis", "Archive", "Chancery"], path: "Benchmarks/ArchiveBenchmark",
      swiftSettings: settings),
    .target(
      name: "ChanceryTestSupport", dependencies: ["Articles", "Language", "Actors", "Archive", "Chancery"],
      path: "Tests/ChanceryTestSupport", swiftSettings: settings),
    .testTarget(name: "ArticlesTests", dependencies: ["Articles", "CZlib"], swiftSettings: settings),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "CKernels", "ChanceryTestSupport"],
      exclude: ["Fixtures", "News.txt"],
      swiftSettings: settings),
    .testTarget(name: "ActorsTests", dependencies: ["Actors", "ChanceryTestSupport"], swiftSettings: settings),
    .testTarget(name: "ParticularsTests", dependencies: ["Particulars"], swiftSettings: settings),
    .testTarget(
      name: "StatementsTests", dependencies: ["Statements", "ChanceryTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "EventsTests", dependencies: ["Events", "ChanceryTestSupport"], exclude: ["Propositions.conllu"],
      swiftSettings: settings),
    .testTarget(
      name: "ChanceryTests", dependencies: ["Chancery", "ChanceryTestSupport"], exclude: ["Snapshots"],
      swiftSettings: settings),
    .testTarget(
      name: "ModelTests", dependencies: ["Chancery", "ChanceryTestSupport"],
      exclude: [
        "Snapshots", "Genres", "Dates.txt", "Figures.txt", "FigureRelations.txt", "Places.txt", "Denials.txt",
        "Commitments.txt",
      ],
      swiftSettings: settings),
    .testTarget(name: "FeedsTests", dependencies: ["Feeds", "ChanceryTestSupport"], swiftSettings: settings),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive", "ChanceryTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "BrowserTests",
      dependencies: [
        "Archive", "Chancery", "Server", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
      ], swiftSettings: settings),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "Server", "Archive", "Chancery", "ChanceryTestSupport",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      exclude: ["api-check.sh", "schemathesis.toml"], swiftSettings: settings),
    .testTarget(
      name: "DeskTests", dependencies: ["Analysis", "Archive", "Chancery", "ChanceryTestSupport"], exclude: ["Years"],
      swiftSettings: settings),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "Archive", "Chancery", "ChanceryTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["ChanceryTestSupport", "ChanceryCommand", "Archive"],
      exclude: ["Articles", "Snapshots"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
