import Catalogue
import Render
import Testing

struct MessageFragmentTests {
  private func html(_ text: String, severity: Int?, logged: Bool?) -> String {
    let message = Message(
      source: "MSSQLSERVER", id: EventID("105"), locale: LocaleTag(canonical: "ar-SA"),
      severity: severity, logged: logged, text: text, path: "list.md", line: 7)
    var output: [UInt8] = []
    MessageFragment.append(message, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func beginsAsAPageDoes() {
    #expect(
      html("<%s> \"", severity: 15, logged: false) == """
        <article lang="ar-SA" dir="rtl" data-source="MSSQLSERVER" data-id="105">
        <h1>MSSQLSERVER_105</h1>
        <p class="message">&lt;<span class="placeholder" translate="no">%s</span>&gt; "</p>
        <p class="severity">Severity 15 · not logged</p>
        </article>

        """)
  }

  @Test func leavesOutWhatIsNotKnown() {
    #expect(!html("text", severity: nil, logged: nil).contains("severity"))
  }
}
