package import Diagnostics
internal import Dispatch
internal import Synchronization

/// Reads a whole log on several threads; the memory it takes does not depend on the log's size.
package struct LogScan: Sendable {
  private let knowledge: LogKnowledge
  private let jobs: Int
  private let chunkSize: Int

  /// A scan on up to so many threads.
  package init(_ knowledge: LogKnowledge, jobs: Int) {
    self.init(knowledge, jobs: jobs, chunkSize: ChunkReader.usualSize)
  }

  /// A scan of stretches of another size than the usual one.
  init(_ knowledge: LogKnowledge, jobs: Int, chunkSize: Int) {
    self.knowledge = knowledge
    // Each thread holds a stretch of the log.
    let mostJobs = 8
    self.jobs = min(max(1, jobs), mostJobs)
    self.chunkSize = chunkSize
  }

  /// What a log has in it.
  package func tally(of input: LogInput) throws(FileError) -> Tally {
    let work = SharedWork(ChunkReader(input, chunkSize: chunkSize))
    var chunk = Chunk()
    let threads = DispatchGroup()
    // A log of one stretch needs no other thread.
    if work.take(&chunk) {
      if !chunk.isLast {
        for _ in 1..<max(jobs, 1) {
          DispatchQueue.global().async(group: threads) {
            var chunk = Chunk()
            if work.take(&chunk) { scan(chunk, and: work) }
          }
        }
      }
      scan(chunk, and: work)
    }
    threads.wait()
    return try work.result()
  }

  /// Scans a stretch and then others until none is left.
  private func scan(_ first: Chunk, and work: SharedWork) {
    var chunk = first
    var scanner = ChunkScanner(knowledge)
    repeat {
      work.finish(chunk.number, scanner.tally(of: chunk))
    } while work.take(&chunk)
  }
}

/// Scans stretches, one after another, each by itself.
struct ChunkScanner {
  private var scanner: LineScanner
  /// Room for text that has to be decoded.
  private var room: [UInt8] = []

  init(_ knowledge: LogKnowledge) { scanner = LineScanner(knowledge) }

  /// What a stretch has in it.
  mutating func tally(of chunk: Chunk) -> Tally {
    scanner.context.reset()
    scanner.tally = Tally()
    var how = LineScanner.Text(ownStart: chunk.ownStart, lineEnd: chunk.cutting.lineEnd)
    how.startsInLine = chunk.startsInLine
    how.endsInLine = !chunk.isLast
    // A record may begin where the log does.
    if chunk.isFromBeginning { scanner.context.record = RecordBlock(line: -1, start: 0) }
    var decoded: [UInt8] = []
    if chunk.cutting.encoding == .utf8 {
      scanner.read(chunk.bytes.span, how)
    } else {
      swap(&decoded, &room)
      decoded.removeAll(keepingCapacity: true)
      let isLittle = chunk.cutting.encoding == .utf16LittleEndian
      let bytes = chunk.bytes.span
      UTF16Text.append(bytes.extracting(0..<chunk.ownStart), littleEndian: isLittle, to: &decoded)
      how.ownStart = decoded.count
      UTF16Text.append(
        bytes.extracting(chunk.ownStart..<bytes.count), littleEndian: isLittle, to: &decoded)
      scanner.read(decoded.span, how)
    }
    if chunk.isLast, let last = (decoded.isEmpty ? chunk.bytes : decoded).last,
      last != chunk.cutting.lineEnd.byte, chunk.bytes.count > chunk.ownStart
    {
      // The last line has no end.
      scanner.tally.lineCount += 1
    }
    room = decoded
    return scanner.tally
  }
}

/// What the threads share: the log that is read in stretches, and the sum of what was found.
private final class SharedWork: Sendable {
  private struct Input {
    var reader: ChunkReader
    var failure: FileError?
  }

  private struct Results {
    var next = 0
    var waiting: [Int: Tally] = [:]
    var sum = Tally()
  }

  private let input: Mutex<Input>
  private let results = Mutex(Results())

  init(_ reader: sending ChunkReader) { input = Mutex(Input(reader: reader)) }

  /// Reads the next stretch; false where there is none.
  func take(_ chunk: inout Chunk) -> Bool {
    input.withLock { input in
      guard input.failure == nil else { return false }
      do throws(FileError) {
        return try input.reader.read(&chunk)
      } catch {
        input.failure = error
        return false
      }
    }
  }

  /// Adds what a stretch has in it, in the order of the stretches.
  func finish(_ number: Int, _ tally: Tally) {
    results.withLock { results in
      results.waiting[number] = tally
      while let next = results.waiting.removeValue(forKey: results.next) {
        results.sum.add(next)
        results.next += 1
      }
    }
  }

  /// The sum, when all threads are done.
  func result() throws(FileError) -> Tally {
    if let failure = input.withLock({ $0.failure }) { throw failure }
    return results.withLock { $0.sum }
  }
}
