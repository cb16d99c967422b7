internal import Markup
internal import Records

/// Which numbers of a node are written; the others have the value that is most frequent.
private struct NodeFields: OptionSet {
  let rawValue: UInt8

  static let detail = NodeFields(rawValue: 1)
  static let number = NodeFields(rawValue: 2)
  static let text = NodeFields(rawValue: 4)
  static let attribute = NodeFields(rawValue: 8)
  /// The node does not begin on the line of the one before it.
  static let line = NodeFields(rawValue: 16)
  static let descendants = NodeFields(rawValue: 32)

  static let all: NodeFields = [.detail, .number, .text, .attribute, .line, .descendants]
}

extension Document.Slice {
  /// Whether it was never given; an empty slice somewhere in the pool was.
  fileprivate var isUnset: Bool { start == 0 && count == 0 }
}

extension ByteWriter {
  /// The pool, then the nodes, each as the difference to the one before it.
  mutating func write(_ document: Document) {
    write(document.pool)
    write(count: document.nodes.count)
    var line: Int32 = 0
    var poolEnd = 0
    for (index, node) in document.nodes.enumerated() {
      let descendants = Int(node.end) - index - 1
      var fields: NodeFields = []
      if node.detail != 0 { fields.insert(.detail) }
      if node.number != 0 { fields.insert(.number) }
      if !node.text.isUnset { fields.insert(.text) }
      if !node.attribute.isUnset { fields.insert(.attribute) }
      if node.line != line { fields.insert(.line) }
      if descendants != 0 { fields.insert(.descendants) }

      write(byte: node.kind.rawValue)
      write(byte: fields.rawValue)
      if fields.contains(.detail) { write(byte: node.detail) }
      if fields.contains(.number) { write(number: Int(node.number)) }
      if fields.contains(.text) { write(node.text, after: &poolEnd) }
      if fields.contains(.attribute) { write(node.attribute, after: &poolEnd) }
      if fields.contains(.line) { write(number: Int(node.line) - Int(line)) }
      if fields.contains(.descendants) { write(count: descendants) }
      line = node.line
    }
  }

  /// A slice mostly begins where the one before it ended.
  private mutating func write(_ slice: Document.Slice, after poolEnd: inout Int) {
    write(number: Int(slice.start) - poolEnd)
    write(count: Int(slice.count))
    poolEnd = slice.range.upperBound
  }
}

extension ByteReader {
  mutating func document() throws(CorruptBytes) -> Document {
    var document = Document()
    document.pool = try raw()
    // `Document` promises UTF-8, and who walks it by bytes relies on that.
    do {
      _ = try UTF8Span(validating: document.pool.span)
    } catch {
      throw corrupt("text that is not UTF-8")
    }

    let count = try count()
    document.nodes.reserveCapacity(count)
    var line = 0
    var poolEnd = 0
    // The ends of the nodes that are open: a node ends where or before its parent does.
    var ends = [count]
    for index in 0..<count {
      while let end = ends.last, end <= index, ends.count > 1 { ends.removeLast() }
      let rawKind = try byte()
      guard let kind = Document.Kind(rawValue: rawKind) else {
        throw corrupt("a node of kind \(rawKind)")
      }
      let fields = NodeFields(rawValue: try byte())
      guard fields.isSubset(of: .all) else { throw corrupt("unknown fields of a node") }

      var node = Document.Node(kind, line: 0)
      if fields.contains(.detail) { node.detail = try byte() }
      if fields.contains(.number) { node.number = try small(try number()) }
      if fields.contains(.text) { node.text = try slice(of: document.pool, after: &poolEnd) }
      if fields.contains(.attribute) {
        node.attribute = try slice(of: document.pool, after: &poolEnd)
      }
      if fields.contains(.line) { line = Int(try small(line &+ (try number()))) }
      node.line = Int32(truncatingIfNeeded: line)
      var end = index + 1
      if fields.contains(.descendants) {
        end += try self.index(upTo: (ends.last ?? count) - end)
        ends.append(end)
      }
      node.end = try small(end)
      document.nodes.append(node)
    }
    return document
  }

  private mutating func slice(
    of pool: [UInt8], after poolEnd: inout Int
  ) throws(CorruptBytes) -> Document.Slice {
    let start = poolEnd &+ (try number())
    guard (0...pool.count).contains(start) else { throw corrupt("text beyond the pool") }
    let count = try index(upTo: pool.count - start)
    poolEnd = start + count
    guard isBoundary(start, in: pool), isBoundary(poolEnd, in: pool) else {
      throw corrupt("text that begins or ends within a character")
    }
    return Document.Slice(start: try small(start), count: try small(count))
  }

  /// Whether no character of valid UTF-8 lies across an offset.
  private func isBoundary(_ offset: Int, in pool: [UInt8]) -> Bool {
    offset == pool.count || pool[offset] & 0xC0 != 0x80
  }

  private func small(_ number: Int) throws(CorruptBytes) -> Int32 {
    guard let small = Int32(exactly: number) else { throw corrupt("\(number) beyond 32 bits") }
    return small
  }
}
