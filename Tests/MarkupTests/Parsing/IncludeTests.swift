import Diagnostics
import Testing

@testable import Markup

@Suite struct IncludeTests {
  static let files = [
    "includes/ssnoversion-md.md": " SQL Server ",
    "includes/tsql-md.md": " Transact\\-SQL ",
    "includes/clickok-md.md": "  Click **OK**.\n   ",
    "includes/blank.md": " ",
    "includes/blocks.md": "One\n\n> [!Note]\n> Two\n\n```sql\nGO\n```\n",
    "includes/table.md": "|a|b|\n|-|-|\n|c|d|\n",
    "includes/front.md": "---\ntitle: 'x'\n---\nText\n",
    "includes/broken-front.md": "---\n title: a: b\n---\nText\n",
    "includes/applies/sqlserver.md":
      "<Token>![yes](../media/yes.png)[!INCLUDE [label](_name.md)] (all) </Token>",
    "includes/applies/_name.md": "[!INCLUDE [label](../ssnoversion-md.md)]",
    "includes/self.md": "a [!INCLUDE[self](self.md)] b",
    "includes/one.md": "1 [!INCLUDE[two](two.md)]",
    "includes/two.md": "2 [!INCLUDE[one](one.md)]",
    "includes/ssManStudio-md.md": "Management Studio",
  ]

  static let inline: [(text: String, outline: String)] = [
    (
      "An [!INCLUDE[x](../includes/ssnoversion-md.md)] error.",
      """
      paragraph
        text "An SQL Server error."
      """
    ),
    (
      "[!INCLUDE[x](../includes/ssnoversion-md.md)]",
      """
      paragraph
        text "SQL Server"
      """
    ),
    // A blank before the label, and one at its end.
    (
      "([!INCLUDE [SQL Server Azure ](../includes/ssnoversion-md.md)])",
      """
      paragraph
        text "(SQL Server)"
      """
    ),
    // The escape is read after the fragment is put in place.
    (
      "[!INCLUDE[x](../includes/tsql-md.md)]",
      """
      paragraph
        text "Transact-SQL"
      """
    ),
    (
      "Now [!INCLUDE[x](../includes/clickok-md.md)] Then",
      """
      paragraph
        text "Now Click "
        strong
          text "OK"
        text ". Then"
      """
    ),
    (
      "- [!INCLUDE[x](../includes/ssnoversion-md.md)]\n- b",
      """
      list
        item
          paragraph
            text "SQL Server"
        item
          paragraph
            text "b"
      """
    ),
    (
      "> a\n> [!INCLUDE[x](../includes/ssnoversion-md.md)]",
      """
      blockQuote
        paragraph
          text "a"
          softBreak
          text "SQL Server"
      """
    ),
    (
      "|a|\n|-|\n|[!INCLUDE[x](../includes/ssnoversion-md.md)]|",
      """
      table
        row
          cell
            text "a"
        row
          cell
            text "SQL Server"
      """
    ),
    (
      "## In [!INCLUDE[x](../includes/ssnoversion-md.md)]",
      """
      heading 2
        text "In SQL Server"
      """
    ),
    (
      "[Start [!INCLUDE[x](../includes/ssnoversion-md.md)]](start.md)",
      """
      paragraph
        link start.md
          text "Start SQL Server"
      """
    ),
    (
      "**[!INCLUDE[x](../includes/ssnoversion-md.md)]**",
      """
      paragraph
        strong
          text "SQL Server"
      """
    ),
    (
      "`[!INCLUDE[x](../includes/ssnoversion-md.md)]`",
      """
      paragraph
        code "[!INCLUDE[x](../includes/ssnoversion-md.md)]"
      """
    ),
    (
      "```\n[!INCLUDE[x](../includes/ssnoversion-md.md)]\n```",
      """
      codeBlock "[!INCLUDE[x](../includes/ssnoversion-md.md)]\\n"
      """
    ),
    (
      "    [!INCLUDE[x](../includes/ssnoversion-md.md)]",
      """
      codeBlock "[!INCLUDE[x](../includes/ssnoversion-md.md)]\\n"
      """
    ),
    (
      "a[!INCLUDE[x](../includes/blank.md)]b",
      """
      paragraph
        text "ab"
      """
    ),
    ("[!INCLUDE[x](../includes/blank.md)]", ""),
    (
      "[!include[x](../includes/front.md)]",
      """
      paragraph
        text "Text"
      """
    ),
    (
      "[!INCLUDE[x](../includes/ssnoversion-md.md)][!INCLUDE[x](../includes/tsql-md.md)]",
      """
      paragraph
        text "SQL ServerTransact-SQL"
      """
    ),
    // Nested, each relative to the fragment that names it.
    (
      "[!INCLUDE [x](../includes/applies/sqlserver.md)]",
      """
      paragraph
        image ../media/yes.png
          text "yes"
        text "SQL Server (all) "
      """
    ),
    // Escaped, it is text.
    (
      "\\[!INCLUDE[x](../includes/ssnoversion-md.md)]",
      """
      paragraph
        text "[!INCLUDE"
        link ../includes/ssnoversion-md.md
          text "x"
        text "]"
      """
    ),
  ]

