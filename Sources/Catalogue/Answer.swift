/// Everything that is shown for one event: the pages and messages in the best locale there is.
package struct Answer: Sendable {
  package var source: String
  package var id: EventID
  /// The locale of what is shown.
  package var locale: LocaleTag
  /// What was asked for, in order of preference, where the locale shown is none of it.
  package var requested: [LocaleTag]
  /// The pages in that locale: the reference page about this event first, then the others.
  package var pages: [Page]
  /// Guides and threads that there are in another language only, the next best of the reader's.
  package var foreign: [Page]
  /// The event's rows of message lists in that locale.
  package var messages: [Message]
  /// Every locale in which the event has a page or a message, in order.
  package var locales: [LocaleTag]

  package init(
    source: String, id: EventID, locale: LocaleTag, requested: [LocaleTag] = [],
    pages: [Page] = [], foreign: [Page] = [], messages: [Message] = [], locales: [LocaleTag] = []
  ) {
    self.source = source
    self.id = id
    self.locale = locale
    self.requested = requested
    self.pages = pages
    self.foreign = foreign
    self.messages = messages
    self.locales = locales
  }

  /// The pages with those in another language after them.
  package var allPages: [Page] { pages + foreign }

  /// What to do, from all pages; `Support.page` counts in `allPages`.
  package var fixes: [MergedFix] { FixMerger.merge(allPages) }

  /// Whether it is told by more than one page of one author, so that its fixes are merged.
  package var isMerged: Bool {
    pages.count + foreign.count > 1 || pages.contains { !$0.replies.isEmpty }
  }

  /// Whether the reader sees another language than the one asked for.
  package var isFallback: Bool { !requested.isEmpty }
}
