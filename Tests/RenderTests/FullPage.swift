import Catalogue
import Markup

/// A page that has everything a page can have, for tests of whole objects.
enum FullPage {
  static var page: Page {
    var sketch = DocumentSketch()
    sketch.heading(1, "MSSQLSERVER_10061")
    sketch.paragraph("S'applique à")
    var sections: [Page.Section] = []
    func section(
      _ role: Role, _ anchor: String, _ level: UInt8, _ title: String,
      _ body: (inout DocumentSketch) -> Void
    ) {
      let start = sketch.document.nodes.count
      sketch.heading(level, title, anchor: anchor)
      let middle = sketch.document.nodes.count
      body(&sketch)
      sections.append(
        Page.Section(
          role: role, anchor: anchor, level: Int(level), title: title, heading: start..<middle,
          body: middle..<sketch.document.nodes.count))
    }
    section(.details, "details", 2, "Détails") { $0.table([["", ""], ["ID", "10061"]]) }
    section(.explanation, "explanation", 2, "Explication") { $0.paragraph("Pas de <réponse>.") }
    section(.cause, "cause", 3, "Cause") { $0.paragraph("Le pare-feu.") }
    section(.seeAlso, "see-also", 2, "Voir aussi") {
      $0.node(.paragraph) { $0.node(.link, attribute: "mssqlserver-10060.md") { $0.text("10060") } }
    }
    section(.userAction, "user-action", 2, "Action") {
      $0.node(.list, detail: 3, number: 1) { $0.item("Démarrez le *serveur*.") }
    }

    var page = Page(
      kind: .reference, source: "MSSQLSERVER", ids: [EventID("10061")],
      locale: LocaleTag(canonical: "fr-FR"), title: "MSSQLSERVER_10061",
      path: "docs/mssqlserver-10061.md", document: sketch.document)
    page.description = "Une erreur"
    page.date = CalendarDate("04/04/2017")
    page.details.productName = "SQL Server"
    page.details.eventID = "10061"
    page.details.messageText = "Échec pour '%.*ls'."
    page.message = "Échec pour '%.*ls'."
    page.severity = 16
    page.logged = false
    page.sections = sections
    page.fixes = [
      Page.Fix(
        text: "Démarrez le serveur.", code: ["net start"], section: 4, nodes: sections[4].body)
    ]
    page.states = [Page.State(from: 38, to: 40, text: "Base introuvable")]
    page.alerts = [Page.Alert(kind: .note, text: "À savoir")]
    page.links = [
      Page.Link(text: "10060", target: "mssqlserver-10060.md", event: "MSSQLSERVER_10060")
    ]
    page.confusions = [
      Page.Confusion(
        event: "MSSQLSERVER_10060",
        quote: Page.Quote(line: 28, text: "Plutôt [10060](x.md),\n# et <b>non</b> 53 ni 10061.")),
      Page.Confusion(
        about: EventID("10061"), event: "MSSQLSERVER_53",
        quote: Page.Quote(line: 28, text: "Plutôt [10060](x.md),\n# et <b>non</b> 53 ni 10061.")),
      Page.Confusion(
        event: "MSSQLSERVER_53", quote: Page.Quote(file: "fr-fr/53.md", line: 4, text: "Et 10061.")),
    ]
    page.keywords = ["10061"]
    var translation = Page.Translation()
    translation.method = "HT"
    translation.handoff = CalendarDate("01/30/2021")
    translation.sourceHash = "abc"
    translation.sourceCommit = "def"
    translation.drift = ["cause"]
    page.translation = translation
    return page
  }

  /// A page that has only what every page has.
  static var barePage: Page {
    Page(
      kind: .thread, source: "MSVC", ids: [EventID("C2065"), EventID("C2066")],
      locale: LocaleTag(canonical: "en-US"), title: "C2065", path: "c2065.md")
  }

  static var message: Message {
    Message(
      source: "MSSQLSERVER", id: EventID("105"), locale: LocaleTag(canonical: "fr-FR"),
      severity: 15,
      logged: false, text: "Guillemet \"%.*ls\"", path: "errors.md", line: 12)
  }
}
