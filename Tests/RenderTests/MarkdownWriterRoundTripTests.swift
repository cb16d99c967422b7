import Markup
import Render
import Testing

@Suite(.enabled(if: MarkdownTree.canRead, "cmark-gfm is not installed"))
struct MarkdownWriterRoundTripTests {
  /// A document that was not read back as it was written.
  private struct Failure {
    var seed: UInt64
    var markdown: [UInt8]
    var written: MarkdownTree
    var read: MarkdownTree
  }

  @Test(arguments: 0..<20)
  func readsBackAsTheSameTree(batch: UInt64) throws {
    var failures: [Failure] = []
    for seed in batch * 40..<batch * 40 + 40 {
      let document = MarkdownGenerator.document(seed: seed)
      let markdown = document.markdown(of: document.indices)
      let (written, read) = (MarkdownTree(document), try MarkdownTree(readingBack: markdown))
      if written != read {
        failures.append(Failure(seed: seed, markdown: markdown, written: written, read: read))
      }
    }
    // The shortest tells most.
    guard let failure = failures.min(by: { $0.markdown.count < $1.markdown.count }) else { return }
    let written = failure.written.description.split(separator: "\n")
    let read = failure.read.description.split(separator: "\n")
    let same = zip(written, read).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(failures.count) of 40, seed \(failure.seed):
      \(String(decoding: failure.markdown, as: UTF8.self))
      --- line \(same) of the tree written
      \(written[max(0, same - 3)..<min(written.count, same + 4)].joined(separator: "\n"))
      --- of the tree read
      \(read[max(0, min(same, read.count) - 3)..<min(read.count, same + 4)].joined(separator: "\n"))
      """)
  }
}
