internal import Catalogue
internal import Synchronization

/// Takes the rows of one locale apart into terms, on any thread, one batch after another.
final class LocaleAnalysis: Sendable {
  /// A row of `search` on its way.
  struct Row: Sendable {
    /// Its number.
    var number: Int
    /// Whether it has messages and no other column.
    var isMessage: Bool
    /// What it says, with the number of the column: texts at first, then terms.
    var texts: [(column: Int, bytes: [UInt8])] = []
  }

  private struct State {
    let lexicon: Lexicon
    var analysis: TextAnalysis

    init(_ locale: LocaleTag) {
      lexicon = Lexicon()
      analysis = TextAnalysis(of: locale, lexicon: lexicon)
    }
  }

  private let state: Mutex<State>

  init(of locale: LocaleTag) { state = Mutex(State(locale)) }

  /// The rows with the terms of their texts, those of each column together; batches are to be given
  /// in the order of their rows.
  func terms(of rows: [Row]) -> [Row] {
    state.withLock { state in
      rows.map { row in
        state.lexicon.beginRow()
        var terms = Row(number: row.number, isMessage: row.isMessage)
        for text in row.texts {
          state.analysis.clear()
          state.analysis.read(text.bytes.span)
          if let place = terms.texts.firstIndex(where: { $0.column == text.column }) {
            terms.texts[place].bytes += state.analysis.terms
          } else {
            terms.texts.append((text.column, state.analysis.terms))
          }
        }
        return terms
      }
    }
  }

  /// The words that stand in so many rows, or whose term is another, in order.
  func words(inRows least: Int) -> [Lexicon.Word] {
    state.withLock { $0.lexicon.words(inRows: least) }
  }
}
