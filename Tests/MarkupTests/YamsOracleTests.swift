import Markup
import TestSupport
import Testing
import Yams

/// What is read as YAML beside what Yams makes of it: keys, words, lists, whatever their places.
@Suite struct YamsOracleTests {
  /// A tree without places, in a form that both sides can be written in.
  private indirect enum Tree: Equatable {
    case absent
    case word(String)
    case list([Tree])
    case mapping([String], [Tree])

    init(_ value: YAMLValue) {
      switch value.content {
      case .null: self = .absent
      case .scalar(let text): self = .word(text)
      case .list(let values): self = .list(values.map { Tree($0) })
      case .mapping(let entries):
        self = .mapping(entries.map(\.key), entries.map { Tree($0.value) })
      }
    }

    init(_ node: Node) {
      switch node {
      case .scalar(let scalar):
        let isAbsent = scalar.style == .plain && ["", "~"].contains(scalar.string)
        self = isAbsent ? .absent : .word(scalar.string)
      case .sequence(let values): self = .list(values.map { Tree($0) })
      case .mapping(let pairs):
        self = .mapping(pairs.map { $0.key.scalar?.string ?? "" }, pairs.map { Tree($0.value) })
      case .alias: self = .absent
      }
    }
  }

  private func expectAgreement(on text: String, _ place: String = "") throws {
    let ours = try YAMLValue.read(Array(text.utf8))
    let theirs = try Parser(yaml: text, encoding: .utf8).singleRoot().map { Tree($0) } ?? .absent
    #expect(Tree(ours) == theirs, "\(place)")
  }

  @Test(arguments: [
    "a: b\nc: [d, 'e', \"f\"]\n", "a: |\n  b\n  c\n", "a: >-\n  b\n  c\n", "a: &x [1, 2]\nb: *x\n",
    "a:\n  b:\n  - c: d\n    e: f\n", "a: {b: c, d: [e]}\n", "a: b\n  c\n", "? a\n: b\n",
    "a: !!str 1\n", "- a\n- - b\n", "a: \"\\u00e9\\n\"\n", "%YAML 1.1\n---\na: b\n", "", "~\n",
  ])
  func readsWhatYamsReads(text: String) throws { try expectAgreement(on: text) }

  // Skipped where the corpus is absent: it is not part of the package.
  @Test(.enabled(if: Corpus.isEnabled, "no corpus: set ERRKB_CORPUS to its folder"))
  func agreesWithYamsOnTheFrontMatterOfTheWholeCorpus() throws {
    var count = 0
    for path in try Corpus.markdownFiles() {
      let text = String(decoding: try Corpus.text(of: path), as: UTF8.self)
      guard text.hasPrefix("---\n"), let end = text.firstRange(of: "\n---") else { continue }
      count += 1
      try expectAgreement(on: String(text[..<end.lowerBound].dropFirst(4)) + "\n", path)
    }
    #expect(count > 5_000)
  }
}
