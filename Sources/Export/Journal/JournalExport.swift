internal import Catalogue
internal import Diagnostics
package import Index
internal import Render

/// The catalogue as message catalogues of the systemd journal, which `journalctl -x` adds to messages
/// that bear an event's number: a file a locale.
///
/// The file without a locale has every event, for readers of languages that have none.
package struct JournalExport {
  /// A file: its name, and what it is of; nil for every event in the best locale there is.
  private struct File {
    var name: String
    var locale: LocaleTag?
  }

  private let reader: CatalogueReader
  private let names: LocaleFileNames

  /// Lines of the journal have room for so much.
  private static let width = 76
  private static let longestSubject = 160

  package init(_ reader: CatalogueReader) throws(CatalogueError) {
    self.reader = reader
    names = try LocaleFileNames(reader)
  }

  /// Passes files on, `errkb.catalog` and `errkb.fr.catalog`, each in pieces: `begin` opens one by its
  /// name, and what it returns takes the pieces until nil comes.
  package func files(_ begin: (_ name: String) throws -> ([UInt8]?) throws -> Void) throws {
    let events = try reader.eventLocales()
    let defaultLocale = try reader.defaultLocale()
    var files = [File(name: "errkb.catalog", locale: nil)]
    for (locale, name) in names.names where locale != defaultLocale {
      files.append(File(name: "errkb.\(Self.bounded(name)).catalog", locale: locale))
    }
    for file in files {
      let put = try begin(file.name)
      for (event, locales) in events {
        if let locale = file.locale, !locales.contains(locale) { continue }
        guard let answer = try reader.answer(for: event, wanted: file.locale.map { [$0] } ?? [])
        else { continue }
        try put(entry(answer))
      }
      try put(nil)
    }
  }

  /// The journal takes a longer name for none at all, and the file for that of every language.
  private static func bounded(_ name: String) -> String {
    let longest = 31
    guard name.utf8.count > longest else { return name }
    let hash = PathComponent.hash(of: Array(name.utf8))
    return "\(name.prefix(longest - 1 - hash.utf8.count))~\(hash)"
  }

  private func entry(_ answer: Answer) -> [UInt8] {
    let event = EventKey(source: answer.source, id: answer.id)
    let words = InterfaceWords.for(answer.locale)
    var output = Array("-- \(MessageNumber.text(of: event))\n".utf8)
    for (name, value) in [
      ("Subject", subject(of: answer, event)), ("Defined-By", answer.source),
      ("Support", "errkb show \(event)"),
    ] {
      output += "\(name): ".utf8
      JournalText.append(line: value, to: &output)
      output.append(0x0A)
    }
    output.append(0x0A)
    let printer = AnswerPrinter(AnswerPrinter.Options(width: Self.width, words: words))
    JournalText.append(lines: printer.text(of: answer), to: &output)
    if output.last != 0x0A { output.append(0x0A) }
    output.append(0x0A)
    return output
  }

  /// The event's name and the beginning of its message.
  private func subject(of answer: Answer, _ event: EventKey) -> String {
    let page = answer.pages.first
    let text = page?.message ?? answer.messages.first?.text ?? page?.title ?? ""
    let isLong = text.unicodeScalars.count > Self.longestSubject
    let head = isLong ? String(text.unicodeScalars.prefix(Self.longestSubject)) + "…" : text
    return head.isEmpty ? "\(event)" : "\(event): \(head)"
  }
}
