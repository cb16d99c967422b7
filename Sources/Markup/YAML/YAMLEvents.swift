internal import CYAML
internal import Diagnostics

/// One thing that libyaml found in a text.
struct YAMLEvent {
  enum Kind {
    case streamEnd, scalar, alias, listStart, listEnd, mappingStart, mappingEnd
    /// What only brackets the others.
    case other
  }

  var kind: Kind
  var position: SourcePosition
  /// The text of a scalar; the name that an alias asks for.
  var text = ""
  /// Whether it is a scalar without quotes.
  var isPlain = false
  /// The name by which an alias may ask for the value that begins here.
  var anchor: String?
}

/// Reads YAML with libyaml, event by event (https://pyyaml.org/wiki/LibYAML).
@safe
final class YAMLEvents {
  /// Allocated, because libyaml keeps the address.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// A copy of the text, which libyaml reads as it goes.
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let places: YAMLPlaces
  /// The whole file, and where the text lies in it.
  private let bytes: [UInt8]
  private let range: Range<Int>

  init(_ bytes: [UInt8], in range: Range<Int>, places: YAMLPlaces) throws(YAMLProblem) {
    self.bytes = bytes
    self.range = range
    self.places = places
    unsafe text = .allocate(capacity: range.count)
    _ = unsafe text.initialize(from: bytes[range])
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      throw YAMLProblem("there is no memory", at: places.position(ofByte: range.lowerBound))
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// The next event; not to be asked for after the end of the stream.
  func next() throws(YAMLProblem) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { unsafe yaml_event_delete(&event) }
    var result = unsafe YAMLEvent(kind: .other, position: position(of: event.start_mark))
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT:
      result.kind = .streamEnd
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      result.kind = .scalar
      result.text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      result.isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
      result.anchor = unsafe Self.string(scalar.anchor)
    case YAML_ALIAS_EVENT:
      result.kind = .alias
      result.text = unsafe Self.string(event.data.alias.anchor) ?? ""
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .listStart
      result.anchor = unsafe Self.string(event.data.sequence_start.anchor)
    case YAML_SEQUENCE_END_EVENT:
      result.kind = .listEnd
    case YAML_MAPPING_START_EVENT:
      result.kind = .mappingStart
      result.anchor = unsafe Self.string(event.data.mapping_start.anchor)
    case YAML_MAPPING_END_EVENT:
      result.kind = .mappingEnd
    default:
      break
    }
    return result
  }

  private static func string(_ text: UnsafePointer<UInt8>?) -> String? {
    unsafe text.map { unsafe String(cString: $0) }
  }

  /// libyaml counts from 0.
  private func position(of mark: yaml_mark_t) -> SourcePosition {
    places.position(line: mark.line + 1, column: mark.column + 1)
  }

  /// What libyaml says of the text that it could not read, in our words and with our place.
  private var problem: YAMLProblem {
    let state = unsafe parser.pointee
    let start = places.position(ofByte: range.lowerBound)
    if unsafe state.error == YAML_READER_ERROR {
      let offset = range.first { YAMLBytes.isForbidden(in: bytes, at: $0, end: range.upperBound) }
      return YAMLProblem(
        "it holds a control character", at: offset.map(places.position(ofByte:)) ?? start)
    }
    guard let problem = unsafe state.problem.map({ unsafe String(cString: $0) }) else {
      return YAMLProblem("there is no memory", at: start)
    }
    let place = unsafe position(of: state.problem_mark)
    guard let context = unsafe state.context.map({ unsafe String(cString: $0) }) else {
      return YAMLProblem(problem, at: place)
    }
    // What has no end is reported where it begins: that is where the writer has to look.
    let isUnended =
      problem == "could not find expected ':'" || problem == "found unexpected end of stream"
    return unsafe YAMLProblem(
      "\(problem) \(context)", at: isUnended ? position(of: state.context_mark) : place)
  }
}
