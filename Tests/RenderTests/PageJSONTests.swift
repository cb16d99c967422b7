import Catalogue
import Diagnostics
import Render
import TestSupport
import Testing

struct PageJSONTests {
  private func json(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func writesEveryKeyInOrder() {
    #expect(
      json { PageJSON.write(FullPage.page, to: &$0) } == #"""
        {"schema":1,"kind":"reference","source":"MSSQLSERVER","ids":["10061"],"locale":"fr-FR",\#
        "title":"MSSQLSERVER_10061","description":"Une erreur","path":"docs/mssqlserver-10061.md",\#
        "date":"2017-04-04","details":{"productName":"SQL Server","eventID":"10061",\#
        "messageText":"Échec pour '%.*ls'."},"severity":16,"logged":false,"sections":[\#
        {"role":"details","anchor":"details","level":2,"title":"Détails","text":"ID 10061",\#
        "markdown":"|  |  |\n| --- | --- |\n| ID | 10061 |"},\#
        {"role":"explanation","anchor":"explanation","level":2,"title":"Explication",\#
        "text":"Pas de <réponse>.","markdown":"Pas de \\<réponse>."},\#
        {"role":"cause","anchor":"cause","level":3,"title":"Cause","text":"Le pare-feu.",\#
        "markdown":"Le pare-feu."},\#
        {"role":"seeAlso","anchor":"see-also","level":2,"title":"Voir aussi","text":"10060",\#
        "markdown":"[10060](mssqlserver-10060.md)"},\#
        {"role":"userAction","anchor":"user-action","level":2,"title":"Action",\#
        "text":"Démarrez le *serveur*.","markdown":"1. Démarrez le \\*serveur\\*."}],\#
        "fixes":[{"text":"Démarrez le serveur.","code":["net start"],"section":"user-action"}],\#
        "states":[{"from":38,"to":40,"text":"Base introuvable"}],\#
        "alerts":[{"kind":"note","text":"À savoir"}],\#
        "links":[{"text":"10060","target":"mssqlserver-10060.md","event":"MSSQLSERVER_10060"}],\#
        "confusedWith":[{"event":"MSSQLSERVER_10060",\#
        "text":"Plutôt [10060](x.md),\n# et <b>non</b> 53 ni 10061.",\#
        "path":"docs/mssqlserver-10061.md","line":28},{"about":"10061","event":"MSSQLSERVER_53",\#
        "text":"Plutôt [10060](x.md),\n# et <b>non</b> 53 ni 10061.",\#
        "path":"docs/mssqlserver-10061.md","line":28},{"event":"MSSQLSERVER_53",\#
        "text":"Et 10061.","path":"fr-fr/53.md","line":4}],\#
        "keywords":["10061"],"translation":{"method":"HT","handoff":"2021-01-30",\#
        "sourceHash":"abc","sourceCommit":"def","drift":["cause"]}}
        """#)
  }

  @Test func leavesOutWhatIsAbsentAndKeepsEmptyLists() {
    #expect(
      json { PageJSON.write(FullPage.barePage, to: &$0) } == #"""
        {"schema":1,"kind":"thread","source":"MSVC","ids":["C2065","C2066"],"locale":"en-US",\#
        "title":"C2065","path":"c2065.md","sections":[],"fixes":[],"states":[],"alerts":[],\#
        "links":[],"confusedWith":[],"keywords":[]}
        """#)
  }

  @Test func saysWhichLocaleWasRequested() {
    let wanted = LocaleTag(canonical: "de-DE")
    #expect(
      json { MessageJSON.write(FullPage.message, requestedLocale: wanted, to: &$0) } == #"""
        {"schema":1,"kind":"message","source":"MSSQLSERVER","ids":["105"],"locale":"fr-FR",\#
        "requestedLocale":"de-DE","severity":15,"logged":false,"text":"Guillemet \"%.*ls\""}
        """#)
    #expect(
      json { PageJSON.write(FullPage.page, requestedLocale: wanted, to: &$0) }
        .contains(#""locale":"fr-FR","requestedLocale":"de-DE","title""#))
  }

  @Test(.enabled(if: Self.python.isThere(), "python3 or its jsonschema is missing"))
  func agreesWithTheSchema() throws {
    var lines = JSONWriter()
    for page in [FullPage.page, FullPage.barePage] {
      PageJSON.write(page, to: &lines)
      lines.endLine()
      PageJSON.write(page, requestedLocale: LocaleTag(canonical: "zh-Hant-TW"), to: &lines)
      lines.endLine()
    }
    MessageJSON.write(FullPage.message, to: &lines)
    lines.endLine()
    let program = Program(Program.python, "-c", Self.validation, Self.schemaPath)
    let result = try program.run(lines.bytes)
    #expect(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))")
    #expect(String(decoding: result.output, as: UTF8.self) == "5\n")

    let wrong = try program.run(Array(#"{"schema":1,"kind":"message","source":"X","ids":[]}"#.utf8))
    #expect(wrong.status == 1)
  }

  private static let python = Program(Program.python, "-c", "import jsonschema")

  private static let schemaPath =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/templates/schema/page.schema.json"

  private static let validation = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    count = 0
    for line in sys.stdin.buffer:
        Draft202012Validator(schema).validate(json.loads(line.decode("utf-8")))
        count += 1
    print(count)
    """
}
