package import Markup

/// One document about one or more events in one locale.
package struct Page: Sendable, Hashable {
  /// What sort of document it is.
  package enum Kind: String, Sendable, CaseIterable {
    /// The product's own page about the event.
    case reference
    /// A how-to from elsewhere.
    case guide
    /// A post with replies from the field.
    case thread
  }

  package var kind: Kind
  /// The product that raises the error: `MSSQLSERVER`, `MSVC`.
  package var source: String
  /// The event IDs, as written; at least one.
  package var ids: [EventID]
  package var locale: LocaleTag
  package var title: String
  package var description: String?
  /// The file, relative to the content folder that was given, with `/` between folders.
  package var path: String
  package var date: CalendarDate?
  /// Where a guide or thread comes from.
  package var origin: Origin?
  package var details: Details
  /// The text that the product prints, with its placeholders, white space folded.
  package var message: String?
  /// From 0 to 25, where the product has such a scale.
  package var severity: Int?
  /// Whether the product writes the event to its log.
  package var logged: Bool?
  /// The sections in document order; what stands before the first heading is not one.
  package var sections: [Section]
  package var fixes: [Fix]
  /// What people answered under a thread, in the order of the page.
  package var replies: [Reply]
  package var states: [State]
  package var alerts: [Alert]
  package var links: [Link]
  package var keywords: [String]
  /// The events that it is often confused with: what its sentences name beside its own, in the order
  /// of the text, then what other pages say of its own.
  package var confusions: [Confusion]
  package var translation: Translation?
  /// The whole text, headings and all; sections, fixes and alerts are ranges of its nodes.
  package var document: Document

  package init(
    kind: Kind, source: String, ids: [EventID], locale: LocaleTag, title: String, path: String,
    document: Document = Document()
  ) {
    self.kind = kind
    self.source = source
    self.ids = ids
    self.locale = locale
    self.title = title
    self.description = nil
    self.path = path
    self.date = nil
    self.origin = nil
    self.details = Details()
    self.message = nil
    self.severity = nil
    self.logged = nil
    self.sections = []
    self.fixes = []
    self.replies = []
    self.states = []
    self.alerts = []
    self.links = []
    self.keywords = []
    self.confusions = []
    self.translation = nil
    self.document = document
  }

  /// The attribute table of a reference page: what its cells say, absent where empty.
  package struct Details: Sendable, Hashable {
    package var productName: String?
    package var eventID: String?
    package var eventSource: String?
    package var component: String?
    package var symbolicName: String?
    package var messageText: String?
    /// Rows beyond the six, label and value, in order: a product version, say.
    package var others: [Row] = []

    package struct Row: Sendable, Hashable {
      package var label: String
      package var value: String

      package init(label: String, value: String) {
        self.label = label
        self.value = value
      }
    }

    package init() {}
  }

  /// A heading and what stands under it.
  package struct Section: Sendable, Hashable {
    package var role: Role
    /// The English slug that names the section in every locale.
    package var anchor: String
    /// From 2 to 6.
    package var level: Int
    package var title: String
    /// The nodes of the heading itself.
    package var heading: Range<Int>
    /// The nodes under the heading up to the next heading of any level.
    package var body: Range<Int>
    /// The events that the section serves, of those that the page is about; empty for all.
    package var events: [EventID]

    package init(
      role: Role, anchor: String, level: Int, title: String, heading: Range<Int>, body: Range<Int>,
      events: [EventID] = []
    ) {
      self.role = role
      self.anchor = anchor
      self.level = level
      self.title = title
      self.heading = heading
      self.body = body
      self.events = events
    }
  }

  /// One thing to try.
  package struct Fix: Sendable, Hashable {
    /// Plain text, without its code.
    package var text: String
    /// The code that goes with it, block by block, as written.
    package var code: [String]
    /// The index of its section in `sections`, or nil where the page has no sections.
    package var section: Int?
    /// The nodes that say it.
    package var nodes: Range<Int>
    /// The words that it stands on, as its file has them; nil where none of its text stands in a
    /// file as it is shown.
    package var quote: Quote?
    /// What tells it from other things to try.
    package var signs: FixSigns

    package init(
      text: String, code: [String], section: Int?, nodes: Range<Int>, quote: Quote? = nil,
      signs: FixSigns = FixSigns()
    ) {
      self.text = text
      self.code = code
      self.section = section
      self.nodes = nodes
      self.quote = quote
      self.signs = signs
    }

    /// Its nodes without the list item that they may stand in.
    package func content(in document: Document) -> Range<Int> {
      guard let first = nodes.first, document.nodes[first].kind == .item else { return nodes }
      return first + 1..<nodes.upperBound
    }
  }

  /// A row of the page's table of error states.
  package struct State: Sendable, Hashable {
    package var from: Int
    package var to: Int
    package var text: String

    package init(from: Int, to: Int, text: String) {
      self.from = from
      self.to = to
      self.text = text
    }
  }

  /// A note, tip or warning that the page sets apart.
  package struct Alert: Sendable, Hashable {
    package var kind: Document.Alert
    package var text: String

    package init(kind: Document.Alert, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  package struct Link: Sendable, Hashable {
    package var text: String
    /// The destination as written.
    package var target: String
    /// `SOURCE_ID` of the event that the target is a page of, where the catalogue has it.
    package var event: String?

    package init(text: String, target: String, event: String? = nil) {
      self.text = text
      self.target = target
      self.event = event
    }
  }

  /// What the page says about itself as a translation.
  package struct Translation: Sendable, Hashable {
    /// `HT` (by people) or `MT` (by machine), as written.
    package var method: String?
    package var handoff: CalendarDate?
    /// Names the version of the source-language page that was translated.
    package var sourceHash: String?
    package var sourceCommit: String?
    /// The anchors of the sections that differ from the source-language page; `*` stands for the
    /// page as a whole where only its hash or its hand-off shows that it lags.
    package var drift: [String] = []

    package init() {}

    /// Whether a machine made it.
    package var isMachineMade: Bool { method?.uppercased() == "MT" }
  }
}
