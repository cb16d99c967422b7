import Foundation
import Glibc
import Synchronization
import Testing

@testable import ErrkbCommands

/// Builds that are killed at any moment, with readers running.
struct KilledBuildTests {
  private let sandbox: Sandbox
  private let output: NumberedOutput

  init() throws {
    sandbox = try Sandbox(inMemory: true)
    output = NumberedOutput(path: "\(sandbox.path)/build")
  }

  /// What readers saw.
  private final class Readings: Sendable {
    let isOver = Atomic(false)
    let failures = Mutex<[String]>([])
    let numbers = Mutex<Set<Int>>([])
    let shown = Atomic(0)

    /// Reads over and over on a thread of its own until it is over.
    func start(_ group: DispatchGroup, _ read: @escaping @Sendable () throws -> Void) {
      group.enter()
      Thread.detachNewThread {
        while !self.isOver.load(ordering: .relaxed) {
          do { try read() } catch { self.failures.withLock { $0.append("\(error)") } }
        }
        group.leave()
      }
    }
  }

  /// Ends the process by SIGKILL after so many microseconds.
  private static func kill(after microseconds: UInt32) {
    Thread.detachNewThread {
      usleep(microseconds)
      Glibc.kill(getpid(), SIGKILL)
    }
  }

  @Test func readersSeeOneBuildWhole() async throws {
    try FileManager.default.copyItem(
      atPath: try Sandbox.catalogue.get(), toPath: "\(sandbox.path)/catalogue")
    let catalogue = "\(sandbox.path)/catalogue"
    try output.build(0, catalogue: catalogue)

    let readings = Readings()
    let readers = DispatchGroup()
    let (output, sandbox) = (output, sandbox)
    readings.start(readers) {
      let number = try output.readWhole()
      readings.numbers.withLock { _ = $0.insert(number) }
    }
    readings.start(readers) {
      for page in NumberedOutput.pages { _ = try output.number(of: page) }
    }
    readings.start(readers) {
      let run = try sandbox.run("show 10061 --catalogue build/catalogue.db --no-pager")
      if run.status != 0 || run.output.isEmpty { throw NumberedOutput.Torn(description: "\(run)") }
      readings.shown.add(1, ordering: .relaxed)
    }
    for round in 1...60 {
      let moment = UInt32.random(in: 0...60_000)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [
          output = output as NumberedOutput, catalogue = catalogue as String, round = round as Int,
          moment = moment as UInt32
        ] in
        KilledBuildTests.kill(after: moment)
        for number in (round * 100_000)... { try output.build(number, catalogue: catalogue) }
      }
    }
    readings.isOver.store(true, ordering: .relaxed)
    await withCheckedContinuation { continuation in
      readers.notify(queue: .global()) { continuation.resume() }
    }
    #expect(readings.failures.withLock { $0 } == [])
    #expect(readings.numbers.withLock { $0.count } > 20)
    #expect(readings.shown.load(ordering: .relaxed) > 5)

    try output.build(1)
    #expect(try output.readWhole() == 1)
    let names = try sandbox.names(in: ".")
    #expect(names == ["build", "catalogue"])
  }

  @Test func inTwoStepsTheNextBuildRepairsWhatAKillLeft() async throws {
    try output.build(0, way: .inTwoSteps)
    for round in 1...30 {
      let moment = UInt32.random(in: 0...40_000)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [
          output = output as NumberedOutput, round = round as Int, moment = moment as UInt32
        ] in
        KilledBuildTests.kill(after: moment)
        for number in (round * 100_000)... { try output.build(number, way: .inTwoSteps) }
      }
      // Begun and given up.
      _ = try output.stage(way: .inTwoSteps)
      #expect(try output.readWhole() / 100_000 <= round)
      let names = try sandbox.names(in: ".")
      #expect(names == ["build"])
    }
  }
}
