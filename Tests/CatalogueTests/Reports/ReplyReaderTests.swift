import Diagnostics
import TestSupport
import Testing

@testable import Catalogue

struct ReplyReaderTests {
  private func replies(_ texts: String...) throws -> [Page.Reply] {
    var text = "---\ntitle: Refused\nkind: thread\nevents: [MSSQLSERVER_10061]\n---\n# Refused\n\n"
    text += "## Replies (\(texts.count))\n\n"
    for (index, reply) in texts.enumerated() { text += "### \(index + 1).\n\n\(reply)\n\n" }
    return try #require(try Built(File("en-us/t.md", text)).page).replies
  }

  @Test(arguments: [
    ("The TCP port did the trick!", "did the trick"),
    ("Now everything works fine!", "everything works fine"),
    ("I enabled TCP/IP and it started working", "started working"),
    ("Solution in my case was to change the password.", "Solution in my case was"),
    ("inicié los servicios… a mi me funciono", "a mi me funciono"),
    ("Redémarrer le service a résolu l’erreur.", "a résolu"),
    ("Neustart des Dienstes hat geholfen.", "hat geholfen"),
    ("TCP/IP を有効にして解決しました。", "解決しました"),
    ("启用 TCP/IP 后解决了。", "解决了"),
    ("First it didn't help. After a restart it worked.", "it worked"),
    ("No problem, it worked.", "it worked"),
    ("It **did the\ntrick** for us.", "did the\ntrick"),
  ])
  func takesWhatIsStatedForASuccess(text: String, evidence: String) throws {
    let reply = try #require(try replies(text).first)
    #expect(reply.outcome == .worked)
    #expect(reply.evidence?.text == evidence)
  }

  @Test(arguments: [
    ("Still I receive the message: 'No connection could be made'.", "Still I receive"),
    ("My error is still occuring.", "still occuring"),
    ("I did all of that. No luck.", "No luck"),
    ("It hasn't solved it.", "solved it"),
    ("Ça ne marche toujours pas.", "ne marche toujours pas"),
    ("解決しませんでした。", "解決しませんでした"),
  ])
  func takesWhatIsStatedForAFailure(text: String, evidence: String) throws {
    let reply = try #require(try replies(text).first)
    #expect(reply.outcome == .didNotWork)
    #expect(reply.evidence?.text == evidence)
  }

  @Test(arguments: [
    "Did that work? Was it solved?", "I hope it works.", "If it worked, let me know.",
    "Please tell me how you got it working.", "Thank you for this article.",
    "I am getting this same error.", "You should see that it works.",
    "> That did the trick!\n\nWhat did you change?", "解決しましたか？",
  ])
  func takesNoQuestionHopeOrQuotationForAnOutcome(text: String) throws {
    let reply = try #require(try replies(text).first)
    #expect(reply.outcome == .notSaid)
    #expect(reply.evidence == nil)
  }

  @Test(arguments: ["It worked for a while.", "It worked on my machine. Elsewhere no luck."])
  func knowsAPartOfASuccess(text: String) throws {
    #expect(try replies(text).map(\.outcome) == [.partly])
  }

  @Test func tellsWhatWasTried() throws {
    let found = try replies(
      "Hello. I added port 1433 under IPAll. It worked.", "Restarting the service fixed it.",
      "What is a port?", "Thanks, it worked.")
    #expect(found[0].tried.map(\.text) == ["I added port 1433 under IPAll."])
    #expect(found[1].tried.map(\.text) == ["Restarting the service fixed it."])
    #expect(found[2].tried.isEmpty)
    #expect(found[3].tried.isEmpty)
  }

  @Test func tellsWhereItWas() throws {
    let found = try replies(
      "I'm using Win 7 and SQL Server 2014 evaluation edition behind a router.",
      "We are not using a SQL 2005 server, but a SQL 2000 backend.",
      "A named instance on Windows Server 2008 R2; the firewall is off, port 1433.",
      "Instance nommée, derrière un pare-feu.")
    #expect(
      found.map { $0.environment.map(\.text) } == [
        ["Win 7", "SQL Server 2014 evaluation edition", "router"], ["SQL 2000"],
        ["named instance", "Windows Server 2008 R2", "firewall"], ["Instance nommée", "pare-feu"],
      ])
  }

  @Test(arguments: [
    ("4. Jon Hancock · 2006-03-14", "4|Jon Hancock|2006-03-14"), ("21.", "21||"), ("Jon", "|Jon|"),
    ("7. 2006-03-14", "7||2006-03-14"), ("3com fan · admin", "|3com fan · admin|"),
    ("8) A · B · 2020-01-02", "8|A · B|2020-01-02"),
  ])
  func readsHeadings(title: String, parts: String) {
    let heading = ReplyHeading(title)
    let found = [
      heading.number.map(String.init), heading.author, heading.date.map(\.description),
    ]
    #expect(found.map { $0 ?? "" }.joined(separator: "|") == parts)
  }

  @Test(arguments: [
    "Replies", "Comments (26)", "Réponses", "Antworten", "返信", "回复", "댓글", "Ответы",
  ])
  func knowsTheSectionInManyLanguages(heading: String) throws {
    let text =
      "---\ntitle: Refused\nkind: thread\nevents: [MSSQLSERVER_10061]\n---\n# Refused\n\n"
      + "## \(heading)\n\n### 1. A\n\nIt worked.\n"
    let page = try #require(try Built(File("en-us/t.md", text)).page)
    #expect(page.replies.map(\.author) == ["A"])
    #expect(page.sections.map(\.role) == [.other, .other])
  }

  @Test func theWordsAreInOrder() {
    #expect(ReportVocabulary.standard.diagnostics.map(\.message) == [])
  }
}
