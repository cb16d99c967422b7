internal import Diagnostics
internal import Yams

// The one file that knows Yams.

extension YAMLValue {
  /// Composes a document with libyaml and takes over its tree, within the bounds of `YAMLGuard`.
  static func readWithYams(
    _ bytes: [UInt8], in range: Range<Int>, places: YAMLPlaces
  ) throws(YAMLProblem) -> YAMLValue {
    let root: Node?
    do {
      let text = String(decoding: bytes[range], as: UTF8.self)
      // The encoding is named because Yams would otherwise ask the environment for it.
      root = try Parser(yaml: text, encoding: .utf8).singleRoot()
    } catch {
      throw YAMLProblem(error, bytes, in: range, places: places)
    }
    let start = places.position(ofByte: range.lowerBound)
    guard let root else { return YAMLValue(.null, at: start) }
    var conversion = Conversion(places: places, start: start)
    return try conversion.value(of: root, depth: 0)
  }

  /// The way from Yams's tree to ours.
  private struct Conversion {
    private let places: YAMLPlaces
    private let start: SourcePosition
    private var count = 0

    init(places: YAMLPlaces, start: SourcePosition) {
      self.places = places
      self.start = start
    }

    /// Converts a node; an alias was replaced by what it stands for, which is counted again.
    mutating func value(of node: Node, depth: Int) throws(YAMLProblem) -> YAMLValue {
      let position = position(of: node)
      count += 1
      if count > YAMLGuard.valueLimit { throw YAMLGuard.tooLarge(at: position) }
      if depth > YAMLGuard.depthLimit { throw YAMLGuard.tooDeep(at: position) }
      switch node {
      case .scalar(let scalar):
        let isAbsent =
          scalar.style == .plain && (scalar.string.isEmpty || scalar.string == "~")
        return YAMLValue(isAbsent ? .null : .scalar(scalar.string), at: position)
      case .sequence(let sequence):
        var values: [YAMLValue] = []
        for element in sequence { values.append(try value(of: element, depth: depth + 1)) }
        return YAMLValue(.list(values), at: position)
      case .mapping(let mapping):
        var entries: [Entry] = []
        for (key, element) in mapping {
          let keyPosition = self.position(of: key)
          guard case .scalar(let word) = key else {
            throw YAMLProblem("a key is not a word", at: keyPosition)
          }
          let value = try value(of: element, depth: depth + 1)
          entries.append(Entry(key: word.string, position: keyPosition, value: value))
        }
        return YAMLValue(.mapping(entries), at: position)
      case .alias:
        throw YAMLProblem("found an alias without its anchor", at: position)
      }
    }

    private func position(of node: Node) -> SourcePosition {
      guard let mark = node.mark else { return start }
      return places.position(line: mark.line, column: mark.column)
    }
  }
}

extension YAMLProblem {
  /// What Yams throws, in our words and with our place.
  fileprivate init(
    _ error: any Error, _ bytes: [UInt8], in range: Range<Int>, places: YAMLPlaces
  ) {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      self.init(problem: problem, mark: mark, context: context, places: places)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let first = places.position(line: context.mark.line, column: context.mark.column)
      let key = keys.first ?? ""
      let second = Self.place(ofKey: key, after: first, bytes, in: range, places: places)
      self.init("key '\(key)' occurs twice", at: second ?? first)
    case YamlError.reader:
      let offset = range.first {
        YAMLBytes.isForbidden(in: bytes, at: $0, end: range.upperBound)
      }
      self.init(
        "it holds a control character", at: places.position(ofByte: offset ?? range.lowerBound))
    default:
      self.init("\(error)", at: places.position(ofByte: range.lowerBound))
    }
  }

  private init(problem: String, mark: Mark, context: YamlError.Context?, places: YAMLPlaces) {
    guard let context, context.mark.line > 0 else {
      self.init(problem, at: places.position(line: mark.line, column: mark.column))
      return
    }
    // What has no end is reported where it begins: that is where the writer has to look.
    let isUnended =
      problem == "could not find expected ':'" || problem == "found unexpected end of stream"
    let place = isUnended ? context.mark : mark
    let isPreamble = context.text.hasPrefix("expected")
    self.init(
      isPreamble ? "\(context.text) \(problem)" : "\(problem) \(context.text)",
      at: places.position(line: place.line, column: place.column))
  }

  /// Where a key stands a second time in the same column, if it is written the same way.
  private static func place(
    ofKey key: String, after first: SourcePosition, _ bytes: [UInt8], in range: Range<Int>,
    places: YAMLPlaces
  ) -> SourcePosition? {
    let wanted = Array((key + ":").utf8)
    var line = places.position(ofByte: range.lowerBound).line
    for text in bytes[range].split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line > first.line, text.dropFirst(first.column - 1).starts(with: wanted) {
        return SourcePosition(line: line, column: first.column)
      }
      line += 1
    }
    return nil
  }
}
