import Catalogue
import Diagnostics
import Markup
import TestSupport
import Testing

@Suite struct VocabularyTests {
  private let vocabulary = Vocabulary.shared

  @Test func ownDataIsFlawless() {
    #expect(Vocabulary.diagnostics == [])
  }

  @Test(arguments: [
    ("details", Role.details), ("explanation", .explanation), ("cause", .cause),
    ("possible-cause", .cause), ("possible-causes", .cause), ("user-action", .userAction),
    ("resolution", .userAction), ("to-correct-this-error", .userAction),
    ("to-fix-by-checking-the-following-possible-causes", .userAction),
    ("how-to-fix-it", .userAction), ("example", .example), ("examples", .example),
    ("example-misspelled-identifier", .example), ("symptom", .symptom), ("symptoms", .symptom),
    ("how-to-prevent-it", .prevention), ("common-questions", .question), ("faq", .question),
    ("more-information", .remarks), ("additional-error-information", .remarks),
    ("remarks", .remarks), ("see-also", .seeAlso), ("references", .seeAlso),
    ("additional-resources", .seeAlso), ("internal-only", .other), ("in-this-section", .other),
    ("See-Also", .seeAlso),
  ])
  func tellsTheRoleOfAnAnchor(anchor: String, role: Role) {
    #expect(vocabulary.role(forAnchor: anchor) == role)
  }

  @Test(arguments: [
    "", "restore-from-backup", "run-dbcc-checkdb", "exampled", "to-fix", "causeway",
  ])
  func knowsNoRoleForOtherAnchors(anchor: String) {
    #expect(vocabulary.role(forAnchor: anchor) == nil)
  }

  @Test(arguments: [
    ("User Action", "en-US", Role.userAction), ("Why it happens", "en-US", .cause),
    ("To correct this error", "en-US", .userAction), ("See Also:", "en-US", .seeAlso),
    ("Action de l'utilisateur", "fr-FR", .userAction),
    ("Action de l’utilisateur", "fr-FR", .userAction),
    ("ACTION DE L’UTILISATEUR :", "fr", .userAction), ("Action requise", "fr-CA", .userAction),
    ("Exemple : identificateur mal orthographié", "fr-FR", .example),
    ("Exemple\u{A0}: identificateur", "fr-FR", .example), ("Voir\u{A0}aussi", "fr-FR", .seeAlso),
    ("De\u{301}tails", "fr-FR", .details), ("User Action", "fr-FR", .userAction),
    ("Acción del usuario", "es-ES", .userAction), ("Consulte también", "es-MX", .seeAlso),
    ("ユーザーの操作", "ja-JP", .userAction), ("ユーザー アクション", "ja-JP", .userAction),
    ("詳細", "ja-JP", .details), ("詳細情報", "ja-JP", .remarks), ("説明を見る", "ja-JP", .remarks),
    ("用户操作", "zh-CN", .userAction), ("详细信息", "zh-Hans-CN", .details),
    ("使用者動作", "zh-TW", .userAction), ("另請參閱", "zh-Hant-TW", .seeAlso),
    ("Benutzeraktion", "de-AT", .userAction), ("Weitere Informationen", "de-DE", .seeAlso),
    ("Azione utente", "it-IT", .userAction), ("Пояснение", "ru-RU", .explanation),
    ("См. также:", "ru-RU", .seeAlso), ("사용자 동작", "ko-KR", .userAction),
    ("Ação do Usuário", "pt-PT", .userAction), ("Ｅｘａｍｐｌｅ", "ja-JP", .example),
  ])
  func tellsTheRoleOfAHeading(heading: String, locale: String, role: Role) {
    #expect(vocabulary.role(forHeading: heading, locale: LocaleTag(canonical: locale)) == role)
  }

