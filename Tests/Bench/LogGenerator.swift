import BenchSupport
import Catalogue
import Glibc
import Index

/// Writes a log as a busy server leaves it: lines of an application, and among them errors of the
/// catalogue with made-up arguments, in every language there is.
///
/// The same catalogue gives the same log.
struct LogGenerator {
  private var random = SeededRandom(seed: 2026)
  private let messages: [Template]
  private var clock = 0

  /// One line in so many is an error.
  private static let errorsEvery = 20

  private struct Template {
    let id: String
    let severity: Int
    let text: [UInt8]
    let holes: [Range<Int>]
  }

  init(catalogue: String) throws {
    var messages: [Template] = []
    try CatalogueReader(path: catalogue).allMessages { message in
      let text = Array(message.text.utf8)
      messages.append(
        Template(
          id: message.id.text, severity: message.severity ?? 16, text: text,
          holes: Placeholders.ranges(in: text)))
    }
    guard !messages.isEmpty else { throw BenchError("\(catalogue) has no message list") }
    self.messages = messages
  }

  /// Writes a log of about so many bytes.
  mutating func write(to path: String, bytes size: Int) throws(BenchError) {
    guard let stream = fopen(path, "w") else { throw BenchError("cannot write \(path)") }
    var written = 0
    var lines: [UInt8] = []
    while written < size {
      lines.removeAll(keepingCapacity: true)
      while lines.count < 1 << 20 { appendLine(to: &lines) }
      guard fwrite(lines, 1, lines.count, stream) == lines.count else {
        throw BenchError("cannot write \(path)")
      }
      written += lines.count
    }
    guard fclose(stream) == 0 else { throw BenchError("cannot write \(path)") }
  }

  private mutating func appendLine(to lines: inout [UInt8]) {
    appendTime(to: &lines)
    if random.below(Self.errorsEvery) == 0 {
      let message = messages[random.below(messages.count)]
      lines += " spid\(random.below(90))s      Error: \(message.id), ".utf8
      lines += "Severity: \(message.severity), State: \(random.below(40)).\n".utf8
      appendTime(to: &lines)
      lines += " spid\(random.below(90))s      ".utf8
      append(message, to: &lines)
    } else {
      let line = Self.lines[random.below(Self.lines.count)]
      lines += " [worker-\(random.below(32))] INFO  \(line) \(random.below(100_000))".utf8
      lines += " in \(random.below(900)) ms, session \(random.below(1 << 40))".utf8
    }
    lines.append(0x0A)
  }

  private mutating func appendTime(to lines: inout [UInt8]) {
    clock += 1
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hour, minute, second) = (clock / 3600 % 24, clock / 60 % 60, clock % 60)
    lines += "2026-11-21 \(two(hour)):\(two(minute)):\(two(second)).\(two(clock % 100))".utf8
  }

  private mutating func append(_ message: Template, to lines: inout [UInt8]) {
    var position = 0
    for hole in message.holes {
      lines += message.text[position..<hole.lowerBound]
      lines += Self.arguments[random.below(Self.arguments.count)].utf8
      position = hole.upperBound
    }
    lines += message.text[position...]
  }

  private static let lines = [
    "shop.orders: priced order", "shop.basket: customer came back to basket",
    "http: GET /catalog/items answered 200 for request", "jobs: nightly export wrote rows:",
    "cache: evicted the oldest entries, kept", "mail: queued confirmation for order",
  ]

  private static let arguments = ["17", "Sales", "dbo.Orders", "2048", "C:\\Data\\sales.mdf", "sa"]
}
