package import Catalogue

/// Takes a catalogue into memory, for tests.
package struct MemorySink: CatalogueSink {
  /// The pages that were completed, by their number.
  package private(set) var pages: [Int: Page] = [:]
  package private(set) var messages: [Message] = []
  package private(set) var redirections: [Redirection] = []
  private var inserted: [Int: Page] = [:]

  package init() {}

  package static func record(of page: Page) -> Page { page }

  package mutating func insert(_ record: Page, number: Int) { inserted[number] = record }

  package mutating func complete(number: Int, context: PageContext) {
    pages[number] = inserted[number]?.placed(in: context)
  }

  package mutating func remove(number: Int) { inserted[number] = nil }

  package mutating func insert(_ message: Message) { messages.append(message) }

  package mutating func insert(_ redirection: Redirection) { redirections.append(redirection) }
}
