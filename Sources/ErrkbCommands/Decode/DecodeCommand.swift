internal import ArgumentParser
internal import Catalogue
internal import Codes
internal import Diagnostics
internal import Index
internal import Render

/// `errkb decode`: what a code means in each space of numbers that it may belong to.
struct DecodeCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "decode",
    abstract: "Tell what an error code is as HRESULT, NTSTATUS, Win32, Winsock, errno or SQLSTATE.",
    discussion: """
      A code is a number (10061, -2146232060, 2147942405, 0x8007274D, 8007274Dh), an SQLSTATE \
      (08S01) or a name (WSAECONNREFUSED, E_ACCESSDENIED). Every reading that makes sense is given, \
      the likeliest first, with the same condition in other spaces and the events that the \
      catalogue has, if there is one. Exit status 1 where a code means nothing in any space.
      """)

  @Argument(
    help: ArgumentHelp("The codes.", valueName: "code"), transform: DashedWord.unmarked)
  var codes: [String] = []

  @OptionGroup var language: LanguageOptions

  @Option(help: "How the answer is written.")
  var format: Format = .text

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var color: ColorOptions

  func validate() throws {
    if codes.isEmpty { throw ValidationError("decode which code? give one, such as 0x8007274D") }
  }

  func run() throws {
    let words = try interfaceWords()
    let events = try CodeEvents(catalogue)
    var output: [UInt8] = []
    var json = JSONWriter()
    var status = ExitStatus.success
    for text in codes {
      let code = DecodedCode(text)
      let found = try events.events(of: code)
      guard !code.readings.isEmpty || !found.others.isEmpty else {
        let shown = VisibleText.visible(text)
        Note.say("\(words.notice(.unknownCodeNotice, ["code": shown]))")
        status = .nothing
        continue
      }
      switch format {
      case .text:
        if !output.isEmpty { output.append(0x0A) }
        output += printer(words).text(of: code, events: found.readings, others: found.others)
      case .json:
        CodeJSON.write(code, events: found.readings, others: found.others, to: &json)
        json.endLine()
      }
    }
    if format == .json {
      output = Output.standard.isTerminal ? TerminalGuard.visible(json: json.bytes) : json.bytes
    }
    Output.standard.write(output)
    throw status
  }

  private func interfaceWords() throws -> InterfaceWords {
    do throws(LocaleListError) {
      let wanted = try WantedLanguages.tags(option: language.tags)
      return wanted.first.map { InterfaceWords.for($0) } ?? .english
    } catch {
      Note.say("--lang: \(error)")
      throw ExitStatus.failure
    }
  }

  private func printer(_ words: InterfaceWords) -> CodePrinter {
    let isColored = ColorChoice.resolve(
      option: color.choice, environment: Environment.value, isTerminal: Output.standard.isTerminal)
    return CodePrinter(
      AnswerPrinter.Options(
        width: Output.standard.columns ?? AnswerPrinter.Options.longestLine, isColored: isColored,
        words: words))
  }
}
