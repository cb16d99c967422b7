// swift-tools-version: 6.2
import PackageDescription

/// The language that every Swift target of the package is written in.
let features: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What makes the programs faster that are shipped: types are named to the runtime by calls, not by
/// mangled names, which it would parse at every start; and that nothing is written and read at once is
/// checked by the compiler and by the tests, which are built without this, not again at every access.
let speed: [SwiftSetting] = [
  .unsafeFlags(
    [
      "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
      "-enforce-exclusivity=unchecked",
    ], .when(configuration: .release))
]

/// What every target is compiled with; only what helps tests start programs is all C calls.
let settings = features + speed + [.strictMemorySafety()]

/// What libxml2 asks for, to know whether it has to lock: by references too weak to bring anything in
/// from a static library.
let threads = [
  "once", "getspecific", "setspecific", "key_create", "key_delete", "mutex_init", "mutex_destroy",
  "mutex_lock", "mutex_unlock", "cond_init", "cond_destroy", "cond_wait", "cond_signal", "equal",
  "self",
].flatMap { ["-Xlinker", "--undefined=pthread_\($0)"] }

// Imports go downwards only: a target names what it may import, and reads through it what lies
// below. `Index` and `Render` do not know each other.
let package = Package(
  name: "errkb",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // What these two bring along, Foundation and its start, stays out of the program that answers:
    // they are linked into `errkb-site` alone.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    // A second opinion in tests only: in the program it would bring Foundation, and its start.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries: module maps and nothing else.
    .systemLibrary(name: "CCMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CMD", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CLinux"),

    // Bytes in, places and diagnostics out: everything reports.
    .target(name: "Diagnostics", swiftSettings: settings),
    // Values as bytes and back; which files were made of what.
    .target(name: "Records", dependencies: ["Diagnostics", "CXXHash"], swiftSettings: settings),
    // Numbers of errors in the spaces that systems count them in.
    .target(
      name: "Codes",
      resources: [.embedInCode("Data")],
      swiftSettings: settings),
    // Frames in, answers out: the calls of other programs.
    .target(name: "JSONRPC", dependencies: ["Diagnostics", "CJansson"], swiftSettings: settings),
    // Bytes to Document.
    .target(
      name: "Markup",
      dependencies: [
        "Diagnostics", "CCMark", "CXML2", "CYAML",
      ],
      swiftSettings: settings),
    // Document to Page; locales, events, message lists, the whole catalogue.
    .target(
      name: "Catalogue",
      dependencies: ["Markup", "Records"],
      resources: [.embedInCode("Data")],
      swiftSettings: settings),
    // Catalogue to catalogue.db, and every question asked of it.
    .target(
      name: "Index",
      dependencies: ["Catalogue", "CSQLite", "CPCRE2", "CStemmer"],
      swiftSettings: settings),
    // A log to the events in it.
    .target(
      name: "Logs", dependencies: ["Index"], resources: [.embedInCode("Data")],
      swiftSettings: settings),
    // Page in, bytes out.
    .target(
      name: "Render", dependencies: ["Catalogue", "Codes", "CXML2"], swiftSettings: settings),
    // Catalogue to man pages: every file of them.
    .target(name: "ManPages", dependencies: ["Index", "Render"], swiftSettings: settings),
    // Catalogue to the forms of other programs: every file of them.
    .target(
      name: "Export", dependencies: ["CMD", "Index", "Render"],
      resources: [.embedInCode("Data")], swiftSettings: settings),
    // Articles from elsewhere to pages.
    .target(
      name: "Import",
      dependencies: ["Render"],
      resources: [.embedInCode("Data")],
      swiftSettings: settings),
    // The site's templates, style and scripts, as they ship.
    .target(
      name: "Templates", path: "templates", exclude: ["README.md", "schema"],
      resources: [.embedInCode("site"), .embedInCode("assets")],
      swiftSettings: settings),
    // Catalogue to web site: every file of it.
    .target(
      name: "Site",
      dependencies: [
        "Index", "Render", "Templates",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    // Programs that are started, the signals that ask one to end, the memory of this one.
    .target(name: "Processes", dependencies: ["CLinux", "Diagnostics"], swiftSettings: settings),
    // The site over HTTP, on this machine alone.
    .target(
      name: "Serve",
      dependencies: ["Processes", .product(name: "FlyingFox", package: "FlyingFox")],
      resources: [.embedInCode("Data")],
      swiftSettings: settings),
    // One file a command.
    .target(
      name: "ErrkbCommands",
      dependencies: [
        "CLinux", "Codes", "Export", "Import", "Index", "JSONRPC", "Logs", "ManPages", "Processes",
        "Render",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Shipped as one file without shared libraries, which starts several times faster. SwiftPM has no
    // word for it that would leave `errkb-site` alone, whose HTTP library names glibc's and curl.
    .executableTarget(
      name: "errkb", dependencies: ["ErrkbCommands"], swiftSettings: settings,
      linkerSettings: [
        .unsafeFlags(["-static-executable"] + threads, .when(configuration: .release))
      ]),
    // What `errkb build` and `errkb serve` start for the site.
    .executableTarget(
      name: "errkb-site",
      dependencies: [
        "Serve", "Site", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // The options of errkb to its own man page; what builds the package starts it.
    .executableTarget(
      name: "errkb-manual", dependencies: ["Render"], resources: [.embedInCode("Data")],
      swiftSettings: settings),

    // What errkb takes against others, as whole processes, and how it grows.
    .executableTarget(
      name: "bench", dependencies: ["BenchSupport", "Index", "Processes", "Render"],
      path: "Tests/Bench", exclude: ["requirements.txt"], swiftSettings: features),
    // What is not measured of it but made: figures, tables, the plot, content of any size.
    .target(
      name: "BenchSupport", dependencies: ["Diagnostics"], path: "Tests/BenchSupport",
      swiftSettings: settings),

    // What several test targets need: the corpus, golden files, programs that judge.
    .target(
      name: "TestSupport", dependencies: ["Catalogue"], path: "Tests/TestSupport",
      swiftSettings: features),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "CodesTests", dependencies: ["Codes", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "JSONRPCTests", dependencies: ["JSONRPC", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "MarkupTests",
      dependencies: ["Markup", "TestSupport", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .testTarget(
      name: "CatalogueTests", dependencies: ["Catalogue", "TestSupport"],
      exclude: ["Reports/advice.txt"], swiftSettings: settings),
    .testTarget(
      name: "IndexTests", dependencies: ["Index", "TestSupport"],
      exclude: ["Search/questions.txt"], swiftSettings: settings),
    .testTarget(
      name: "LogsTests", dependencies: ["Logs", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "RenderTests", dependencies: ["Render", "TestSupport"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "SiteTests", dependencies: ["Site", "TestSupport"],
      exclude: ["Golden", "Search/ask.js"], swiftSettings: settings),
    // The whole site and the man pages, as programs build them, before judges from elsewhere.
    .testTarget(
      name: "SiteJudgeTests", dependencies: ["TestSupport"], exclude: ["Judges", "Samples"],
      swiftSettings: settings),
    .testTarget(
      name: "ServeTests", dependencies: ["Serve", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ImportTests", dependencies: ["Import", "TestSupport"],
      exclude: ["Golden", "Samples"], swiftSettings: settings),
    .testTarget(
      name: "BenchTests", dependencies: ["BenchSupport", "Catalogue", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ErrkbCommandsTests", dependencies: ["ErrkbCommands", "TestSupport"],
      exclude: ["Golden", "Judges"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