  @Test func readsAHeadingInItsOwnLanguageOnly() {
    #expect(
      vocabulary.role(forHeading: "Erläuterung", locale: LocaleTag(canonical: "fr-FR")) == nil)
  }

  @Test(arguments: [
    ("Product Name", "en-US", DetailsField.productName), ("Event ID", "en-US", .eventID),
    ("ID de l’événement", "fr-FR", .eventID), ("ID d'événement", "fr-FR", .eventID),
    ("Source de l’événement", "fr-FR", .eventSource), ("Id. de evento", "es-ES", .eventID),
    ("Componente", "es-ES", .component), ("シンボル名", "ja-JP", .symbolicName),
    ("メッセージ テキスト", "ja-JP", .messageText), ("事件 ID", "zh-CN", .eventID),
    ("产品版本", "zh-CN", .productVersion), ("Meldungstext", "de-DE", .messageText),
    ("event\u{A0}source", "ko-KR", .eventSource),
  ])
  func tellsTheFieldOfALabel(label: String, locale: String, field: DetailsField) {
    #expect(vocabulary.detailsField(forLabel: label, locale: LocaleTag(canonical: locale)) == field)
  }

  @Test(arguments: [
    "", " ", "\u{A0}", "NA", "N/A", "n/d", "Nicht verfügbar", "ND", "Н/Д", "해당 없음", "該当なし", "空值",
    "–", "Недоступно", "Ｎ／Ａ",
  ])
  func knowsAnAbsentValue(word: String) {
    #expect(vocabulary.isAbsent(word))
  }

  @Test func takesASymbolicNameForAValue() {
    #expect(!vocabulary.isAbsent("LOGON_FAILED"))
    #expect(!vocabulary.isAbsent("0"))
  }

  @Test(
    arguments: [
      ("Oui", true), ("Non", false), ("Sí", true), ("No", false), ("はい", true), ("いいえ", false),
      ("是", true), ("否", false), ("Ja", true), ("Nein", false), ("Sì", true), ("Да", true),
      ("Нет", false), ("Sim", true), ("Não", false), ("예", true), ("YES", true), (" no ", false),
      ("", nil), ("10", nil), ("peut-être", nil),
    ] as [(String, Bool?)])
  func tellsYesFromNo(word: String, answer: Bool?) {
    #expect(vocabulary.logged(word) == answer)
  }

  @Test(arguments: ["State", "État", "Estado", "状態", "状态", "STATE:", "e\u{301}tat"])
  func knowsTheHeadOfAStateColumn(heading: String) {
    #expect(vocabulary.isStateHeading(heading))
    #expect(!vocabulary.isStateHeading(heading + "s or so"))
  }

  @Test(
    arguments: [
      ("C2065", "MSVC"), ("c2065", "MSVC"), ("C26495", "MSVC"), ("LNK2019", "MSVC"),
      ("R6034", "MSVC"), ("CS0246", "CSHARP"), ("BC30002", "VISUALBASIC"), ("FS0039", "FSHARP"),
      ("MSB4018", "MSBUILD"), ("NU1101", "NUGET"), ("CA1822", "DOTNET"), ("TS2304", "TYPESCRIPT"),
      ("E0382", "RUSTC"), ("ORA-00942", "ORACLE"), ("ora-942", "ORACLE"), ("SQL0204N", "DB2"),
      ("42S02", "SQLSTATE"), ("NETSDK1045", "DOTNETSDK"), ("10061", nil), ("-2", nil),
      ("C206", nil), ("C999", "MSVC"),
      ("C206555", nil), ("XYZ1234", nil), ("", nil), ("C20é5", nil),
    ] as [(String, String?)])
  func tellsTheSourceByTheShapeOfAnID(id: String, source: String?) {
    #expect(vocabulary.source(forID: id) == source)
  }

  @Test(arguments: [
    ("10061", true), ("-2", true), ("0", true), ("C2065", true), ("12345678901", false),
    ("", false), ("-", false), ("--2", false), ("refused", false), ("1 024", false),
  ])
  func knowsWhatCouldBeAnID(word: String, answer: Bool) {
    #expect(vocabulary.isEventIDShape(word) == answer)
  }

  @Test func putsTheWordsOfAConfigurationFirst() throws {
    var configuration = Configuration()
    configuration.sources = [
      .init(
        name: "ACME", ids: [try #require(IDShape("C2###")), try #require(IDShape("AC-#..###"))])
    ]
    configuration.headings = [
      .init(locale: "fr", role: .cause, words: ["Pourquoi *", "Notes"])
    ]
    let own = vocabulary.adding(configuration)
    #expect(own.source(forID: "C2065") == "ACME")
    #expect(own.source(forID: "C1001") == "MSVC")
    #expect(own.source(forID: "ac-12") == "ACME")
    let french = LocaleTag(canonical: "fr-FR")
    #expect(own.role(forHeading: "Pourquoi cette erreur", locale: french) == .cause)
    #expect(own.role(forHeading: "Notes", locale: french) == .cause)
    #expect(vocabulary.role(forHeading: "Notes", locale: french) == .remarks)
  }

  // Skipped where the corpus is absent: it is not part of the package.
  @Test(.enabled(if: Corpus.isEnabled, "no corpus: set ERRKB_CORPUS to its folder"))
  func tellsTheSourceOfEveryCompilerErrorInTheCorpus() throws {
    var ids = 0
    for path in try Corpus.markdownFiles(under: "cpp-docs") {
      var diagnostics: [Diagnostic] = []
      let reading = FrontMatter.read(
        from: try Corpus.text(of: path), path: path, diagnostics: &diagnostics)
      for keyword in reading.frontMatter?.strings(for: "f1_keywords") ?? []
      where keyword.utf8.count < 9
        && keyword.utf8.suffix(4).allSatisfy({ (0x30...0x39).contains($0) })
      {
        ids += 1
        if vocabulary.source(forID: keyword) != "MSVC" { Issue.record("\(path): \(keyword)") }
      }
    }
    #expect(ids > 4_000)
  }

  // Skipped where the corpus is absent: it is not part of the package.
  @Test(.enabled(if: Corpus.isEnabled, "no corpus: set ERRKB_CORPUS to its folder"))
  func tellsTheSameRoleByAnchorAndByHeadingThroughoutTheCorpus() throws {
    var agreed = 0
    var unknown: [String: Int] = [:]
    for (folder, tag) in [
      ("sql-docs/fr-fr", "fr-FR"), ("sql-docs/es-es", "es-ES"), ("sql-docs/ja-jp", "ja-JP"),
      ("sql-docs/zh-cn", "zh-CN"), ("cpp-docs/fr-fr", "fr-FR"),
    ] {
      for path in try Corpus.markdownFiles(under: folder) {
        for line in try Corpus.text(of: path).split(separator: 0x0A)
        where line.starts(with: "##".utf8) {
          let heading = String(decoding: line, as: UTF8.self)
          let parts = heading.split(separator: "\"", maxSplits: 2).map(String.init)
          guard parts.count == 3, parts[2].hasPrefix("></a>"),
            let role = vocabulary.role(forAnchor: parts[1])
          else { continue }
          let text = String(parts[2].dropFirst(5))
          if vocabulary.role(forHeading: text, locale: LocaleTag(canonical: tag)) == role {
            agreed += 1
          } else {
            unknown["\(tag) \(parts[1]): \(text)", default: 0] += 1
          }
        }
      }
    }
    #expect(agreed > 4_000)
    #expect(unknown.isEmpty, "\(unknown.sorted { $0.key < $1.key })")
  }
}
