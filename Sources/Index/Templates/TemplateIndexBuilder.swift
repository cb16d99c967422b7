internal import Catalogue

/// Lays messages out for `MessageMatcher`.
///
/// The same messages in the same order give the same index.
struct TemplateIndexBuilder {
  /// A message on its way.
  private struct Entry {
    var template: MessageTemplate
    var event: Int
    var locale: Int
    var hasPage: Bool
  }

  private var entries: [Entry] = []

  /// A message with its event and locale by their numbers from 0, and whether the event has a page.
  typealias Message = (text: String, event: Int, locale: Int, hasPage: Bool)

  /// Adds a message; of events and locales the lower ones win where messages do not differ.
  mutating func add(_ message: Message) {
    add(message.text, event: message.event, locale: message.locale, hasPage: message.hasPage)
  }

  /// Adds a message; events and locales by their numbers from 0, of which the lower ones win where
  /// messages do not differ.
  mutating func add(_ message: String, event: Int, locale: Int, hasPage: Bool) {
    let template = MessageTemplate(message)
    guard template.items.contains(where: MessageTemplate.isWord) else { return }
    entries.append(Entry(template: template, event: event, locale: locale, hasPage: hasPage))
  }

  /// The index of all messages that were added.
  consuming func finish(events: [EventKey], locales: [LocaleTag]) -> TemplateIndex {
    var index = TemplateIndex()
    for locale in locales { index.locales += Array(locale.text.utf8) + [0] }
    for event in events {
      index.events.append(UInt32(index.eventNames.count))
      index.eventNames += Array(event.source.utf8) + [0] + Array(event.id.text.utf8) + [0]
    }
    index.events.append(UInt32(index.eventNames.count))

    // Stable, so that of two equal rows the first stays.
    let order = entries.indices.sorted { one, other in
      let (left, right) = (entries[one], entries[other])
      return (left.event, left.locale, one) < (right.event, right.locale, other)
    }
    var texts = HoleTexts()
    for position in order {
      let entry = entries[position]
      if let last = index.templates.last, last.event == UInt32(entry.event),
        last.locale == entry.locale,
        index.items[Int(last.firstItem)...].elementsEqual(entry.template.items)
      {
        continue
      }
      index.templates.append(
        TemplateIndex.Template(
          firstItem: UInt32(index.items.count), firstHole: UInt32(index.holes.count),
          event: UInt32(entry.event),
          localeAndPage: UInt32(entry.locale) | (entry.hasPage ? 1 << 31 : 0)))
      index.items += entry.template.items
      for hole in entry.template.holes {
        index.holes.append(
          TemplateIndex.Hole(
            before: texts.number(of: hole.before), after: texts.number(of: hole.after)))
      }
    }
    index.holeTexts = texts.bytes
    entries = []
    index.templates.append(
      TemplateIndex.Template(
        firstItem: UInt32(index.items.count), firstHole: UInt32(index.holes.count), event: 0,
        localeAndPage: 0))
    index.anchors = AnchorChoice(index).anchors()
    return index
  }
}

/// The different texts beside placeholders: there are few.
private struct HoleTexts {
  private(set) var bytes: [UInt8] = [0]
  private var numbers: [[UInt8]: UInt16] = [[]: 0]

  /// The number of a text; 0, that of the empty text, where there is no room for more.
  mutating func number(of text: [UInt8]) -> UInt16 {
    if let number = numbers[text] { return number }
    guard numbers.count < Int(UInt16.max), !text.contains(0) else { return 0 }
    let number = UInt16(numbers.count)
    numbers[text] = number
    bytes += text + [0]
    return number
  }
}
