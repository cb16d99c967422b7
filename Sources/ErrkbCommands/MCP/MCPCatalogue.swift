internal import Catalogue
internal import Index
internal import JSONRPC
internal import Logs

/// The catalogue as `errkb mcp` asks it: what takes long to read is read once, when it is needed.
final class MCPCatalogue {
  let reader: CatalogueReader
  /// The languages of who does not say.
  let wanted: [LocaleTag]
  private var readEvents: [(event: EventKey, locales: [LocaleTag])]?
  private var readKnowledge: LogKnowledge?

  init(_ reader: CatalogueReader, wanted: [LocaleTag]) {
    self.reader = reader
    self.wanted = wanted
  }

  /// Every event and its locales, in order.
  func events() throws(CatalogueError) -> [(event: EventKey, locales: [LocaleTag])] {
    if let readEvents { return readEvents }
    let events = try reader.eventLocales()
    readEvents = events
    return events
  }

  /// What logs are searched with.
  func knowledge() throws(CatalogueError) -> LogKnowledge {
    if let readKnowledge { return readKnowledge }
    let knowledge = try LogKnowledge(reader)
    readKnowledge = knowledge
    return knowledge
  }
}
