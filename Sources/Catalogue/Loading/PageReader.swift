package import Diagnostics
package import Markup

/// Reads one file of a content folder into a typed page or a message list.
package struct PageReader: Sendable {
  /// What a file turned out to be.
  package enum Outcome: Sendable {
    case page(PageDraft)
    case messageList(MessageListDraft)
    /// Nothing for the catalogue: a diagnostic says why.
    case leftOut
  }

  let tree: ContentTree
  let library: FragmentLibrary
  let vocabulary: Vocabulary
  let configuration: Configuration

  package init(
    tree: ContentTree, library: FragmentLibrary, vocabulary: Vocabulary,
    configuration: Configuration
  ) {
    self.tree = tree
    self.library = library
    self.vocabulary = vocabulary
    self.configuration = configuration
  }

  /// Reads a file by its path relative to the content folder.
  package func read(_ relative: String) -> (outcome: Outcome, diagnostics: [Diagnostic]) {
    let path = tree.path(of: relative)
    var diagnostics: [Diagnostic] = []
    let raw: [UInt8]
    do {
      raw = try FileBytes.read(path)
    } catch {
      diagnostics.append(Diagnostic(error.rule, path: path, at: .start, error.reason))
      return (.leftOut, diagnostics)
    }
    let outcome = read(raw, relative: relative, diagnostics: &diagnostics)
    return (outcome, diagnostics)
  }

  /// Reads the bytes of a file.
  package func read(
    _ raw: [UInt8], relative: String, diagnostics: inout [Diagnostic]
  ) -> Outcome {
    let path = tree.path(of: relative)
    let text = SourceText(path: path, raw: raw, diagnostics: &diagnostics)
    let reading = FrontMatter.read(from: text.bytes, path: path, diagnostics: &diagnostics)
    let front = reading.frontMatter
    if let target = front?.string(for: "redirect_url") {
      diagnostics.append(
        Diagnostic(
          .redirectPage, path: path, at: front?.position(of: "redirect_url") ?? .start,
          "the page only redirects to '\(target)'"))
      return .leftOut
    }
    var parser = MarkdownParser(path: path, library: library)
    let document = parser.parse(text.bytes, from: reading.bodyStart, line: reading.bodyLine)
    diagnostics += parser.diagnostics
    let locale = locale(of: relative, path: path, front: front, diagnostics: &diagnostics)
    var typing = PageTyping(
      relative: relative, path: path, front: front, document: document, locale: locale,
      vocabulary: vocabulary)
    let outcome = typing.outcome()
    diagnostics += typing.diagnostics
    guard case .page(var draft) = outcome else { return outcome }
    let quotes = SourceQuotes(text: text.bytes, raw: raw) { fragment($0, from: path) }
    draft.namings = NamingSentenceFinder(draft.page, quotes: quotes).sentences()
    if !draft.page.fixes.isEmpty || draft.page.kind != .reference {
      draft.page = ReportReader(document, quotes: quotes).complete(draft.page)
    }
    return .page(draft)
  }

  /// The file that an include names, relative to the content folder, and its bytes.
  private func fragment(
    _ target: String, from path: String
  ) -> (path: String, bytes: [UInt8])? {
    FragmentUse(target: target, location: library.locate(target, from: path)).path.flatMap { file in
      (try? library.read(file)).map { (tree.relative(file), $0) }
    }
  }

  /// The locale that the front matter gives, else the nearest folder, else the default.
  private func locale(
    of relative: String, path: String, front: FrontMatter?, diagnostics: inout [Diagnostic]
  ) -> LocaleTag {
    for key in ["ms.contentlocale", "locale"] {
      guard let written = front?.string(for: key), !written.isEmpty else { continue }
      if let tag = LocaleTag(written) { return tag }
      diagnostics.append(
        Diagnostic(
          .localeSyntax, path: path, at: front?.position(of: key) ?? .start,
          "'\(written)' is not a BCP 47 language tag"))
    }
    return tree.locale(ofFile: relative) ?? tree.defaultLocale
  }
}
