import Catalogue
import Markup
import Render

/// Answers made by hand after pages of the corpus, one for each thing an answer can have.
enum Samples {
  static let frenchWords = InterfaceWords.for(LocaleTag(canonical: "fr-FR"))
  static let japaneseWords = InterfaceWords.for(LocaleTag(canonical: "ja-JP"))

  private static func locales(_ tags: String...) -> [LocaleTag] {
    tags.map { LocaleTag(canonical: $0) }
  }

  static func answer(_ pages: [Page], _ tags: [LocaleTag]) -> Answer {
    Answer(
      source: pages[0].source, id: pages[0].ids[0], locale: pages[0].locale, pages: pages,
      locales: tags)
  }

  private static let frenchLabels = [
    "Nom du produit", "ID de l’événement", "Source de l’événement", "Composant", "Nom symbolique",
    "Texte du message",
  ]

  private static let appliesTo = Block.paragraph([
    .image(["oui"], from: "../media/yes-icon.png"),
    "SQL Server (toutes les versions prises en charge)",
  ])

  /// The shortest whole page: one fix, one explanation, two links.
  static let refused: Answer = {
    var page = Page.reference("10061", "fr-FR")
    page.document.append([.heading(1, ["MSSQLSERVER_10061"]), appliesTo])
    page.appendDetails(
      "Détails", labels: frenchLabels,
      message: [
        """
        Une erreur s'est produite lors de l'établissement d'une connexion au serveur. Lors de la \
        connexion à SQL Server, cet échec peut être dû au fait que les paramètres par défaut de \
        SQL Server n'autorisent pas les connexions à distance. (fournisseur : Fournisseur TCP, \
        erreur : 0 - Aucune connexion n'a pu être établie, car l'ordinateur cible l'a \
        expressément refusée.) (Microsoft SQL Server, Erreur: 10061)
        """
      ])
    page.append(
      .explanation, "explanation", "Explication",
      [
        .text("Le serveur n'a pas répondu à la demande du client."),
        .alert(.note, [.text("Cette erreur s'est peut-être produite au démarrage du serveur.")]),
      ])
    page.append(
      .userAction, "user-action", "Action de l'utilisateur",
      [.text("Assurez-vous que le serveur a été démarré.")])
    page.append(
      .seeAlso, "see-also", "Voir aussi",
      [
        .paragraph([
          .link(["MSSQLSERVER_10060"], to: "mssqlserver-10060.md"), .hardBreak,
          .link(["Configurer des protocoles clients"], to: "~/configure-client-protocols.md"),
        ])
      ])
    page.links = [
      Page.Link(
        text: "MSSQLSERVER_10060", target: "mssqlserver-10060.md", event: "MSSQLSERVER_10060"),
      Page.Link(
        text: "Configurer des protocoles clients", target: "~/configure-client-protocols.md"),
    ]
    var translation = Page.Translation()
    translation.method = "HT"
    translation.handoff = CalendarDate("01/30/2021")
    page.translation = translation
    return answer([page], locales("de-DE", "en-US", "es-ES", "fr-FR", "ja-JP"))
  }()

  /// A message with placeholders, severity, a table of states under other information, several
  /// fixes; a machine's translation that lags behind.
  static let logon: Answer = {
    var page = Page.reference("18456", "fr-FR")
    page.details.symbolicName = "LOGON_FAILED"
    page.severity = 14
    page.logged = true
    page.appendDetails(
      "Détails", labels: frenchLabels,
      message: ["Échec de la connexion pour l’utilisateur '%.*ls'.%.*ls"])
    page.append(
      .explanation, "explanation", "Explication",
      [
        .paragraph([
          "Le message complet est dans le ", .link(["journal"], to: "https://example.com/log"),
          " des erreurs ; comptez 10", .superscript(["6"]), " lignes.",
        ]),
        .quote([.text("Échec de la connexion pour l'utilisateur '<nom_utilisateur>'.")]),
      ])
    page.append(
      .remarks, "additional-error-information", "Informations supplémentaires sur l'erreur",
      [
        .text("Comparez l'état d'erreur à la liste suivante."),
        .table([
          [["State"], ["Description"]],
          [["8"], ["Le mot de passe est incorrect."]],
          [
            ["11"],
            [
              """
              La connexion est valide mais l'accès au serveur a échoué. Pour vous connecter, \
              démarrez le programme à l’aide de l’option \

              """, .strong(["Exécuter en tant qu’administrateur"]), ".",
            ],
          ],
          [["38, 46"], ["La base de données demandée par l’utilisateur est introuvable."]],
        ]),
      ])
    page.append(
      .other, "access", "Accès refusé", level: 3, [.text("Vérifiez les autorisations.")])
    page.append(
      .example, "examples", "Exemples",
      [
        .table([
          [["Date"], ["Source"], ["Message"]],
          [["2007-12-05 20:12:56.34"], ["Connexion"], ["Erreur : 18456, État : 8."]],
        ]),
        .code("sqlcmd -S tcp:sqlhost01,1433 -U app_user -P ***** -Q \"SELECT @@SERVERNAME, 1\"\n"),
      ])
    page.append(
      .userAction, "user-action", "Action de l'utilisateur",
      [
        .text("Essayez dans cet ordre :"),
        .list([
          [
            .paragraph(["Ouvrez ", .code("sqlcmd"), ", puis :"]), .code("EXEC xp_readerrorlog\nGO"),
          ],
          [.text("Vérifiez la connexion."), .list([[.text("son nom")], [.text("sa base")]])],
          [.text("Contactez votre administrateur.")],
        ]),
        .text("Redémarrez ensuite le client."),
      ])
    page.states = [
      Page.State(from: 8, to: 8, text: "Le mot de passe est incorrect."),
      Page.State(from: 11, to: 11, text: "L'accès au serveur a échoué."),
      Page.State(
        from: 38, to: 38,
        text: "La base de données demandée par l’utilisateur est introuvable."),
      Page.State(from: 102, to: 111, text: "Échec d’AAD."),
    ]
    var translation = Page.Translation()
    translation.method = "MT"
    translation.handoff = CalendarDate("2018-07-03")
    translation.drift = ["explanation", "cause"]
    page.translation = translation
    return answer([page], locales("en-US", "fr-FR"))
  }()

