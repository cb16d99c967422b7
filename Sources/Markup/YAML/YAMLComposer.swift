internal import Diagnostics

/// Makes a tree of libyaml's events, within the bounds of `YAMLGuard`.
struct YAMLComposer {
  private let events: YAMLEvents
  private let limits: YAMLGuard.Limits
  /// The values that an alias may ask for; of two with one name the later one counts.
  private var anchored: [String: YAMLValue] = [:]
  private var count = 0

  private init(_ events: YAMLEvents, limits: YAMLGuard.Limits) {
    self.events = events
    self.limits = limits
  }

  /// The one document in a range; null where there is none.
  static func compose(
    _ bytes: [UInt8], in range: Range<Int>, places: YAMLPlaces,
    limits: YAMLGuard.Limits = .written
  ) throws(YAMLProblem) -> YAMLValue {
    var composer = YAMLComposer(
      try YAMLEvents(bytes, in: range, places: places), limits: limits)
    return try composer.document()
      ?? YAMLValue(.null, at: places.position(ofByte: range.lowerBound))
  }

  private mutating func document() throws(YAMLProblem) -> YAMLValue? {
    // The start of the stream, then of the document.
    _ = try events.next()
    guard try events.next().kind != .streamEnd else { return nil }
    let root = try value(from: try events.next(), depth: 0)
    // The end of the document, then of the stream.
    _ = try events.next()
    let end = try events.next()
    guard end.kind == .streamEnd else {
      throw YAMLProblem(
        "expected a single document in the stream but found another document", at: end.position)
    }
    return root
  }

  /// The value that begins with an event.
  private mutating func value(
    from event: YAMLEvent, depth: Int
  ) throws(YAMLProblem) -> YAMLValue {
    if event.kind == .alias {
      let value = try anchored(event)
      try admitAll(of: value, depth: depth)
      return value
    }
    try admit(at: event.position, depth: depth)
    let content: YAMLValue.Content
    switch event.kind {
    case .listStart: content = .list(try list(depth: depth + 1))
    case .mappingStart: content = .mapping(try mapping(depth: depth + 1))
    default:
      let isAbsent = event.isPlain && (event.text.isEmpty || event.text == "~")
      content = isAbsent ? .null : .scalar(event.text)
    }
    let value = YAMLValue(content, at: event.position)
    if let anchor = event.anchor { anchored[anchor] = value }
    return value
  }

  private mutating func list(depth: Int) throws(YAMLProblem) -> [YAMLValue] {
    var values: [YAMLValue] = []
    while true {
      let event = try events.next()
      if event.kind == .listEnd { return values }
      values.append(try value(from: event, depth: depth))
    }
  }

  private mutating func mapping(depth: Int) throws(YAMLProblem) -> [YAMLValue.Entry] {
    var entries: [YAMLValue.Entry] = []
    var keys: Set<String> = []
    while true {
      let key = try events.next()
      if key.kind == .mappingEnd { return entries }
      // Where nobody named it, an alias is the greater fault.
      if key.kind == .alias { _ = try anchored(key) }
      guard key.kind == .scalar else {
        throw YAMLProblem("a key is not a word", at: key.position)
      }
      guard keys.insert(key.text).inserted else {
        throw YAMLProblem("key '\(key.text)' occurs twice", at: key.position)
      }
      if let anchor = key.anchor {
        anchored[anchor] = YAMLValue(.scalar(key.text), at: key.position)
      }
      let value = try value(from: try events.next(), depth: depth)
      entries.append(YAMLValue.Entry(key: key.text, position: key.position, value: value))
    }
  }

  private func anchored(_ alias: YAMLEvent) throws(YAMLProblem) -> YAMLValue {
    guard let value = anchored[alias.text] else {
      throw YAMLProblem("found undefined alias", at: alias.position)
    }
    return value
  }

  // MARK: Bounds

  private mutating func admit(at position: SourcePosition, depth: Int) throws(YAMLProblem) {
    count += 1
    if count > limits.values { throw YAMLGuard.tooLarge(at: position, limits: limits) }
    if depth > limits.depth { throw YAMLGuard.tooDeep(at: position, limits: limits) }
  }

  /// Counts what an alias stands for once more.
  private mutating func admitAll(of value: YAMLValue, depth: Int) throws(YAMLProblem) {
    try admit(at: value.position, depth: depth)
    switch value.content {
    case .null, .scalar: break
    case .list(let values):
      for element in values { try admitAll(of: element, depth: depth + 1) }
    case .mapping(let entries):
      for entry in entries { try admitAll(of: entry.value, depth: depth + 1) }
    }
  }
}
