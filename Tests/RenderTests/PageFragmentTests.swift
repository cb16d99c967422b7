import Catalogue
import Render
import Testing

struct PageFragmentTests {
  private func html(_ page: Page, placeholders: [Range<Int>] = []) -> String {
    var output: [UInt8] = []
    PageFragment.append(page, placeholders: placeholders, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func answersInOrder() {
    let written = html(FullPage.page, placeholders: [12..<17, 15..<18, 90..<95])
    #expect(
      written == """
        <article lang="fr-FR" dir="ltr" data-source="MSSQLSERVER" data-id="10061">
        <h1>MSSQLSERVER_10061</h1>
        <p class="message">Échec pour \
        <span class="placeholder" translate="no">'%.*l</span>s'.</p>
        <p class="severity">Severity 16 · not logged</p>
        <p>S'applique à</p>
        <section data-role="userAction">
        <h2 id="user-action">Action</h2>
        <ol>
        <li>Démarrez le *serveur*.</li>
        </ol>
        </section>
        <section data-role="explanation">
        <h2 id="explanation">Explication</h2>
        <p>Pas de &lt;réponse&gt;.</p>
        <h3 id="cause">Cause</h3>
        <p>Le pare-feu.</p>
        </section>
        <section data-role="details">
        <h2 id="details">Détails</h2>
        <div class="table">
        <table>
        <tbody>
        <tr><td>ID</td><td>10061</td></tr>
        </tbody>
        </table>
        </div>
        </section>
        <section data-role="confusedWith">
        <h2>Often confused with</h2>
        <ul>
        <li><strong>MSSQLSERVER_10060, MSSQLSERVER_53</strong> “Plutôt [10060](x.md), # et \
        &lt;b&gt;non&lt;/b&gt; 53 ni 10061.” <code translate="no">docs/mssqlserver-10061.md:28\
        </code></li>
        <li><strong>MSSQLSERVER_53</strong> “Et 10061.” <code translate="no">fr-fr/53.md:4\
        </code></li>
        </ul>
        </section>
        <section data-role="seeAlso">
        <h2 id="see-also">Voir aussi</h2>
        <p><a href="mssqlserver-10060.md">10060</a></p>
        </section>
        </article>

        """)
  }

  @Test func escapesWhatThePageSaysOfItself() {
    var page = FullPage.barePage
    page.source = "\"><script>"
    page.title = "<b>"
    #expect(
      html(page) == """
        <article lang="en-US" dir="ltr" data-source="&quot;&gt;&lt;script&gt;" \
        data-id="C2065 C2066">
        <h1>&lt;b&gt;</h1>
        </article>

        """)
  }
}