  /// Japanese: no blanks to break at.
  static let japanese: Answer = {
    var page = Page.reference("17204", "ja-JP")
    page.details.symbolicName = "DBLKIO_DEVOPENFAILED"
    page.severity = 17
    page.logged = false
    page.appendDetails(
      "詳細",
      labels: ["製品名", "イベント ID", "イベント ソース", "コンポーネント", "シンボル名", "メッセージ テキスト"],
      message: ["%ls: ファイル番号 %d のファイル %ls を開けませんでした。OS エラー: %ls。"])
    page.append(
      .explanation, "explanation", "説明",
      [
        .text(
          """
          SQL Server は、指定された OS エラーが発生したため、指定されたファイルを開くことができ\
          ませんでした（「アクセスが拒否されました」など）。
          """),
        .list(
          from: 9,
          [
            [.text("データベースに属しているすべてのファイルを開く。チェックポイントとトランザクションログも、必ず確認してください。")],
            [.text("データベースで復旧を実行する。")],
          ]),
        .alert(.note, [.text("この情報は、Windows イベント ログまたは SQL Server エラー ログに表示されます。")]),
      ])
    page.append(
      .userAction, "user-action", "ユーザーの操作",
      [.list(from: 1, [[.text("オペレーティング システムのエラーを解決してから、データベースを再起動してください。")]])])
    var translation = Page.Translation()
    translation.method = "HT"
    translation.handoff = CalendarDate("2020-12-14")
    page.translation = translation
    return answer([page], locales("en-US", "ja-JP"))
  }()

  /// Two pages: the compiler's, whose message is a quote with placeholders in italics and which has
  /// no fixes, and a guide without sections.
  static let undeclared: Answer = {
    var page = Page.reference("C2065", "en-US", source: "MSVC")
    page.document.append([
      .heading(1, ["Compiler Error C2065"]),
      .quote([.paragraph(["'", .emphasis(["identifier"]), "' : undeclared identifier"])]),
      .text("Before the first heading."),
    ])
    page.message = "'identifier' : undeclared identifier"
    page.append(
      .remarks, "remarks", "Remarks",
      [
        .text("The compiler can't find the declaration for an identifier."),
        .tab("Visual Studio", [.text("Open the project.")]),
        .thematicBreak,
      ])
    page.append(
      .example, "example", "Example: misspelled identifier",
      [.code("#include <iostream>\nint main() {\n\tint someIdentifier = 42;\n}\n")])
    page.append(.other, "casing", "Letters", level: 3, [.text("Case counts.")])
    page.append(
      .seeAlso, "see-also", "See also",
      [.paragraph(["Read ", .link(["Projects"], to: "https://example.com"), " first."])])
    var guide = Page(
      kind: .guide, source: "MSVC", ids: [EventID("C2065")],
      locale: LocaleTag(canonical: "en-US"), title: "Solving C2065", path: "guide.md")
    guide.document.append([.heading(1, ["Solving C2065"])])
    for text in ["Declare it.", "Include its header."] {
      let nodes = guide.document.append([Block.text(text)])
      let quote = Page.Quote(line: guide.fixes.count + 3, text: text)
      guide.fixes.append(
        Page.Fix(text: text, code: [], section: nil, nodes: nodes, quote: quote))
    }
    return answer([page, guide], locales("en-US"))
  }()

  /// A row of a message list and no page, in another language than asked for.
  static let messageOnly = Answer(
    source: "MSSQLSERVER", id: EventID("105"), locale: LocaleTag(canonical: "en-US"),
    requested: locales("ko-KR", "ko"),
    messages: [
      Message(
        source: "MSSQLSERVER", id: EventID("105"), locale: LocaleTag(canonical: "en-US"),
        severity: 19, logged: false,
        text: "Unclosed quotation mark after the character string '%.*ls'.", path: "list.md",
        line: 12)
    ], locales: locales("en-US", "fr-FR"))

  /// What a stranger could write: escapes, bidi controls, a marker that hides.
  static let hostile: Answer = {
    var page = Page.reference("66", "en-US")
    page.title = "\u{1B}]0;owned\u{07}"
    page.message = "a\u{1B}[2Jb\u{9B}c\u{202E}d\u{2066}e\u{200F}f\u{61C}g\u{FEFF}h\u{7F}i"
    page.append(
      .explanation, "explanation", "Tit\u{1B}le",
      [
        .paragraph(["x\u{0B}y", .code("\u{1B}[31m")]),
        .code("a\tb\u{1B}c\rd\n\u{202D}e\n"),
        .table([[["h\u{1B}"]], [["v\u{85}"]]]),
      ])
    return answer([page], locales("en-US", "x\u{1B}"))
  }()

  /// Lists nested deeper than any terminal is wide.
  static let deep: Answer = {
    var page = Page.reference("7", "en-US")
    var block = Block.text("the bottom")
    for _ in 0..<200 { block = .list(from: 1, [[block]]) }
    page.append(.explanation, "explanation", "Explanation", [block, .text("and out again")])
    return answer([page], locales("en-US"))
  }()
}
