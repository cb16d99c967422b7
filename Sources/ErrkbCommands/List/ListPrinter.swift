internal import Catalogue
internal import Diagnostics
internal import Index
internal import Render

/// Writes events one by one as `list` prints them: nothing waits for the last.
struct ListPrinter {
  private let format: ListCommand.Format
  /// The width of the table for a terminal; nil for lines with tabs.
  private let columns: Int?
  private var json = JSONWriter()

  /// Room for `MSSQLSERVER_18456` and a little more; a longer name moves its own line.
  private static let nameColumns = 18
  private static let leastMessageColumns = 20

  init(_ format: ListCommand.Format, columns: Int?) {
    self.format = format
    self.columns = columns
  }

  /// Appends what stands above the first event.
  func appendHead(to output: inout [UInt8]) {
    guard format == .text, columns != nil else { return }
    appendRow("EVENT", "SEV", "LOCALES", "MESSAGE", to: &output)
  }

  /// Appends an event.
  mutating func append(_ event: ListedEvent, to output: inout [UInt8]) {
    let severity = event.severity.map(String.init) ?? "-"
    switch format {
    case .json:
      json.event(event)
      output += columns == nil ? json.bytes : TerminalGuard.visible(json: json.bytes)
      json.bytes.removeAll(keepingCapacity: true)
    case .text where columns != nil:
      appendRow(
        event.key.description, severity, String(event.locales.count), event.message ?? event.title,
        to: &output)
    case .text:
      let locales = event.locales.map(\.text).joined(separator: " ")
      let fields = [event.key.description, severity, locales, event.message ?? event.title]
      output += fields.map { VisibleText.visible($0) }.joined(separator: "\t").utf8
      output.append(0x0A)
    }
  }

  private func appendRow(
    _ name: String, _ severity: String, _ locales: String, _ message: String,
    to output: inout [UInt8]
  ) {
    let name = VisibleText.visible(name)
    let blank = UInt8(ascii: " ")
    func pad(_ text: String, to count: Int) {
      output += repeatElement(blank, count: max(0, count - text.utf8.count))
    }
    output += name.utf8
    pad(name, to: Self.nameColumns)
    output += "  ".utf8
    pad(severity, to: 3)
    output += "\(severity)  ".utf8
    pad(locales, to: 7)
    output += "\(locales)  ".utf8
    let used = max(name.utf8.count, Self.nameColumns) + 16
    let room = max((columns ?? 0) - used, Self.leastMessageColumns)
    output += Self.cut(VisibleText.visible(message), to: room).utf8
    output.append(0x0A)
  }

  /// The beginning of a text that fits into so many columns, an ellipsis at its end where it is cut.
  private static func cut(_ text: String, to columns: Int) -> String {
    var used = 0
    var fitting = text.unicodeScalars.startIndex
    for index in text.unicodeScalars.indices {
      used += DisplayWidth.columns(of: text.unicodeScalars[index].value)
      if used > columns {
        return String(text.unicodeScalars[..<fitting]) + "…"
      }
      // Room for the ellipsis.
      if used < columns { fitting = text.unicodeScalars.index(after: index) }
    }
    return text
  }
}

extension JSONWriter {
  fileprivate mutating func event(_ event: ListedEvent) {
    object { json in
      json.member("schema", 1)
      json.member("source", event.key.source)
      json.member("id", event.key.id.text)
      json.member("locale", event.locale.text)
      json.member("title", event.title)
      json.member("message", event.message)
      json.member("severity", event.severity)
      json.member("component", event.component)
      json.member("locales", event.locales.map(\.text))
    }
    endLine()
  }
}
