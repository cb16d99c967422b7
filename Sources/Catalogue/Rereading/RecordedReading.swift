internal import Diagnostics
internal import Records

/// What the reading of a page came to, but for the page itself, which the catalogue has.
struct RecordedReading {
  /// What a page's file tells beside the page.
  struct Page {
    /// Its number in the catalogue that the build made.
    let number: Int
    let knowsItsSource: Bool
    let namings: [NamingSentence]
  }

  /// Nil for a file that is left out.
  let page: Page?
  let diagnostics: [Diagnostic]
}

// MARK: - As bytes and back

extension RecordedReading {
  var bytes: [UInt8] {
    var writer = ByteWriter(reserving: 64)
    writer.write(optional: page) { writer, page in
      writer.write(count: page.number)
      writer.write(byte: page.knowsItsSource ? 1 : 0)
      writer.write(each: page.namings) { $0.write($1) }
    }
    writer.write(each: diagnostics) { $0.write($1) }
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(bytes)
    page = try reader.optional { reader throws(CorruptBytes) in
      Page(
        number: try reader.index(upTo: .max), knowsItsSource: try reader.bool(),
        namings: try reader.each { reader throws(CorruptBytes) in try reader.naming() })
    }
    diagnostics = try reader.each { reader throws(CorruptBytes) in try reader.diagnostic() }
    guard reader.remaining == 0 else { throw reader.corrupt("more than a reading") }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ naming: NamingSentence) {
    write(naming.quote.file)
    write(count: naming.quote.line)
    write(naming.quote.text)
    write(each: naming.written) { writer, event in
      writer.write(event.source)
      writer.write(event.id.text)
      writer.write(byte: event.form.rawValue)
      writer.write(count: event.range.lowerBound)
      writer.write(count: event.range.count)
    }
    write(each: naming.links) { writer, link in
      writer.write(count: link.index)
      writer.write(link.text)
    }
    write(each: naming.served) { $0.write($1.text) }
  }

  fileprivate mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.rule.rawValue)
    write(diagnostic.severity.rawValue)
    write(diagnostic.path)
    write(diagnostic.position)
    write(diagnostic.message)
    write(each: diagnostic.notes) { writer, note in
      writer.write(note.path)
      writer.write(note.position)
      writer.write(note.message)
    }
  }

  private mutating func write(_ position: SourcePosition) {
    write(count: position.line)
    write(count: position.column)
  }
}

extension ByteReader {
  fileprivate mutating func naming() throws(CorruptBytes) -> NamingSentence {
    NamingSentence(
      quote: Page.Quote(
        file: try optionalText(), line: try index(upTo: .max), text: try text()),
      written: try each { reader throws(CorruptBytes) in try reader.writtenEvent() },
      links: try each { reader throws(CorruptBytes) in
        NamingSentence.Link(index: try reader.index(upTo: .max), text: try reader.raw())
      },
      served: try each { reader throws(CorruptBytes) in EventID(try reader.text()) })
  }

  private mutating func writtenEvent() throws(CorruptBytes) -> WrittenEvent {
    let (source, id) = (try optionalText(), EventID(try text()))
    guard let form = WrittenEvent.Form(rawValue: try byte()) else { throw corrupt("a form") }
    let start = try index(upTo: .max / 2)
    let count = try index(upTo: .max / 2)
    return WrittenEvent(source: source, id: id, form: form, range: start..<start + count)
  }

  fileprivate mutating func diagnostic() throws(CorruptBytes) -> Diagnostic {
    guard let rule = Rule(rawValue: try text()),
      let severity = Diagnostic.Severity(rawValue: try text())
    else { throw corrupt("a rule and its severity") }
    return Diagnostic(
      rule, path: try text(), at: try position(), try text(), severity: severity,
      notes: try each { reader throws(CorruptBytes) in
        Diagnostic.Note(
          path: try reader.text(), position: try reader.position(), message: try reader.text())
      })
  }

  private mutating func position() throws(CorruptBytes) -> SourcePosition {
    SourcePosition(line: try index(upTo: .max), column: try index(upTo: .max))
  }
}
