extension Document {
  /// Appends bytes to the pool and says where they lie.
  package mutating func store(_ bytes: some Sequence<UInt8>) -> Slice {
    let start = pool.count
    pool.append(contentsOf: bytes)
    return Slice(start: Int32(start), count: Int32(pool.count - start))
  }

  /// Appends bytes to the pool and says where they lie.
  mutating func store(_ bytes: Span<UInt8>) -> Slice {
    let start = pool.count
    unsafe bytes.withUnsafeBufferPointer { unsafe pool.append(contentsOf: $0) }
    return Slice(start: Int32(start), count: Int32(bytes.count))
  }

  /// Appends a node and returns its index; `close` ends it after its descendants are appended.
  @discardableResult
  package mutating func open(_ node: Node) -> Int {
    nodes.append(node)
    nodes[nodes.count - 1].end = Int32(nodes.count)
    return nodes.count - 1
  }

  /// Ends a node: everything appended since it was opened lies under it.
  package mutating func close(_ index: Int) {
    nodes[index].end = Int32(nodes.count)
  }

  /// Appends a text node unless the text is empty.
  package mutating func appendText(_ bytes: some Collection<UInt8>, line: Int32) {
    guard !bytes.isEmpty else { return }
    var node = Node(.text, line: line)
    node.text = store(bytes)
    open(node)
  }

  /// Appends whole nodes of another document, all given one line.
  package mutating func append(
    _ range: Range<Int>, of other: Document, line: Int32? = nil
  ) {
    let shift = Int32(nodes.count - range.lowerBound)
    for index in range {
      var node = other.nodes[index]
      node.end += shift
      if !node.text.isEmpty { node.text = store(other.bytes(node.text)) }
      if !node.attribute.isEmpty { node.attribute = store(other.bytes(node.attribute)) }
      if let line {
        node.line = line
        if node.kind == .codeBlock { node.detail = CodeStart.unknown.rawValue }
      }
      nodes.append(node)
    }
  }
}
