package import Catalogue
internal import Markup

/// A sentence that sets other events beside the one that is read about, as an answer shows it: the
/// events, then the words and where they stand.
package struct SetBeside: Equatable {
  /// What such sentences are called where a section has the name of its role.
  static let name = "confusedWith"

  /// `MSSQLSERVER_10060`; at least one.
  package var events: [String]
  /// As the file has it.
  package let text: String
  /// `mssqlserver/en-US/10061.md:28`.
  package let place: String

  /// The sentences of some pages, each once with all that it names.
  package static func sentences(of pages: [Page]) -> [SetBeside] {
    var sentences: [SetBeside] = []
    for page in pages {
      for confusion in page.confusions {
        let quote = confusion.quote
        let place = "\(quote.file ?? page.path):\(quote.line)"
        let known = sentences.firstIndex { $0.place == place && $0.text == quote.text }
        if let known {
          if !sentences[known].events.contains(confusion.event) {
            sentences[known].events.append(confusion.event)
          }
        } else {
          sentences.append(SetBeside(events: [confusion.event], text: quote.text, place: place))
        }
      }
    }
    return sentences
  }

  /// The sentences of some pages as a section: a heading, and an item for each; nil for none.
  static func section(of pages: [Page], words: InterfaceWords) -> Document? {
    let sentences = sentences(of: pages)
    guard !sentences.isEmpty else { return nil }
    var document = Document()
    let heading = document.open(Document.Node(.heading, line: 0))
    document.nodes[heading].detail = 2
    document.appendText(words[.confusedWith].utf8, line: 0)
    document.close(heading)
    let list = document.open(Document.Node(.list, line: 0))
    // Tight.
    document.nodes[list].detail = 2
    for sentence in sentences { sentence.append(to: &document) }
    document.close(list)
    return document
  }

  private func append(to document: inout Document) {
    let item = document.open(Document.Node(.item, line: 0))
    let paragraph = document.open(Document.Node(.paragraph, line: 0))
    let names = document.open(Document.Node(.strong, line: 0))
    document.appendText(events.joined(separator: ", ").utf8, line: 0)
    document.close(names)
    // A line break of the file is a blank here: it could begin a block.
    var words = WhitespaceFolder()
    words.append(text)
    document.appendText(" “".utf8 + words.bytes + "” ".utf8, line: 0)
    let place = document.open(Document.Node(.code, line: 0))
    document.nodes[place].text = document.store(self.place.utf8)
    document.close(paragraph)
    document.close(item)
  }
}
