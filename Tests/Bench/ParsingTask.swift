import Catalogue
import Diagnostics
import Glibc
import Markup
import Processes
import Render

/// What is measured of parsing: the tasks that are processes of their own.
enum ParsingTask {
  /// `task-render COUNT LISTS CONTENT…`: so many pages, or all if 0, read, parsed and rendered as HTML,
  /// without those that a file names.
  static func render(_ words: [String]) throws {
    var output: [UInt8] = []
    try each(words) { source, page in
      var diagnostics: [Diagnostic] = []
      let path = source.tree.path(of: page.relative)
      let text = SourceText(path: path, raw: page.bytes, diagnostics: &diagnostics)
      let front = FrontMatter.read(from: text.bytes, path: path, diagnostics: &diagnostics)
      var parser = MarkdownParser(path: path, library: source.library)
      let document = parser.parse(text.bytes, from: front.bodyStart, line: front.bodyLine)
      HTMLWriter.append(document, document.indices, to: &output)
      try put(&output)
    }
    try put(&output, isEnd: true)
  }

  /// `task-type COUNT LISTS CONTENT…`: the same with all that a typed page is made of.
  static func type(_ words: [String]) throws {
    var output: [UInt8] = []
    try each(words) { source, page in
      var diagnostics: [Diagnostic] = []
      let outcome = source.reader.read(
        page.bytes, relative: page.relative, diagnostics: &diagnostics)
      guard case .page(let draft) = outcome else { return }
      PageFragment.append(draft.page, to: &output)
      try put(&output)
    }
    try put(&output, isEnd: true)
  }

  /// `task-lists CONTENT`: message lists read to rows.
  static func lists(_ words: [String]) throws {
    let source = try PageSource(words[1])
    let lists = try source.tree.pages.map { ($0, try FileBytes.read(source.tree.path(of: $0))) }
    var count = 0
    try BenchTask.timed {
      for (relative, bytes) in lists {
        var diagnostics: [Diagnostic] = []
        let outcome = source.reader.read(bytes, relative: relative, diagnostics: &diagnostics)
        if case .messageList = outcome { count += 1 }
      }
    }
    guard count == lists.count, count > 0 else { throw BenchError("no list in \(words[1])") }
  }

  /// `task-messages CONTENT`: the same, the rows put right by those of other languages and in order.
  static func messages(_ words: [String]) throws {
    var sink = MessageCount()
    try BenchTask.timed {
      _ = try CatalogueBuild(folders: [words[1]], jobs: 1).run(into: &sink)
    }
    guard sink.messages > 0 else { throw BenchError("no message in \(words[1])") }
    Report.say("\(sink.messages)")
  }

  /// `task-page CONTENT PAGE TIMES`: one page parsed so many times.
  static func page(_ words: [String]) throws {
    let source = try PageSource(words[1])
    let bytes = try FileBytes.read(source.tree.path(of: words[2]))
    for _ in 0..<(Int(words[3]) ?? 1) {
      var diagnostics: [Diagnostic] = []
      _ = source.reader.read(bytes, relative: words[2], diagnostics: &diagnostics)
    }
  }

  // MARK: -

  private static func each(
    _ words: [String], _ work: (PageSource, (relative: String, bytes: [UInt8])) throws -> Void
  ) throws {
    var rest = Int(words[1]) ?? 0
    if rest == 0 { rest = .max }
    let lists = Set(TextFile.read(words[2]).split(separator: "\n").map(String.init))
    var pages: [(source: PageSource, page: (relative: String, bytes: [UInt8]))] = []
    for folder in words.dropFirst(3) {
      let source = try PageSource(folder)
      for relative in source.tree.pages where rest > 0 {
        let path = source.tree.path(of: relative)
        guard !lists.contains(path) else { continue }
        rest -= 1
        pages.append((source, (relative, try FileBytes.read(path))))
      }
    }
    try BenchTask.timed { for (source, page) in pages { try work(source, page) } }
  }

  /// Writes what there is once it is enough for a write, or all at the end.
  private static func put(_ output: inout [UInt8], isEnd: Bool = false) throws(BenchError) {
    guard isEnd || output.count > 1 << 16 else { return }
    guard Descriptor.write(output, to: STDOUT_FILENO) else { throw BenchError("cannot write") }
    output.removeAll(keepingCapacity: true)
  }
}

/// Takes a catalogue for the number of its messages.
private struct MessageCount: CatalogueSink {
  var messages = 0

  static func record(of page: Page) {}
  func insert(_ record: Void, number: Int) {}
  func complete(number: Int, context: PageContext) {}
  func remove(number: Int) {}
  mutating func insert(_ message: Message) { messages += 1 }
  func insert(_ redirection: Redirection) {}
}
