import Site
import TestSupport
import Testing

struct EventPageTests {
  private static let english = "en-us/ledger/17/index.html"

  /// A site whose event pages say one value each, between marks.
  private func site(_ template: String, _ content: [File] = SamplePages.all) throws -> SiteSample {
    try SiteSample(content, templates: [File("site/event.mustache", template)])
  }

  @Test func messageHasItsPlaceholdersApartAndItsTextForCopying() throws {
    let site = try site("{{#messages}}{{{messageHTML}}}|{{text}}{{/messages}}")
    #expect(
      site[Self.english]
        == "Journal '<span class=\"placeholder\" translate=\"no\">%.*ls</span>' is locked."
        + "|Journal &#39;%.*ls&#39; is locked.")
  }

  @Test func factsComeFromThePageAndTheMessageList() throws {
    let site = try site(
      "{{name}} {{id}} {{sourceTitle}} {{severity}} {{isSevere}} {{isNotLogged}} {{symbolicName}} "
        + "{{component}} {{product}} {{sourcePath}} {{sourceHref}}")
    #expect(
      site[Self.english]
        == "LEDGER_17 17 Ledger Server 16 false true JOURNAL_LOCKED Journal Ledger Server "
        + "en-us/ledger-17.md https://example.org/kb/en-us/ledger-17.md")
  }

  @Test func statesAreRowsThatLinksLeadTo() throws {
    let site = try site(
      "{{statesTitle}};{{{statesBeforeHTML}}};{{#states}}{{anchor}}={{label}}={{{textHTML}}};{{/states}}"
        + "{{{statesAfterHTML}}}")
    #expect(
      site[Self.english] == """
        States of 17;<p>The log has the state:</p>
        ;state-1=1=Locked by <code translate="no">backup</code>.;state-2-5=2–5=Locked by \
        <a href="https://example.org/reader" rel="noopener">a reader</a>.;\
        <p>State 1 is the usual one.</p>

        """)
  }

  @Test func stepsOfSeveralPagesAreMergedWithWhatTheyStandOn() throws {
    let site = try site(
      "{{#steps}}[{{number}}:{{#evidence}}{{kind}} {{path}}:{{line}} {{quote}} {{outcome}} "
        + "{{replyWord}} {{author}} {{href}};{{/evidence}}]{{/steps}}")
    let text = site[Self.english]
    #expect(text.hasPrefix("[1:reference en-us/ledger-17.md:"), "\(text)")
    #expect(text.contains("guide en-us/guides/unlock.md:"))
    #expect(text.contains("../guides/unlock/index.html;"))
    #expect(text.contains("worked reply 1 Ada ../threads/locked/index.html#reply-1;"))
  }

  @Test func stepsOfOnePageKeepWhatStandsAroundThem() throws {
    let content = [SamplePages.english, SamplePages.other]
    let site = try site("{{#steps}}[{{{stepHTML}}}{{#evidence}}!{{/evidence}}]{{/steps}}", content)
    #expect(
      site[Self.english] == """
        [<p>Do these in order:</p>
        <p>Stop the reader.</p>
        <pre translate="no"><code class="language-sql">STOP 'reader' &lt;now&gt;;
        </code></pre>
        ][<p>Start the journal.</p>
        <div class="alert alert-note">
        <p class="alert-title">Note</p>
        <p>Not on Sundays.</p>
        </div>
        ]
        """)
  }

  @Test func sectionsLeaveOutWhatIsShownElsewhere() throws {
    let site = try site("{{#sections}}{{anchor}} {{level}} {{role}};{{/sections}}")
    #expect(site[Self.english] == "explanation 2 explanation;")
  }

  @Test func subsectionsStandInTheMarkupOneLevelDeeper() throws {
    let site = try site("{{#sections}}{{{sectionHTML}}}{{/sections}}")
    #expect(site[Self.english].contains("<h3 id=\"who-holds-it\">Who holds it</h3>"))
  }

  @Test func linksLeadToPagesOfTheSiteAndToPlacesThatAreThere() throws {
    let site = try site("{{#sections}}{{{sectionHTML}}}{{/sections}}{{{introductionHTML}}}")
    let text = site[Self.english]
    #expect(text.contains("<a href=\"#steps\">how to unlock</a>"))
    #expect(text.contains("<a href=\"#states\">the states</a>"))
    #expect(text.contains("<a href=\"../18/index.html#why-so\">the other error</a>"))
    #expect(text.contains("keeps entries and a picture."))
  }

  @Test func whereToReadOnIsAListOfLinks() throws {
    let site = try site("{{#seeAlso}}{{title}}={{href}}={{isExternal}};{{/seeAlso}}")
    #expect(
      site[Self.english]
        == "LEDGER_18=../18/index.html=false;Journals=https://example.org/journals=true;"
        + "Nowhere==false;")
  }

  @Test func guidesAndThreadsAreLinked() throws {
    let site = try site("{{#guides}}{{kind}} {{title}} {{href}};{{/guides}}")
    #expect(
      site[Self.english]
        == "guide Unlock a journal ../guides/unlock/index.html;"
        + "thread My journal is locked ../threads/locked/index.html;")
  }

  @Test func outlineNamesWhatStandsOnThePage() throws {
    let site = try site("{{#outline}}{{href}} {{title}};{{/outline}}")
    #expect(
      site[Self.english]
        == "#steps What to do;#states States of 17;#explanation Explanation;"
        + "#guides Guides and threads;#see-also See also;")
  }

  @Test func noticesSayWhatIsBehindAndThatAMachineMadeIt() throws {
    let site = try site(
      "{{#notices}}{{kind}}: {{{textHTML}}} {{href}} {{linkText}};{{/notices}}{{translation}}")
    #expect(site[Self.english] == "")
    let french = site["fr-fr/ledger/17/index.html"]
    #expect(french.contains("drift: cette traduction est en retard sur l’original : "))
    #expect(french.contains("<span lang=\"en-US\" dir=\"ltr\">Who holds it</span>, "))
    #expect(
      french.contains(
        "machine: traduction automatique, 30/01/2021 ../../../en-us/ledger/17/index.html English;"))
    #expect(french.hasSuffix(";traduction automatique, 30/01/2021"))
  }

  @Test func eventWithoutAPageInALocaleIsShownInAnotherOneAndSaysSo() throws {
    let site = try site(
      "{{#notices}}{{kind}}: {{{textHTML}}} {{href}};{{/notices}}{{contentLang}} {{noIndex}} "
        + "{{canonical}} {{#alternates}}!{{/alternates}}{{api}}")
    #expect(
      site["fr-fr/ledger/18/index.html"]
        == "fallback: pas de page en Français ; affichée en English ; il existe : English "
        + "../../../en-us/ledger/18/index.html;en-US true ../../../en-us/ledger/18/index.html "
        + "../../../api/en-us/ledger/18.json")
    #expect(site.files["api/fr-fr/ledger/18.json"] == nil)
  }

  @Test func languagesLeadToTheSameEvent() throws {
    let site = try site(
      "{{#languages}}{{tag}} {{name}} {{href}} {{isCurrent}} {{isMissing}};{{/languages}}"
        + "{{#alternates}}{{hreflang}} {{href}};{{/alternates}}")
    #expect(
      site["en-us/ledger/18/index.html"]
        == "en-US English index.html true false;"
        + "fr-FR Français ../../../fr-fr/ledger/18/index.html false true;")
    #expect(
      site["fr-fr/ledger/17/index.html"].hasSuffix(
        "en-US ../../../en-us/ledger/17/index.html;fr-FR index.html;"
          + "x-default ../../../en-us/ledger/17/index.html;"))
  }

  @Test func baseURLMakesWhatOthersReadAbsolute() throws {
    let site = try SiteSample(
      SamplePages.all,
      templates: [
        File(
          "site/event.mustache",
          "{{canonical}} {{#alternates}}{{href}} {{/alternates}}{{home}} {{root}}")
      ], baseURL: "https://example.org/kb")
    #expect(
      site["fr-fr/ledger/17/index.html"]
        == "https://example.org/kb/fr-fr/ledger/17/ https://example.org/kb/en-us/ledger/17/ "
        + "https://example.org/kb/fr-fr/ledger/17/ https://example.org/kb/en-us/ledger/17/ "
        + "../../index.html ../../../")
  }

  @Test func entryThatLacksAValueDoesNotTakeThatOfThePage() throws {
    let site = try site("{{#guides}}<{{lang}}{{severity}}{{name}}>{{/guides}}")
    // `severity` and `name` are no values of a guide at all, `lang` is one that is absent.
    #expect(site[Self.english] == "<16LEDGER_17><16LEDGER_17>")
  }
}
