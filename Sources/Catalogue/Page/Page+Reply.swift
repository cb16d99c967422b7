extension Page {
  /// Words as they stand in a file, byte for byte, markup and line breaks with them.
  package struct Quote: Sendable, Hashable {
    /// The file where that is not the page's own but one that it includes, relative to the content
    /// folder.
    package var file: String?
    /// The line on which they begin, from 1.
    package var line: Int
    package var text: String

    package init(file: String? = nil, line: Int, text: String) {
      self.file = file
      self.line = line
      self.text = text
    }
  }

  /// What one person answered under a thread.
  package struct Reply: Sendable, Hashable {
    /// As the page numbers it, else its place among the replies, from 1.
    package var number: Int
    package var author: String?
    package var date: CalendarDate?
    /// The index of its section in `sections`.
    package var section: Int
    /// Its nodes, the heading left out.
    package var nodes: Range<Int>
    package var outcome: Outcome
    /// The words that say the outcome; nil where none do.
    package var evidence: Quote?
    /// The sentences that say what was tried.
    package var tried: [Quote]
    /// The words that say where it was tried: versions, a named instance, a firewall.
    package var environment: [Quote]
    /// What tells what was tried from other things to try.
    package var signs: FixSigns

    package init(
      number: Int, author: String? = nil, date: CalendarDate? = nil, section: Int,
      nodes: Range<Int>, outcome: Outcome = .notSaid, evidence: Quote? = nil, tried: [Quote] = [],
      environment: [Quote] = [], signs: FixSigns = FixSigns()
    ) {
      self.number = number
      self.author = author
      self.date = date
      self.section = section
      self.nodes = nodes
      self.outcome = outcome
      self.evidence = evidence
      self.tried = tried
      self.environment = environment
      self.signs = signs
    }
  }

  /// What a reply says came of it: only what it states, for a hope or a question is no outcome.
  package enum Outcome: String, Sendable, CaseIterable {
    case worked
    case didNotWork
    /// For a while, in part, or in one place and not in another.
    case partly
    case notSaid
  }
}
