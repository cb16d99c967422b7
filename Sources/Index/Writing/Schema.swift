/// The tables of the catalogue file.
///
/// The comments stand inside the statements because SQLite keeps them there: `.schema` of the
/// `sqlite3` program explains the file.
enum Schema {
  /// Changes whenever a reader of the former tables would go wrong.
  static let version = 3

  /// What `file` and SQLite know the format by: the letters `errk`.
  static let applicationID = 0x6572_726B

  /// What is made before the first row.
  static let tables = """
    CREATE TABLE meta ( -- what the catalogue says of itself
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE page ( -- one document about one or more events in one locale
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,       -- reference, guide or thread
      source TEXT NOT NULL,     -- the product that raises the error
      event_ids TEXT NOT NULL,  -- as written, separated by blanks
      locale TEXT NOT NULL,     -- BCP 47: fr-FR
      title TEXT NOT NULL,
      description TEXT,
      message TEXT,             -- what the product prints, with its placeholders
      severity INTEGER,         -- 0 to 25
      logged INTEGER,           -- 1 if the product writes the event to its log, 0 if not
      symbolic_name TEXT,
      component TEXT,
      product_name TEXT,
      date TEXT,                -- ISO 8601, as handoff
      path TEXT NOT NULL,       -- relative to the content folder
      translation_method TEXT,  -- HT by people, MT by machine
      handoff TEXT,
      source_hash TEXT,         -- names the version that was translated
      drift TEXT,               -- anchors of sections that lag behind; * the page as a whole
      introduction TEXT,        -- what stands before the first section
      keywords TEXT,            -- one a line
      confusions BLOB           -- other events in its sentences, in errkb's own encoding
    );
    CREATE TABLE page_body ( -- the whole page in errkb's own encoding
      page INTEGER PRIMARY KEY REFERENCES page,
      body BLOB NOT NULL
    );
    CREATE TABLE section ( -- a heading and what stands under it
      page INTEGER NOT NULL REFERENCES page,
      position INTEGER NOT NULL,  -- from 1
      role TEXT NOT NULL,         -- cause, userAction, ...
      anchor TEXT NOT NULL,
      level INTEGER NOT NULL,     -- 2 to 6
      title TEXT NOT NULL,
      text TEXT NOT NULL,         -- without that of sub-sections
      line INTEGER NOT NULL
    );
    CREATE TABLE fix ( -- one thing to try
      page INTEGER NOT NULL REFERENCES page,
      position INTEGER NOT NULL,  -- from 1
      section INTEGER,            -- position of its section
      text TEXT NOT NULL,
      code TEXT,                  -- its blocks of code, an empty line between two
      line INTEGER NOT NULL
    );
    CREATE TABLE state ( -- a row of a page's table of error states
      page INTEGER NOT NULL REFERENCES page,
      position INTEGER NOT NULL,  -- from 1
      state_from INTEGER NOT NULL,
      state_to INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (page, position)
    ) WITHOUT ROWID;
    CREATE TABLE link ( -- what a page leads to
      page INTEGER NOT NULL REFERENCES page,
      position INTEGER NOT NULL,  -- from 1
      text TEXT NOT NULL,
      target TEXT NOT NULL,       -- as written
      event TEXT,                 -- SOURCE_ID where the target is a page about an event
      PRIMARY KEY (page, position)
    ) WITHOUT ROWID;
    CREATE TABLE message_list ( -- a file that is one large table of messages
      number INTEGER PRIMARY KEY,
      path TEXT NOT NULL          -- relative to the content folder
    );
    CREATE TABLE message ( -- a row of a message list
      number INTEGER PRIMARY KEY,
      source TEXT NOT NULL COLLATE NOCASE,
      event_id TEXT NOT NULL COLLATE NOCASE,
      locale TEXT NOT NULL,
      severity INTEGER,
      logged INTEGER,
      text TEXT NOT NULL,
      list INTEGER NOT NULL REFERENCES message_list,
      line INTEGER NOT NULL
    );
    CREATE TABLE text_block ( -- the text as lines, one after another: what errkb grep searches
      number INTEGER PRIMARY KEY,
      scope INTEGER NOT NULL,     -- 0 fixes, 1 pages, 2 messages
      locale TEXT NOT NULL,
      spans BLOB NOT NULL,        -- whose lines they are, in errkb's own encoding
      text BLOB NOT NULL          -- UTF-8
    );
    CREATE TABLE event_page ( -- which pages are about an event: what errkb show looks up
      event_id TEXT NOT NULL COLLATE NOCASE,
      source TEXT NOT NULL COLLATE NOCASE,
      locale TEXT NOT NULL,
      rank INTEGER NOT NULL,  -- 0 its reference page, 1 that of several events, 2 guide, 3 thread
      page INTEGER NOT NULL REFERENCES page,
      PRIMARY KEY (event_id, source, locale, rank, page)
    ) WITHOUT ROWID;
    CREATE TABLE symbolic_name ( -- LOGON_FAILED
      name TEXT NOT NULL COLLATE NOCASE,
      source TEXT NOT NULL COLLATE NOCASE,
      event_id TEXT NOT NULL COLLATE NOCASE,
      PRIMARY KEY (name, source, event_id)
    ) WITHOUT ROWID;
    CREATE TABLE event ( -- every event there is
      number INTEGER PRIMARY KEY,  -- in order: by source, then letters and number of the ID
      source TEXT NOT NULL,
      event_id TEXT NOT NULL,
      locales TEXT NOT NULL        -- of its pages and messages, in order, separated by blanks
    );
    CREATE TABLE template_index ( -- finds messages in lines of text, in errkb's own encoding
      part INTEGER PRIMARY KEY,
      data BLOB NOT NULL
    );
    CREATE TABLE redirection ( -- a page that has moved or gone, and where it leads
      path TEXT PRIMARY KEY,          -- the file that is gone, relative to the content folder
      locale TEXT,                    -- that its folders name; else it is meant for all
      source TEXT,                    -- of the event that its name tells
      event_id TEXT,
      page INTEGER REFERENCES page,   -- that it leads to
      anchor TEXT,                    -- in that page
      address TEXT                    -- on the web, where it leads to no page
    ) WITHOUT ROWID;
    CREATE VIEW edition AS -- every event in every locale it has
      SELECT event_page.source, event_id, event_page.locale, kind, page, title AS text
      FROM event_page JOIN page ON number = page
      UNION ALL
      SELECT source, event_id, locale, 'message', NULL, text FROM message;
    CREATE VIEW coverage AS -- how much of a source there is in a locale
      SELECT source, locale, count(*) AS pages, count(drift) AS drifted,
        count(CASE WHEN upper(translation_method) = 'MT' THEN 1 END) AS machine_translated
      FROM page GROUP BY source, locale;
    """

  /// What is quicker made when all rows are there.
  static let indexes = """
    CREATE INDEX message_event ON message (event_id, source, locale);
    CREATE UNIQUE INDEX section_page ON section (page, position);
    CREATE UNIQUE INDEX fix_page ON fix (page, position);
    """

  /// What full-text search reads, made when all else is there.
  ///
  /// The number of a row of `search` tells event, locale and page: see `SearchRow`. Lengths of
  /// columns are not kept: ranking goes without them.
  static let search = """
    CREATE VIRTUAL TABLE search USING fts5(
      \(SearchColumn.allCases.map(\.rawValue).joined(separator: ", ")),
      content='', columnsize=0, tokenize=ascii
    );
    CREATE TABLE search_word ( -- words whose term is another, or that stand in many rows
      locale INTEGER NOT NULL, -- its place in the list of locales in meta
      word TEXT NOT NULL,      -- without accents
      term TEXT NOT NULL,      -- what search has for it
      rows INTEGER NOT NULL,   -- in how many rows of the locale it stands
      PRIMARY KEY (locale, word, term)
    ) WITHOUT ROWID;
    """
}
