internal import CXML2

/// Writes XML through libxml2, which escapes and closes what is open.
///
/// ```swift
/// let xml = XMLWriter()
/// xml.element("loc", "https://example.org/")
/// let bytes = xml.bytes
/// ```
///
/// Memory is all that it needs, and libxml2 says nothing of a call that found none: `bytes` traps then,
/// as everything else in Swift does.
@safe
package final class XMLWriter {
  /// Ours alone; freed in `deinit`, the writer before what it writes to.
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  private let isDocument: Bool
  private var isWhole = true

  /// A writer of a part of a document, or of a whole one with its declaration.
  package init(isDocument: Bool = false) {
    guard let buffer = unsafe xmlBufferCreate(),
      let writer = unsafe xmlNewTextWriterMemory(buffer, 0)
    else { preconditionFailure("there is no memory for XML") }
    unsafe self.buffer = buffer
    unsafe self.writer = writer
    self.isDocument = isDocument
    if isDocument { check(unsafe xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)) }
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// Everything that was written; to be asked for when all elements are closed.
  package var bytes: [UInt8] {
    if isDocument { check(unsafe xmlTextWriterEndDocument(writer)) }
    check(unsafe xmlTextWriterFlush(writer))
    precondition(isWhole, "there is no memory for XML")
    let count = unsafe Int(xmlBufferLength(buffer))
    return unsafe Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: count))
  }

  private func check(_ result: Int32) {
    if result < 0 { isWhole = false }
  }
}

extension XMLWriter {
  package typealias Attributes = KeyValuePairs<String, String>

  /// Writes an element whose content the body writes.
  package func element<Failure: Error>(
    _ name: String, _ attributes: Attributes = [:], _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    check(unsafe xmlTextWriterStartElement(writer, name))
    for (name, value) in attributes {
      check(unsafe xmlTextWriterWriteAttribute(writer, name, Self.clean(value)))
    }
    try body()
    check(unsafe xmlTextWriterEndElement(writer))
  }

  /// Writes an element with text in it, or nothing.
  package func element(_ name: String, _ attributes: Attributes = [:], _ text: String = "") {
    element(name, attributes) { if !text.isEmpty { self.text(text) } }
  }

  /// Writes which kind of document follows, before its root.
  package func doctype(_ name: String, public: String, system: String) {
    check(unsafe xmlTextWriterWriteDTD(writer, name, `public`, system, nil))
  }

  /// Writes text.
  package func text(_ text: String) {
    check(unsafe xmlTextWriterWriteString(writer, Self.clean(text)))
  }

  /// Writes what another writer wrote.
  package func raw(_ markup: String) { check(unsafe xmlTextWriterWriteRaw(writer, markup)) }

  /// Ends a line between elements.
  package func endLine() { raw("\n") }

  /// The text with U+FFFD for what XML cannot have (XML 1.0, production 2), which libxml2 would write
  /// as it stands.
  private static func clean(_ text: String) -> String {
    let isClean = text.unicodeScalars.allSatisfy(isCharacter)
    if isClean { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(isCharacter(scalar) ? scalar : "\u{FFFD}") }
    return String(clean)
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x1_0000...: true
    default: false
    }
  }
}
