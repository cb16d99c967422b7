import TestSupport
import Testing

@testable import Index

/// The messages of all locales say nothing of what other products write.
@Suite(.enabled(if: Corpus.isEnabled))
struct ForeignLogsTests {
  @Test func findNothingInForeignLogs() throws {
    #expect(CorpusMessages.rows.count == CorpusMessages.locales.count)
    for line in ForeignLogs.lines(ofEach: 12) {
      if let match = CorpusMessages.fixture.match(line) {
        let event = CorpusMessages.fixture.matcher.event(match.event)
        Issue.record("\(event) in '\(line)'")
      }
    }
  }
}
