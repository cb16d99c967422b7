internal import Diagnostics

extension YAMLValue {
  /// Reads the YAML document that lies in a range of whole lines of a file.
  ///
  /// The flat subset that nearly all pages keep to is read here; everything else goes to libyaml,
  /// once it is clear that the tree cannot exhaust the stack. Both give the same value for the
  /// same text. An empty document is `null`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, valid UTF-8.
  ///   - range: The document's bytes; it begins at the beginning of a line.
  ///   - firstLine: The number of the line at which the range begins.
  /// - Returns: The document's value, each part of it with its place in the file.
  /// - Throws: What is wrong with the document and where, if it is no YAML or too deep.
  package static func read(
    _ bytes: [UInt8], in range: Range<Int>, firstLine: Int
  ) throws(YAMLProblem) -> YAMLValue {
    var flat = FlatYAMLReader(bytes, in: range, firstLine: firstLine)
    if let entries = flat.readAll() {
      let start = SourcePosition(line: firstLine)
      return entries.isEmpty
        ? YAMLValue(.null, at: start)
        : YAMLValue(.mapping(entries), at: entries[0].position)
    }
    let places = YAMLPlaces(bytes, in: range, firstLine: firstLine)
    try YAMLGuard.check(bytes, in: range, places: places)
    return try YAMLComposer.compose(bytes, in: range, places: places)
  }

  /// Reads a whole file.
  package static func read(_ bytes: [UInt8]) throws(YAMLProblem) -> YAMLValue {
    try read(bytes, in: bytes.indices, firstLine: 1)
  }

  /// Reads a file of JSON, which is YAML too (YAML 1.2.2, section 1.2): a long list that is not deep.
  ///
  /// libyaml reads it piece by piece and depth is bounded on the way, so that nothing has to be
  /// counted before.
  package static func read(json bytes: [UInt8]) throws(YAMLProblem) -> YAMLValue {
    let places = YAMLPlaces(bytes, in: bytes.indices, firstLine: 1)
    return try YAMLComposer.compose(bytes, in: bytes.indices, places: places, limits: .kept)
  }
}
