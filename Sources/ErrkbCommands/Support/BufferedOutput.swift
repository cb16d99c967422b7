internal import Diagnostics

/// Collects what is written and passes it on in large pieces.
struct BufferedOutput {
  private let output: Output
  private let isTerminal: Bool
  private var bytes: [UInt8] = []

  private static let size = 1 << 16

  init(_ output: Output) {
    self.output = output
    isTerminal = output.isTerminal
    bytes.reserveCapacity(Self.size * 2)
  }

  mutating func write(_ more: [UInt8]) throws(FileError) {
    bytes.append(contentsOf: more)
    if bytes.count >= Self.size { try flush() }
  }

  /// Writes a value and a line end, and empties the writer for the next.
  mutating func write(line json: inout JSONWriter) throws(FileError) {
    json.endLine()
    try write(part: &json)
  }

  /// Writes what there is of a value, and empties the writer for its rest.
  mutating func write(part json: inout JSONWriter) throws(FileError) {
    let part = isTerminal ? TerminalGuard.visible(json: json.bytes) : json.bytes
    json.bytes.removeAll(keepingCapacity: true)
    try write(part)
  }

  /// Writes what a function appends.
  mutating func append(_ body: (inout [UInt8]) -> Void) throws(FileError) {
    body(&bytes)
    if bytes.count >= Self.size { try flush() }
  }

  /// Passes on what is left; called at the end.
  mutating func flush() throws(FileError) {
    try output.put(isTerminal ? TerminalGuard.visible(bytes) : bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
