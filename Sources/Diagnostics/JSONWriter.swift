/// Writes JSON by appending to one buffer; commas and escapes are its business.
///
/// A value stands where the grammar wants one: after `key(_:)` in an object, anywhere in an array,
/// once at the top. The body of an object or array is a closure, so every bracket is closed:
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("schema", 1)
///   json.member("title", page.title)
///   json.member("severity", page.severity)  // nothing at all where it is nil
///   json.member("ids", page.ids) { json, id in json.string(id.text) }
/// }
/// json.endLine()
/// ```
///
/// The same calls give the same bytes: keys keep the order in which they are written, and there is
/// no space between tokens. Control characters, quotes and backslashes are escaped, U+2028 and
/// U+2029 too, so that the output is also JavaScript; all else is UTF-8 as it stands.
package struct JSONWriter: Sendable {
  /// What has been written so far; it may be taken and emptied at any time.
  package var bytes: [UInt8] = []
  /// Whether the next value or key is not the first of its object or array.
  private var needsComma = false

  /// A writer with room for so many bytes.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }
}

// MARK: - Values

extension JSONWriter {
  /// Writes an object whose members are what the body writes.
  package mutating func object<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(UInt8(ascii: "{"))
    try body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array whose elements are what the body writes.
  package mutating func array<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(UInt8(ascii: "["))
    try body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    appendQuoted(text.utf8.span)
    needsComma = true
  }

  /// Writes UTF-8 bytes as a string; what is not UTF-8 among them becomes U+FFFD.
  package mutating func string(bytes text: Span<UInt8>) {
    do {
      _ = try UTF8Span(validating: text)
      separate()
      appendQuoted(text)
      needsComma = true
    } catch {
      unsafe string(text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
    }
  }

  /// Writes UTF-8 bytes as a string; what is not UTF-8 among them becomes U+FFFD.
  package mutating func string(bytes text: [UInt8]) { string(bytes: text.span) }

  /// Writes a whole number.
  package mutating func integer(_ number: Int) {
    separate()
    appendDigits(number)
    needsComma = true
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes a value that is JSON already, such as what another writer made.
  package mutating func raw(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
    needsComma = true
  }

  /// Ends a line between two values of the top level, as JSON Lines wants it.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }
}

// MARK: - Members

extension JSONWriter {
  /// Writes the name of the member whose value is written next.
  package mutating func key(_ name: String) {
    separate()
    appendQuoted(name.utf8.span)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member that is a string, or nothing where there is none.
  package mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Writes a member that is a whole number, or nothing where there is none.
  package mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    integer(value)
  }

  /// Writes a member that is true or false, or nothing where that is not known.
  package mutating func member(_ name: String, _ value: Bool?) {
    guard let value else { return }
    key(name)
    boolean(value)
  }

  /// Writes a member that is an array of strings, empty or not.
  package mutating func member(_ name: String, _ values: [String]) {
    member(name, values) { json, value in json.string(value) }
  }

  /// Writes a member that is an array; the body writes one element.
  package mutating func member<Element>(
    _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array { json in
      for element in elements { body(&json, element) }
    }
  }
}

// MARK: - Bytes

extension JSONWriter {
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func appendDigits(_ number: Int) {
    var number = number
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    // The remainder has the sign of the number, so that even the least Int needs no special case.
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8((number % 10).magnitude))
      number /= 10
    } while number != 0
    bytes[start...].reverse()
  }

  /// Appends a quoted string, in runs of bytes that need no escape.
  private mutating func appendQuoted(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    unsafe text.withUnsafeBufferPointer { text in
      var runStart = 0
      var index = 0
      while index < text.count {
        let length = unsafe Self.escapedLength(text, at: index)
        guard length > 0 else {
          index += 1
          continue
        }
        unsafe bytes.append(contentsOf: text[runStart..<index])
        unsafe appendEscape(
          length == 1 ? UInt16(text[index]) : 0x2000 | UInt16(text[index + 2] & 0x3F))
        index += length
        runStart = index
      }
      unsafe bytes.append(contentsOf: text[runStart...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The length of the character to be escaped that begins here, 0 where none does.
  private static func escapedLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch unsafe text[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"):
      1
    case 0xE2
    where unsafe index + 2 < text.count && text[index + 1] == 0x80
      && text[index + 2] & 0xFE == 0xA8:
      3
    default:
      0
    }
  }

  private mutating func appendEscape(_ unit: UInt16) {
    bytes.append(UInt8(ascii: "\\"))
    switch unit {
    case 0x22, 0x5C: bytes.append(UInt8(unit))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in stride(from: 12, through: 0, by: -4) {
        let digit = UInt8(unit >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
