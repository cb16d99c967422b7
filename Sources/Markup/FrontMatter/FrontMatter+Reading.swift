package import Diagnostics

extension FrontMatter {
  /// What sort of file the front matter stands in.
  package enum Bearer: Sendable {
    /// A page: it ought to have front matter, and what is wrong there is an error.
    case page
    /// A text that pages include: front matter is optional, and what is wrong there a warning, for
    /// nothing of it reaches the reader.
    case fragment
  }

  /// What was read, and where the text under it begins.
  package struct Reading: Sendable {
    /// Nil where the file has no front matter, or none that ends.
    package var frontMatter: FrontMatter?
    /// The offset of the first byte of the body.
    package var bodyStart: Int
    /// The line on which the body begins, counted from 1.
    package var bodyLine: Int
  }

  /// Reads the block between `---` on the first line and the next `---` or `...`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file: valid UTF-8, lines that end in line feeds, no byte-order mark.
  ///   - path: The file as diagnostics name it.
  ///   - bearer: Whether the file is a page or a fragment.
  ///   - diagnostics: Where what is wrong is reported.
  /// - Returns: The front matter, if there is one, and where the body begins.
  package static func read(
    from bytes: [UInt8], path: String, of bearer: Bearer = .page,
    diagnostics: inout [Diagnostic]
  ) -> Reading {
    let severity: Diagnostic.Severity? = bearer == .fragment ? .warning : nil
    let nothing = Reading(frontMatter: nil, bodyStart: 0, bodyLine: 1)
    guard let opening = delimiter(in: bytes, at: 0, isClosing: false) else {
      if bearer == .page { diagnostics.append(.frontMatterMissing(path: path)) }
      return nothing
    }
    guard let (block, closing, lines) = block(in: bytes, from: opening) else {
      diagnostics.append(.frontMatterUnclosed(path: path, severity: severity))
      return nothing
    }
    var entries: [Entry] = []
    do throws(YAMLProblem) {
      entries = try mapping(YAMLValue.read(bytes, in: block, firstLine: 2))
    } catch {
      diagnostics.append(.frontMatterSyntax(error, path: path, severity: severity))
      var reader = FlatYAMLReader(bytes, in: block, firstLine: 2)
      entries = reader.salvage()
    }
    return Reading(
      frontMatter: FrontMatter(entries: entries), bodyStart: closing, bodyLine: lines + 3)
  }

  private static func mapping(_ value: YAMLValue) throws(YAMLProblem) -> [Entry] {
    switch value.content {
    case .mapping(let entries): return entries
    case .null: return []
    case .scalar, .list: throw YAMLProblem("it has no keys", at: value.position)
    }
  }

  /// The bytes between the delimiters, where the body begins, and the number of lines between.
  private static func block(
    in bytes: [UInt8], from start: Int
  ) -> (block: Range<Int>, closing: Int, lines: Int)? {
    var lineStart = start
    var lines = 0
    while lineStart < bytes.count {
      if let closing = delimiter(in: bytes, at: lineStart, isClosing: true) {
        return (start..<lineStart, closing, lines)
      }
      guard let lineFeed = bytes[lineStart...].firstIndex(of: 0x0A) else { return nil }
      lineStart = lineFeed + 1
      lines += 1
    }
    return nil
  }

  /// Where the line after a delimiter begins, if there is a delimiter here: `---`, to close also
  /// `...`, with nothing but blanks behind it.
  private static func delimiter(in bytes: [UInt8], at start: Int, isClosing: Bool) -> Int? {
    let line = bytes[start...]
    guard line.starts(with: "---".utf8) || (isClosing && line.starts(with: "...".utf8)) else {
      return nil
    }
    var index = start + 3
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if index == bytes.count { return index }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}

extension Diagnostic {
  fileprivate static func frontMatterMissing(path: String) -> Diagnostic {
    Diagnostic(
      .frontMatterMissing, path: path, at: .start,
      "page has no front matter between two lines '---'")
  }

  fileprivate static func frontMatterUnclosed(path: String, severity: Severity?) -> Diagnostic {
    Diagnostic(
      .frontMatterUnclosed, path: path, at: .start,
      "front matter is not closed by a line '---'", severity: severity)
  }

  fileprivate static func frontMatterSyntax(
    _ problem: YAMLProblem, path: String, severity: Severity?
  ) -> Diagnostic {
    Diagnostic(
      .frontMatterSyntax, path: path, at: problem.position,
      "front matter is not YAML: \(problem.message)", severity: severity)
  }
}
