internal import Catalogue
internal import Index
internal import Processes

/// Hands a build's pages to the writer of the catalogue file, until the program is interrupted.
struct WriterSink: CatalogueSink {
  let writer: CatalogueWriter
  let interrupts: Interrupts

  static func record(of page: Page) -> PageRecord { PageRecord(page) }

  func insert(_ record: PageRecord, number: Int) throws {
    try interrupts.check()
    try writer.insert(record, number: number)
  }

  func complete(number: Int, context: PageContext) throws {
    try interrupts.check()
    try writer.complete(number: number, context: context)
  }

  func remove(number: Int) { writer.remove(number: number) }

  func insert(_ message: Message) throws { try writer.insert(message) }

  func insert(_ redirection: Redirection) throws { try writer.insert(redirection) }
}
