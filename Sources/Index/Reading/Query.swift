/// What is asked of the file.
///
/// Each question has a key or index that answers it without a scan,
/// unless it says otherwise.
enum Query: Hashable {
  case meta
  /// A scan of the events: the locales of each, of which there are few different ones.
  case locales
  /// Everything an ID may mean: a row a page, and a row a message without rank and page.
  case editions
  case symbolicName
  case page
  case pageHead
  case messages
  case messageHead
  /// The rows that are found by full-text search, each handed over to the function `hits`.
  case search
  case searchWord
  /// The words between two, in order: a scan of those with a beginning.
  case searchWordsFrom
  /// All of a locale, in order.
  case allSearchWords
  case searchHead
  case searchSections
  /// An event by its number.
  case event
  /// The page of an event by its place among those of the event.
  case eventPage
  case textBlock
  /// What the prefix of a page's lines says.
  case pageOwner
  case messagePath
  /// A scan, as all that follow.
  case allPages
  case allHeads
  case allMessages
  /// The last day that a page bears.
  case lastDate
  case redirections
  case events
  case symbolicNames
  case sources
  /// The IDs that begin so, of a source or of all.
  case idsBeginning
  /// The same of IDs with their source before.
  case qualifiedBeginning
  /// The same of symbolic names.
  case symbolsBeginning
  /// Without the blocks themselves.
  case textBlocks
  case templateIndex
  case severities
  /// By source and locale: pages, those that lag behind, those of a machine, events with a page,
  /// events with a message.
  case coverage
  /// How many events of each source have a reference page in some locale.
  case coverageEvents

  var sql: String {
    switch self {
    case .meta:
      "SELECT value FROM meta WHERE key = ?"
    case .locales:
      "SELECT DISTINCT locales FROM event"
    case .editions:
      """
      SELECT source, event_id, locale, rank, page FROM event_page WHERE event_id = ?1
      UNION ALL
      SELECT source, event_id, locale, NULL, NULL FROM message WHERE event_id = ?1
      """
    case .symbolicName:
      "SELECT source, event_id FROM symbolic_name WHERE name = ?"
    case .page:
      "\(Self.storedPages) WHERE number = ?"
    case .pageHead:
      "SELECT title, message, severity, component FROM page WHERE number = ?"
    case .messages:
      "\(Self.messageRows) WHERE event_id = ? AND source = ? AND locale = ? ORDER BY message.number"
    case .messageHead:
      """
      SELECT text, severity FROM message
      WHERE event_id = ? AND source = ? AND locale = ? ORDER BY number
      """
    case .search:
      "SELECT hits(search) FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
    case .searchWord:
      "SELECT term, rows FROM search_word WHERE locale = ? AND word = ?"
    case .searchWordsFrom:
      "SELECT term, rows FROM search_word WHERE locale = ? AND word >= ? AND word < ?"
    case .allSearchWords:
      "SELECT word, term, rows FROM search_word WHERE locale = ? ORDER BY word, term"
    case .searchHead:
      "SELECT kind, title, message, severity, introduction FROM page WHERE number = ?"
    case .searchSections:
      "SELECT role, text FROM section WHERE page = ? ORDER BY position"
    case .event:
      "SELECT source, event_id FROM event WHERE number = ?"
    case .eventPage:
      """
      SELECT page FROM event_page WHERE event_id = ? AND source = ? AND locale = ?
      ORDER BY rank, page LIMIT 1 OFFSET ?
      """
    case .textBlock:
      "SELECT spans, text FROM text_block WHERE number = ?"
    case .pageOwner:
      "SELECT source, event_ids, path FROM page WHERE number = ?"
    case .messagePath:
      "SELECT path FROM message JOIN message_list ON message_list.number = list "
        + "WHERE message.number = ?"
    case .textBlocks:
      "SELECT number, scope, locale FROM text_block"
    case .allPages:
      "\(Self.storedPages) ORDER BY number"
    case .allHeads:
      """
      SELECT number, kind, source, event_ids, locale, title, description, message, severity,
        symbolic_name, component, product_name, path, translation_method, drift, date
      FROM page ORDER BY number
      """
    case .allMessages:
      "\(Self.messageRows) ORDER BY message.number"
    case .lastDate:
      "SELECT max(date) FROM page"
    case .redirections:
      "SELECT path, locale, source, event_id, page, anchor, address FROM redirection ORDER BY path"
    case .events:
      """
      SELECT source, event_id, locales FROM event
      WHERE ?1 IS NULL OR source = ?1 COLLATE NOCASE ORDER BY number
      """
    case .symbolicNames:
      "SELECT name, source, event_id FROM symbolic_name ORDER BY name, source, event_id"
    case .sources:
      "SELECT source FROM event GROUP BY source COLLATE NOCASE ORDER BY source COLLATE NOCASE"
    case .idsBeginning:
      """
      SELECT event_id FROM event WHERE \(Self.beginning("event_id"))
      GROUP BY event_id COLLATE NOCASE ORDER BY min(number)
      """
    case .qualifiedBeginning:
      """
      SELECT source || '_' || event_id AS name FROM event WHERE \(Self.beginning("name"))
      ORDER BY number
      """
    case .symbolsBeginning:
      """
      SELECT name FROM symbolic_name WHERE \(Self.beginning("name"))
      GROUP BY name ORDER BY name
      """
    case .templateIndex:
      "SELECT part, data FROM template_index"
    case .severities:
      """
      SELECT DISTINCT source, event_id, severity FROM message WHERE severity IS NOT NULL
      UNION ALL
      SELECT source, event_ids, severity FROM page WHERE severity IS NOT NULL
      """
    case .coverage:
      """
      SELECT source COLLATE NOCASE AS name, locale, sum(pages), sum(drifted), sum(machine),
        sum(events), sum(messages)
      FROM (
        SELECT source, locale, count(*) AS pages, count(drift) AS drifted,
          count(CASE WHEN upper(translation_method) = 'MT' THEN 1 END) AS machine,
          0 AS events, 0 AS messages
        FROM page WHERE kind = 'reference' GROUP BY source, locale
        UNION ALL
        SELECT source, locale, 0, 0, 0, count(DISTINCT event_id), 0
        FROM event_page WHERE rank <= 1 GROUP BY source, locale
        UNION ALL
        SELECT source, locale, 0, 0, 0, 0, count(DISTINCT event_id)
        FROM message GROUP BY source, locale
      ) GROUP BY name, locale
      """
    case .coverageEvents:
      """
      SELECT source COLLATE NOCASE AS name,
        (SELECT count(DISTINCT event_id) FROM event_page
          WHERE event_page.source = event.source AND rank <= 1)
      FROM event GROUP BY name ORDER BY name
      """
    }
  }

  /// Whether a column begins as the first value, and the source is the second where there is one.
  private static func beginning(_ column: String) -> String {
    """
    substr(\(column), 1, length(?1)) = ?1 COLLATE NOCASE
      AND (?2 IS NULL OR source = ?2 COLLATE NOCASE)
    """
  }

  /// Pages as `StoredPage` reads them: what the whole catalogue tells stands beside the body, the
  /// events of links as lines `position event`.
  private static let storedPages = """
    SELECT source, severity, logged, drift, body,
      (SELECT group_concat(position || ' ' || event, char(10)) FROM link
        WHERE page = number AND event IS NOT NULL),
      confusions
    FROM page JOIN page_body ON page = number
    """

  private static let messageRows = """
    SELECT source, event_id, locale, severity, logged, text, path, line
    FROM message JOIN message_list ON message_list.number = list
    """
}
