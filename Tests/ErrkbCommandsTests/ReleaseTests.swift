import Foundation
import TestSupport
import Testing

/// What only shows in the program as it ships, linked as one file without shared libraries.
@Suite(.enabled(if: Program(Program.release, "--version").isThere(), "'make release' comes first"))
struct ReleaseTests {
  @Test func noReferenceToThreadsIsBoundToNothing() throws {
    // Weak references leave the members of a static library out, and are then calls to address 0.
    let symbols = try Program("nm", Program.release).run()
    #expect(symbols.status == 0, "\(String(decoding: symbols.errors, as: UTF8.self))")
    let lines = String(decoding: symbols.output, as: UTF8.self).split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix(" pthread_mutex_lock") })
    #expect(lines.filter { $0.contains(" w pthread_") } == [])
  }

  @Test func rawHTMLIsReadOnAllThreadsAtOnce() throws {
    let pages = (1...400).map { id in
      File(
        "mssqlserver-\(id)-database-engine-error.md",
        """
        ---
        title: "MSSQLSERVER_\(id)"
        ---
        # MSSQLSERVER_\(id)

        ## Cause

        <table><tr><td>One &amp; <b>two</b><td>Three &wrong;</table>

        ## User action

        Press <kbd title="F&colon;5">F5</kbd>, <br> then <a href="https://example.com/">read on</a>.
        """)
    }
    try Folder(pages).whileWritten { folder in
      let build = try Program(
        Program.release, "build", folder, "-o", "\(folder)/out", "--only", "catalogue", "--jobs",
        "8"
      ).run()
      #expect(build.status == 0, "\(String(decoding: build.errors, as: UTF8.self))")
      let page = try Program(
        Program.release, "show", "400", "--section", "userAction", "--catalogue",
        "\(folder)/out/catalogue.db"
      ).run()
      #expect(String(decoding: page.output, as: UTF8.self).contains("Press F5"))
    }
  }
}