  @Test(arguments: inline)
  func putsTheFragmentInThePlaceOfTheInclude(text: String, outline: String) {
    let reading = Reading(text, files: Self.files)
    #expect(reading.outline == outline)
    #expect(reading.diagnostics == [])
  }

  @Test func splitsAParagraphAroundAFragmentOfBlocks() {
    let reading = Reading("Before\n[!INCLUDE[x](../includes/blocks.md)]\nAfter", files: Self.files)
    #expect(
      reading.outline == """
        paragraph
          text "Before"
        paragraph
          text "One"
        alert note
          paragraph
            text "Two"
        codeBlock sql "GO\\n"
        paragraph
          text "After"
        """)
  }

  @Test func splitsTheParagraphOfAListItem() {
    let reading = Reading("- a [!INCLUDE[x](../includes/table.md)] b", files: Self.files)
    #expect(
      reading.outline == """
        list
          item
            paragraph
              text "a "
            table
              row
                cell
                  text "a"
                cell
                  text "b"
              row
                cell
                  text "c"
                cell
                  text "d"
            paragraph
              text " b"
        """)
  }

  @Test func flattensBlocksWhereOnlyTextCanStand() {
    let reading = Reading("## A [!INCLUDE[x](../includes/blocks.md)]", files: Self.files)
    #expect(
      reading.outline == """
        heading 2
          text "A One Two GO"
        """)
  }

  static let refused: [(text: String, plain: String, diagnostics: [String])] = [
    (
      "An [!INCLUDE[SQL Server](../includes/none.md)] error", "An SQL Server error",
      ["1:4: include '../includes/none.md' does not exist [include-missing]"]
    ),
    (
      "[!INCLUDE[label](../../../etc/passwd)]", "label",
      [
        "1:1: include '../../../etc/passwd' leads outside the content folder and is not read "
          + "[include-outside]"
      ]
    ),
    (
      "[!INCLUDE[x](../includes/ssmanstudio-md.md)]", "Management Studio",
      [
        "1:1: include '../includes/ssmanstudio-md.md' is found as 'content/includes/"
          + "ssManStudio-md.md': the names differ in case [include-case]"
      ]
    ),
    (
      "é字 [!INCLUDE x]", "é字 [!INCLUDE x]",
      ["1:7: the include is not '[!INCLUDE [label](path)]' [include-syntax]"]
    ),
    (
      "[!INCLUDE[x](../includes/broken-front.md)]", "Text",
      [
        "includes/broken-front.md:2:10: front matter is not YAML: mapping values are not allowed in "
          + "this context [front-matter-syntax]"
      ]
    ),
    (
      "[!INCLUDE[x](../includes/self.md)]", "a self b",
      [
        "includes/self.md:1:3: include 'self.md' includes itself: content/includes/self.md -> "
          + "content/includes/self.md [include-circular]"
      ]
    ),
    (
      "[!INCLUDE[x](../includes/one.md)]", "1 2 one",
      [
        "includes/two.md:1:3: include 'one.md' includes itself: content/includes/one.md -> "
          + "content/includes/two.md -> content/includes/one.md [include-circular]"
      ]
    ),
    (
      "[!INCLUDE[me](page.md)]", "me",
      [
        "1:1: include 'page.md' includes itself: content/docs/page.md -> content/docs/page.md "
          + "[include-circular]"
      ]
    ),
  ]

  @Test(arguments: refused)
  func saysWhyAnIncludeCannotBeHadAndKeepsItsLabel(
    text: String, plain: String, diagnostics: [String]
  ) {
    var files = Self.files
    files["docs/page.md"] = text
    let reading = Reading(text, files: files)
    #expect(reading.plainText == plain)
    #expect(reading.diagnostics == diagnostics)
  }

  @Test func reportsACircleOnceHoweverManyPagesMeetIt() {
    let library = FragmentLibrary(locator: FilesInMemory(Self.files))
    for page in ["content/docs/1.md", "content/docs/2.md"] {
      var parser = MarkdownParser(path: page, library: library)
      let text = "[!INCLUDE[x](../includes/one.md)] [!INCLUDE[x](../includes/one.md)]"
      let document = parser.parse(Array(text.utf8))
      #expect(document.plainText(of: document.indices) == "1 2 one 1 2 one")
      #expect(parser.diagnostics == [])
    }
    #expect(library.diagnostics.map(\.rule) == [.includeCircular])
  }

  /// Where a circle is entered decides what a fragment in it holds, not which page came first.
  @Test func readsACircleTheSameWayFromEitherEnd() {
    let library = FragmentLibrary(locator: FilesInMemory(Self.files))
    func text(_ include: String) -> String {
      var parser = MarkdownParser(path: "content/docs/1.md", library: library)
      let document = parser.parse(Array("[!INCLUDE[x](../includes/\(include).md)]".utf8))
      return document.plainText(of: document.indices)
    }
    #expect(text("one") == "1 2 one")
    #expect(text("two") == "2 1 two")
    #expect(text("one") == "1 2 one")
  }

  /// Each fragment includes the next twice: a page of 2^28 words, or 2^40, were it built.
  ///
  /// Text alone is joined, so that its nodes stay few.
  @Test(.timeLimit(.minutes(5)), arguments: [28, 40], ["a *b* <> c <>", "<><>"])
  func endsAFragmentThatDoublesItselfAtEachStep(steps: Int, text: String) {
    var files = ["includes/\(steps).md": "word"]
    for step in 0..<steps {
      files["includes/\(step).md"] = text.replacing("<>", with: "[!INCLUDE[n](\(step + 1).md)]")
    }
    let reading = Reading("[!INCLUDE[x](../includes/0.md)]", files: files)
    let reason = steps == 28 ? "makes the page too large" : "nests deeper than"
    #expect(reading.diagnostics.contains { $0.contains(reason) })
  }

  /// Circles in which each fragment has several ways on: the ways must not multiply.
  @Test(.timeLimit(.minutes(5))) func endsACircleWithManyWays() {
    let count = 14
    var files: [String: String] = [:]
    for one in 0..<count {
      files["includes/\(one).md"] = (0..<count).map { "[!INCLUDE[\($0)](\($0).md)]" }
        .joined(separator: " ")
    }
    let reading = Reading("[!INCLUDE[x](../includes/0.md)]", files: files)
    #expect(reading.diagnostics.contains { $0.contains("[include-circular]") })
  }

  @Test(.timeLimit(.minutes(5))) func readsFragmentsWithinFragments() {
    let depth = 20
    var files = ["includes/\(depth).md": "end"]
    for step in 0..<depth { files["includes/\(step).md"] = "[!INCLUDE[n](\(step + 1).md)]" }
    let reading = Reading("[!INCLUDE[x](../includes/0.md)]", files: files)
    #expect(reading.plainText == "end")
    #expect(reading.diagnostics == [])
  }

  @Test func endsAChainOfThousandsOfFragments() {
    let depth = 5_000
    var files = ["includes/\(depth).md": "end"]
    for step in 0..<depth { files["includes/\(step).md"] = "\(step) [!INCLUDE[n](\(step + 1).md)]" }
    let reading = Reading("[!INCLUDE[x](../includes/0.md)]", files: files)
    #expect(reading.plainText.hasPrefix("0 1 2 3 "))
    #expect(
      reading.diagnostics == [
        "includes/31.md:1:4: include '32.md' nests deeper than 32 levels [nesting-depth]"
      ])
  }
}
