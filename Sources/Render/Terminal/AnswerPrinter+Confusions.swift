internal import Catalogue

// What the event is often confused with, in the words of the pages.
extension AnswerPrinter {
  /// Writes the sentences that set other events beside the one of some pages, each under the events
  /// and the place in its file.
  func writeConfusions(of pages: [Page], to output: inout TerminalOutput) {
    guard pages.contains(where: { !$0.confusions.isEmpty }) else { return }
    output.separate()
    output.write(StyledText(words[.confusedWith], .bold), indent: 0)
    for sentence in SetBeside.sentences(of: pages) {
      // `joined` would have Swift search all conformances of the program first.
      var head = StyledText()
      for (number, event) in sentence.events.enumerated() {
        if number > 0 { head.append(", ", .bold) }
        head.append(event, .bold)
      }
      head.appendVerbatim(ArraySlice(Self.dot.utf8), [])
      head.append(sentence.place, .dim)
      output.write(head, indent: Self.margin)
      output.write(StyledText("“\(sentence.text)”"), indent: Self.margin * 2)
    }
  }
}
