internal import Catalogue
internal import Diagnostics
internal import Index
internal import Render

/// Answers a `grep` request: searches the lines of the catalogue and prints what is found.
struct GrepRun {
  private let request: GrepRequest

  /// Output is passed on in pieces of this size.
  private static let pieceSize = 1 << 16

  init(_ request: GrepRequest) { self.request = request }

  /// Prints the lines and ends the process.
  func run() -> Never {
    let pattern = compiled()
    AskedCatalogue(path: request.catalogue).answer { reader in answer(reader, pattern) }
  }

  private func answer(_ reader: CatalogueReader, _ pattern: LinePattern) -> ExitStatus {
    guard let search = search(in: reader) else { return .nothing }
    return request.report == .json
      ? printJSON(search, pattern, reader) : print(search, pattern, reader)
  }

  // MARK: Pattern

  /// The pattern; one that cannot be compiled ends the program, its place marked.
  private func compiled() -> LinePattern {
    guard request.patterns.allSatisfy(ProgramArguments.isValid) else {
      Note.fail("pattern: it is not UTF-8")
    }
    do throws(PatternError) {
      return try LinePattern(
        request.patterns, syntax: request.syntax, case: request.letterCase, extent: request.extent)
    } catch {
      var text = Array("errkb: pattern: \(error.message)\n".utf8)
      SourceExcerpt(line: Array(error.pattern.utf8), column: error.offset + 1)
        .write(to: &text, indent: 2)
      Output.error.write(text)
      ExitStatus.failure.exit()
    }
  }

  // MARK: Search

  /// What is searched; nil, after a note, where nothing is in a language that was asked for.
  private func search(in reader: CatalogueReader) -> LineSearch? {
    var search = LineSearch(
      place: request.place, source: request.source, isInverted: request.isInverted,
      tellsPaths: request.report == .json)
    switch request.report {
    case .lines, .json:
      search.before = request.before
      search.after = request.after
    default: break
    }
    search.limit = request.limit.map { .edition($0) } ?? .none
    if request.report == .events, request.limit != 0 { search.limit = .event }
    guard let languages = request.languages else { return search }
    do throws(LocaleListError) {
      let wanted = try WantedLocales(languages).tags
      guard !wanted.isEmpty else { return search }
      let available = lineLocales(of: reader)
      let found = wanted.compactMap {
        LocaleMatcher.match(wanted: [$0], available: available)?.locale
      }
      guard found.isEmpty else {
        search.locales = found
        return search
      }
      let words = InterfaceWords.for(wanted[0])
      Note.say(
        words.notice(
          .missingNotice,
          [
            "asked": wanted.map(\.text).joined(separator: ", "),
            "list": available.map(\.text).joined(separator: ", "),
          ]))
      return nil
    } catch {
      Note.fail("--lang: \(error)")
    }
  }

  private func lineLocales(of reader: CatalogueReader) -> [LocaleTag] {
    do throws(CatalogueError) {
      return try reader.lineLocales()
    } catch {
      Note.fail("\(error)")
    }
  }

  // MARK: Printing

  private func print(
    _ search: LineSearch, _ pattern: LinePattern, _ reader: CatalogueReader
  ) -> ExitStatus {
    let isTerminal = Output.standard.isTerminal
    let isColored = ColorChoice.resolve(
      option: request.color, environment: Environment.value, isTerminal: isTerminal)
    var printer = GrepPrinter(request, pattern, isColored: isColored, isTerminal: isTerminal)
    var isFound = false
    let isQuiet = request.report == .nothing
    let failure = failure { () throws(LineSearchError) in
      try reader.search(search, for: pattern) { line, text throws(MatchFailure) in
        isFound = isFound || line.isSelected
        if isQuiet { return !line.isSelected }
        try printer.append(line, text)
        if printer.bytes.count >= Self.pieceSize {
          Output.standard.write(printer.bytes)
          printer.bytes.removeAll(keepingCapacity: true)
        }
        return true
      }
    }
    printer.finish()
    Output.standard.write(printer.bytes)
    if let failure, !(isQuiet && isFound) { Note.fail(failure) }
    return isFound ? .success : .nothing
  }

  private func printJSON(
    _ search: LineSearch, _ pattern: LinePattern, _ reader: CatalogueReader
  ) -> ExitStatus {
    let isTerminal = Output.standard.isTerminal
    var printer = GrepJSON(request, pattern)
    var isFound = false
    func pass(_ printer: inout GrepJSON) {
      Output.standard.write(isTerminal ? TerminalGuard.visible(json: printer.bytes) : printer.bytes)
      printer.removeBytes()
    }
    let failure = failure { () throws(LineSearchError) in
      try reader.search(search, for: pattern) { line, text throws(MatchFailure) in
        isFound = isFound || line.isSelected
        try printer.append(line, text)
        if printer.bytes.count >= Self.pieceSize { pass(&printer) }
        return true
      }
    }
    printer.finish()
    pass(&printer)
    if let failure { Note.fail(failure) }
    return isFound ? .success : .nothing
  }

  /// What a search says that ended early.
  private func failure(_ search: () throws(LineSearchError) -> Void) -> String? {
    do throws(LineSearchError) {
      try search()
      return nil
    } catch {
      return VisibleText.visible(error.description)
    }
  }
}
