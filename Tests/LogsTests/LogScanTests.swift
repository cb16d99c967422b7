import Foundation
import TestSupport
import Testing

@testable import Logs

/// Whole logs, in stretches and on threads.
@Suite struct LogScanTests {
  private func scan(_ bytes: [UInt8], jobs: Int = 1, chunkSize: Int = 1 << 20) throws -> Tally {
    try Folder(File("log", bytes: bytes)).whileWritten { folder in
      try LogScan(try LogCatalogue.knowledge, jobs: jobs, chunkSize: chunkSize)
        .tally(of: LogInput(path: folder + "/log"))
    }
  }

  private func scan(_ text: String, jobs: Int = 1, chunkSize: Int = 1 << 20) throws -> Tally {
    try scan(Array(text.utf8), jobs: jobs, chunkSize: chunkSize)
  }

  @Test(arguments: [1, 17, 400, 5000, 70_000])
  func findsTheSameInStretchesOfAnySize(chunkSize: Int) throws {
    var logs = RandomLog()
    for _ in 0..<6 {
      let log = logs.next()
      let whole = try scan(log)
      // A tiny stretch is read anew with all that stands before it.
      let size = max(chunkSize, log.utf8.count / 400)
      let parts = try scan(log, jobs: 3, chunkSize: size)
      #expect(parts.eventsByCount == whole.eventsByCount)
      #expect(parts.lineCount == whole.lineCount)
      #expect(parts.unknownNumbers.map(\.number) == whole.unknownNumbers.map(\.number))
      #expect(parts.unknownNumbers.map(\.count) == whole.unknownNumbers.map(\.count))
    }
  }

  @Test func findsTheSameAsItComes() throws {
    var logs = RandomLog()
    for _ in 0..<6 {
      // What is longer than a stretch is cut elsewhere.
      let log = logs.next().split(separator: "\n", omittingEmptySubsequences: false)
        .filter { $0.utf8.count < 60_000 }.joined(separator: "\n")
      let whole = try scan(log)
      var scanner = StreamScanner(try LogCatalogue.knowledge, keepsOccurrences: true)
      var taken = 0
      for part in Array(log.utf8).chunks(of: 97) {
        scanner.read(part)
        taken += scanner.takeOccurrences(atRest: false).count
      }
      scanner.finish()
      taken += scanner.takeOccurrences(atRest: true).count
      #expect(scanner.tally.eventsByCount == whole.eventsByCount)
      #expect(scanner.tally.lineCount == whole.lineCount)
      #expect(taken == whole.eventsByCount.reduce(0) { $0 + $1.count })
    }
  }

  // MARK: Encodings

  private static let text =
    "x\r\nErreur\u{A0}: 18456, Gravité\u{A0}: 14, État\u{A0}: 38.\r\n"
    + "Échec de la connexion pour l’utilisateur 'Zoë'. Motif : €\r\n"

  private func expectFrench(_ tally: Tally) throws {
    #expect(try LogCatalogue.summary(of: tally) == ["MSSQLSERVER_18456 1× [38]"])
    #expect(tally.lineCount == 3)
    let event = try #require(tally.eventsByLine.first)
    #expect(event.firstLine == 1)
    #expect(event.example?.arguments.first.map { String(decoding: $0, as: UTF8.self) } == "Zoë")
  }

  @Test func readsUTF8WithAMark() throws {
    try expectFrench(scan([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)))
  }

