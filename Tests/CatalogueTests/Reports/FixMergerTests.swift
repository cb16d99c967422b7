import TestSupport
import Testing

@testable import Catalogue

struct FixMergerTests {
  private func pages(_ files: File...) throws -> [Page] {
    try Built(files).pages.values.sorted { $0.path < $1.path }.map { $0.serving(EventID("10061")) }
  }

  /// The words of each fix, those of the leader first.
  private func words(_ fixes: [MergedFix]) -> [[String]] {
    fixes.map { $0.supports.map { $0.text.replacing("\n", with: " ") } }
  }

  @Test func joinsWhatIsOneAndOrdersByWeight() throws {
    let pages = try pages(
      ReportSample.reference, ReportSample.guide,
      ReportSample.thread(
        "I enabled TCP/IP in configuration manager and it worked.",
        "Enabling TCP/IP in the manager did the trick.",
        "I changed the password of the account, solved."))
    let fixes = FixMerger.merge(pages)
    #expect(
      words(fixes) == [
        [
          "Enable **TCP/IP** in *Configuration Manager*, and   restart the service.",
          "I enabled TCP/IP in configuration manager and it worked.",
          "Enabling TCP/IP in the manager did the trick.",
        ],
        ["Make sure that the server is started.", "Start the server"],
        ["Open port 1433 in the firewall."],
        ["Close port 1433 in the firewall"],
        ["I changed the password of the account, solved."],
      ])
    #expect(fixes.map(\.sources) == [3, 2, 1, 1, 1])
    #expect(fixes[1].code.map(\.text) == ["net start MSSQLSERVER\n"])
  }

  @Test(arguments: [
    ("Enable remote connections on the server.", "Disable remote connections on the server."),
    ("Start SQL Server Browser.", "Stop SQL Server Browser."),
    ("Add the account to the group.", "Remove the account from the group."),
    ("Open port 1433.", "Close port 1433."), ("Open port 1433.", "Do not open port 1433."),
    ("Activez le protocole TCP/IP.", "Désactivez le protocole TCP/IP."),
    ("Öffnen Sie den Port 1433.", "Schließen Sie den Port 1433."),
    ("TCP/IP を有効にします。", "TCP/IP を無効にします。"), ("启用 TCP/IP 协议。", "禁用 TCP/IP 协议。"),
  ])
  func neverJoinsOpposites(one: String, other: String) {
    let (one, other) = (
      SignFinder().signs(of: one, code: ["net start x"]),
      SignFinder().signs(of: other, code: ["net start x"])
    )
    #expect(one.contradicts(other))
    #expect(one.likeness(to: other) == 0)
    #expect(one.likeness(ofReportOn: other) == 0)
  }

  @Test(arguments: [
    ("Make sure that the server is started.", "Start the SQL Server service"),
    ("Check that TCP/IP is enabled: open the manager.", "Enable TCP/IP"),
    ("Vérifiez que TCP/IP est activé.", "Activer TCP/IP"),
    ("Stellen Sie sicher, dass der Server gestartet ist.", "Starten Sie den Server"),
    ("If it says LOG_BACKUP, back up the log.", "Back up the log"),
    ("ファイアウォールで TCP ポート 1433 を開きます。", "ファイアウォールで 1433 のポートを開く"),
  ])
  func findsOneThingInOtherWords(one: String, other: String) {
    let likeness = SignFinder().signs(of: one, code: []).likeness(
      to: SignFinder().signs(of: other, code: []))
    #expect(likeness >= FixSigns.threshold)
  }

  @Test(arguments: [
    (
      "Make sure that the server is started.",
      "For named instances, start SQL Server Browser or specify the port"
    ),
    ("States 2 and 5, no such login", "State 40: give the login a default database that exists."),
    ("Open the SQL Server port in the firewall", "Connect using the correct port"),
  ])
  func keepsOtherThingsApart(one: String, other: String) {
    let likeness = SignFinder().signs(of: one, code: []).likeness(
      to: SignFinder().signs(of: other, code: []))
    #expect(likeness < FixSigns.threshold)
  }

  @Test func whoFailedCountsAgainstNothingAndForNothing() throws {
    let pages = try pages(
      ReportSample.reference,
      ReportSample.thread(
        "I enabled TCP/IP in configuration manager, still getting the error.",
        "I enabled TCP/IP in configuration manager yesterday."))
    let fix = try #require(FixMerger.merge(pages).first { $0.supports.count > 1 })
    #expect(fix.supports.map(\.outcome) == [nil, .didNotWork, .notSaid])
    #expect(fix.sources == 1)
  }

  @Test func onePersonCountsOnce() throws {
    let thread = File(
      "en-us/t.md",
      "---\ntitle: Refused\nkind: thread\nevents: [MSSQLSERVER_10061]\n---\n# Refused\n\n## Replies\n\n"
        + "### 1. Ann\n\nOpening port 1433 in the firewall did the trick.\n\n"
        + "### 2. Ann\n\nOpening port 1433 in the firewall solved it again.\n")
    let fixes = FixMerger.merge(try pages(ReportSample.reference, thread))
    #expect(fixes.first?.supports.count == 3)
    #expect(fixes.first?.sources == 2)
  }

  /// Taking a source away takes its words away and no other's.
  @Test func removingASourceRemovesItsSupports() throws {
    let all = try pages(
      ReportSample.reference, ReportSample.guide,
      ReportSample.thread("Enabling TCP/IP in the manager did the trick.", "Start the service."))
    func supports(_ pages: [Page]) -> Set<String> {
      Set(FixMerger.merge(pages).flatMap(\.supports).map { "\($0.path):\($0.line):\($0.text)" })
    }
    let whole = supports(all)
    for page in all {
      let rest = supports(all.filter { $0.path != page.path })
      #expect(rest == whole.filter { !$0.hasPrefix("\(page.path):") })
    }
  }

  @Test func doesNotDependOnTheOrderOfPagesOfOtherKinds() throws {
    let all = try pages(
      ReportSample.reference, ReportSample.guide,
      ReportSample.thread("Enabling TCP/IP in the manager did the trick."))
    #expect(words(FixMerger.merge(all)) == words(FixMerger.merge(all.reversed())))
  }

  @Test func whatIsOnlySaidInAnotherLanguageComesLast() throws {
    let french = File(
      "fr-fr/10061.md",
      "---\ntitle: MSSQLSERVER_10061\n---\n# MSSQLSERVER_10061\n\n## Résolution\n\nDemandez de l'aide.\n"
    )
    let built = try Built(french, ReportSample.guide, ReportSample.reference)
    let pages = ["fr-fr/10061.md", "en-us/guides/refused.md"].compactMap { built.pages[$0] }
    let locales = FixMerger.merge(pages).map(\.leader.locale.text)
    #expect(locales.first == "fr-FR")
    #expect(locales.dropFirst().allSatisfy { $0 == "en-US" })
  }
}
