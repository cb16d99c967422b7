import TestSupport
import Testing

/// Builds on file systems and in folders of many kinds, and builds that are stopped.
struct BuildPlaceTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(
      "---\ntitle: MSSQLSERVER_17\n---\n# MSSQLSERVER_17\n\nSeventeen.\n", to: "content/en-US/17.md"
    )
  }

  /// Whether file systems can be mounted where only the test sees them.
  static let canMount = Program("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt").isThere()

  /// Runs a script in which file systems may be mounted.
  private func run(mounting script: String) throws -> Sandbox.Run {
    try sandbox.run(script: "unshare -rm bash -ec '\(script)'")
  }

  @Test(.enabled(if: canMount)) func buildsOnTmpfs() throws {
    let run = try run(
      mounting: """
        mkdir m; mount -t tmpfs tmpfs m; cp -r content m; cd m
        $ERRKB build; $ERRKB build; ls -A; $ERRKB show 17 >shown
        """)
    #expect(run.status == 0)
    #expect(run.output == "build\ncontent\n")
  }

  @Test(.enabled(if: canMount)) func buildsOnOverlay() throws {
    let run = try run(
      mounting: """
        mkdir m; mount -t tmpfs tmpfs m; cd m; mkdir low up work all
        mount -t overlay overlay -o userxattr,lowerdir=low,upperdir=up,workdir=work all
        cp -r ../content all; cd all
        $ERRKB build; $ERRKB build; ls -A; $ERRKB show 17 >shown
        """)
    #expect(run.status == 0)
    #expect(run.output == "build\ncontent\n")
  }

  @Test(.enabled(if: canMount)) func aFolderThatTheSystemDoesNotMoveStays() throws {
    let run = try run(
      mounting: """
        mkdir m; mount -t tmpfs tmpfs m; cd m; mkdir low up work all; cp -r ../content low
        (cd low; $ERRKB build --only catalogue 2>/dev/null)
        mount -t overlay overlay -o userxattr,lowerdir=low,upperdir=up,workdir=work all; cd all
        set +e; $ERRKB build --clean --only catalogue; echo $?; ls -A; $ERRKB show 17 >/dev/null; echo $?
        """)
    #expect(run.output == "2\nbuild\ncontent\n0\n")
    #expect(
      run.errors
        == "errkb: 'build' cannot be exchanged for what was built: Invalid cross-device link; "
        + "remove it, or give another folder with --output\n")
  }

  @Test(.enabled(if: canMount)) func aFullDiskLeavesTheFormerOutput() throws {
    let run = try run(
      mounting: """
        mkdir m; mount -t tmpfs -o size=6m tmpfs m; cd m; export TMPDIR=$PWD
        $ERRKB build --only catalogue \(Sandbox.content) 2>/dev/null; cksum build/catalogue.db
        set +e; $ERRKB build --clean --only catalogue \(Sandbox.content); echo $?; ls -A; cksum build/catalogue.db
        """)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.dropFirst().first == "2")
    #expect(lines.dropFirst(2).first == "build")
    #expect(lines.first == lines.last)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("'build/catalogue.db'"))
  }

  @Test(.enabled(if: canMount)) func aReadOnlyFolderAboveLeavesTheFormerOutput() throws {
    let run = try run(
      mounting: """
        mkdir m; mount -t tmpfs tmpfs m; $ERRKB build --only catalogue -o m/build 2>/dev/null
        mount -o remount,ro m; set +e
        $ERRKB build --clean --only catalogue -o m/build; echo $?; $ERRKB build --only catalogue -o m/new; echo $?; ls -A m m/build
        """)
    #expect(run.output == "2\n2\nm:\nbuild\n\nm/build:\n.errkb\n.errkb-state\ncatalogue.db\n")
    #expect(run.errorLines.allSatisfy { $0.hasSuffix(": Read-only file system") })
    #expect(run.errorLines.count == 2)
  }

  @Test(.enabled(if: canMount)) func aMountPointIsRefused() throws {
    let run = try run(
      mounting: """
        mkdir build other; mount -t tmpfs tmpfs build; mount --bind other other; set +e
        $ERRKB build --only catalogue; echo $?; $ERRKB build --only catalogue -o other; echo $?; $ERRKB build --only catalogue -o build/x 2>&1
        """)
    #expect(run.output.hasPrefix("2\n2\nbuild/x/catalogue.db: 1 page"))
    #expect(
      run.errorLines
        == ["build", "other"].map {
          "errkb: '\($0)' is where a file system begins, so it cannot be exchanged as a whole; give a "
            + "folder in it with --output"
        })
  }

  @Test(arguments: [".", "./", "../build", "$PWD"]) func theCurrentFolderIsRefused(
    spelling: String
  ) throws {
    #expect(try sandbox.run("build --only catalogue").status == 0)
    let run = try sandbox.run(
      script: "cd build && $ERRKB build --only catalogue ../content -o \(spelling)")
    #expect(run.status == 2)
    #expect(
      run.errors.hasSuffix(
        "' is exchanged as a whole, so errkb cannot run in it; run it elsewhere, or give a folder "
          + "in it with --output\n"))
    #expect(try sandbox.names(in: "build") == [".errkb", ".errkb-state", "catalogue.db"])
  }

  @Test func onlyTheCatalogueIsTheWholeOutputOfOlderBuilds() throws {
    #expect(try sandbox.run("build --only catalogue").status == 0)
    try sandbox.write("", to: "build/.errkb")
    #expect(try sandbox.run("build --only catalogue").status == 0)
    #expect(try sandbox.names(in: ".") == ["build", "content"])
  }
}

// MARK: - Signals

extension BuildPlaceTests {
  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func aSignalLeavesTheFormerOutputAndNothingElse(name: String, status: Int32) throws {
    #expect(try sandbox.run("build").status == 0)
    let former = try sandbox.bytes(of: "build/catalogue.db")
    // Sent when the folder in which it builds is there.
    let run = try sandbox.run(
      script: """
        $ERRKB build \(Sandbox.content) &
        build=$!
        until compgen -G ".build.errkb-??????" >/dev/null; do :; done
        kill -\(name) $build
        wait $build
        """.replacing("$ERRKB build", with: "env --default-signal=INT $ERRKB build"))
    #expect(run.status == status)
    #expect(try sandbox.bytes(of: "build/catalogue.db") == former)
    #expect(try sandbox.names(in: ".") == ["build", "content"])
  }

  @Test func aSignalEndsTheWaitForAnotherBuild() throws {
    let run = try sandbox.run(
      script: """
        exec 9>.build.errkb-lock; flock 9
        timeout --preserve-status -s TERM 1 $ERRKB build 9>&-
        """)
    #expect(run.status == 143)
    #expect(run.errorLines.first == "errkb: waiting for another build of 'build'")
    #expect(!sandbox.exists("build"))
  }

  @Test func aSignalThatMeansNothingToItDoesNotStopABuild() throws {
    let run = try sandbox.run(
      script: """
        trap "" HUP
        $ERRKB build --only catalogue \(Sandbox.content) &
        build=$!
        until compgen -G ".build.errkb-??????" >/dev/null; do :; done
        kill -HUP $build
        wait $build
        """)
    #expect(run.status == 0)
    #expect(try sandbox.names(in: "build") == [".errkb", ".errkb-state", "catalogue.db"])
  }
}