  @Test(arguments: [true, false], [true, false])
  func readsUTF16(isLittle: Bool, hasMark: Bool) throws {
    let units = (hasMark ? "\u{FEFF}" : "") + String(repeating: "line\r\n", count: 3) + Self.text
    let bytes = units.utf16.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittle ? [low, high] : [high, low]
    }
    for chunkSize in [1, 50, 1 << 20] {
      let tally = try scan(bytes, jobs: 2, chunkSize: chunkSize)
      #expect(try LogCatalogue.summary(of: tally) == ["MSSQLSERVER_18456 1× [38]"])
      #expect(tally.lineCount == 6)
      #expect(tally.eventsByLine.first?.firstLine == 4)
      // An odd byte at the end is no line of its own.
      #expect(try scan(bytes + [0x41], chunkSize: chunkSize).eventsByLine == tally.eventsByLine)
    }
  }

  @Test func readsWindows1252LineByLine() throws {
    let latin = try #require(Self.text.data(using: .windowsCP1252))
    try expectFrench(scan(Array(latin)))
    // A log may have lines of either.
    let tally = try scan(Array(latin) + Array(Self.text.utf8))
    #expect(try LogCatalogue.summary(of: tally) == ["MSSQLSERVER_18456 2× [38]"])
  }

  @Test(arguments: [
    ("Msg 208, Level 16, State 1\rInvalid object name 'x'.\r", 2),
    ("Msg 208, Level 16, State 1\nInvalid object name 'x'.", 2),
    ("Msg 208, Level 16, State 1\r\nInvalid object name 'x'.\r\n", 2),
    ("\0\0Msg\0 208, Level 16, State 1\0\nInvalid object name 'x'.\0\n", 2),
    ("Msg 208, Level 16, State 1", 1),
  ])
  func endsLinesHoweverTheyEnd(text: String, lines: Int) throws {
    let tally = try scan(text)
    #expect(try LogCatalogue.summary(of: tally) == ["MSSQLSERVER_208 1× [1]"])
    #expect(tally.lineCount == lines)
  }

  @Test func anEmptyLogHasNoLines() throws {
    for text in ["", "\u{FEFF}"] {
      let tally = try scan(text)
      #expect(tally.lineCount == 0 && tally.events.isEmpty)
    }
    #expect(try scan("\n").lineCount == 1)
    #expect(try scan([0xFF, 0xFE]).lineCount == 0)
  }

  // MARK: Damage

  @Test func readsAnyBytes() throws {
    var random = SmallGenerator()
    for _ in 0..<40 {
      let bytes = (0..<Int.random(in: 0...9000, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(try scan(bytes, jobs: 2, chunkSize: 1000).eventsByCount.isEmpty)
    }
  }

  @Test func aLineWithoutEndTakesNoTime() throws {
    let numbers = String(repeating: "Error: 18456, Severity: 14, ", count: 100_000)
    let tally = try scan(numbers + "\nMsg 208, Level 16, State 1\n", jobs: 2, chunkSize: 100_000)
    #expect(tally.lineCount == 2)
    #expect(tally.eventsByCount.contains { $0.firstLine == 1 && $0.lastLine == 1 })
  }

  @Test func aFileThatCannotBeReadIsAnError() {
    #expect(throws: (any Error).self) { try LogInput(path: "/nowhere/at/all") }
    #expect(throws: (any Error).self) {
      try LogScan(try LogCatalogue.knowledge, jobs: 2).tally(of: LogInput(path: "/"))
    }
  }

  // MARK: Foreign logs

  @Test(arguments: [
    #"10.0.0.1 - - [21/Nov/2026:03:12:04 +0000] "GET /x?id=18456 HTTP/1.1" 208 14 "-" "curl/8""#,
    "2026/11/21 03:12:04 [error] 1205#208: *18456 connect() failed (111: Connection refused)",
    "Nov 21 03:12:04 host kernel: [18456.208143] usb 1-1: device descriptor read/64, error -2",
    "Nov 21 03:12:04 host sshd[18456]: Failed password for root from 10.0.0.1 port 9002 ssh2",
    "2026-11-21 03:12:04,208 ERROR [main] c.e.App - request 18456 failed: status 1205, level 3",
    "2026-11-21 03:12:04 UTC [18456] ERROR:  relation \"x\" does not exist at character 208",
    "2026-11-21 03:12:04 UTC [208] LOG:  duration: 1205.000 ms  statement: SELECT 18456",
    "18456,14,38,208,16,1,9002,17,2", "208;16;1;18456;14;38",
    "ERROR 1205 (HY000): Lock wait timeout exceeded; try restarting transaction",
    "    at com.example.Main.run(Main.java:208)", "    at System.Foo.Bar() in c:\\x.cs:line 18456",
    "E/AndroidRuntime(18456): FATAL EXCEPTION: main", "npm ERR! code 208 errno -2",
    "[ 208.18456] EXT4-fs error (device sda1): ext4_lookup:1205: inode #9002",
  ])
  func isSilentAboutForeignLogs(line: String) throws {
    let tally = try scan(String(repeating: line + "\n", count: 20))
    #expect(try LogCatalogue.summary(of: tally) == [])
    #expect(tally.unknownNumbers.isEmpty)
    #expect(tally.lineCount == 20)
  }
}

extension Array {
  fileprivate func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
