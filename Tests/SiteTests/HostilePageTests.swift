import Site
import TestSupport
import Testing

/// Pages whose text wants to be more than text.
struct HostilePageTests {
  private static let path = "en-us/ledger/66/index.html"

  private static let page = File(
    "en-us/ledger-66.md",
    #"""
    ---
    title: "LEDGER_66 </title><script>alert(1)</script>"
    description: '"><script>alert(2)</script>'
    ---
    # LEDGER_66 </title><script>alert(1)</script>

    ## Details

    | | |
    |-|-|
    |Event ID|66|
    |Event Source|LEDGER|
    |Component|<img src=x onerror=alert(3)>`"><b>`|
    |Message Text|`</script><script>alert(4)</script>` & '%s'|

    ## <a name="main"></a>Main

    One. [a](#main) [b](javascript:alert(5)) [c](#\"><script>)

    ## <a name="main"></a>Again

    <a name="state-1"></a><a name='x" onclick="alert(6)'></a>Two.

    ##### Deep <script>alert(7)</script>

    Three. <a name="a b"></a>[d](#a%20b)

    ## Step

    <a name="step-1"></a>Four.

    ## States

    | State | Meaning |
    |-|-|
    | 1 | One. |
    | 1 | Once more. |

    ## User action

    Do `<script>`.

    ```"><script>
    </code></pre><script>alert(8)</script>
    ```
    """#)

  @Test func nothingOfThePageIsMarkupOfItsOwn() throws {
    let site = try SiteSample([Self.page])
    let text = site[Self.path]
    #expect(!text.isEmpty)
    let scripts = text.components(of: "<script")
    // Those of the template: structured data and files of the site.
    #expect(
      scripts.allSatisfy {
        $0.hasPrefix(" type=\"application/ld+json\"") || $0.hasPrefix(" defer src=\"")
      })
    for sign in ["onerror=", "onclick=\"", "javascript:", "<img", "alert(1)</script>", "<b>"] {
      #expect(!text.contains(sign), "\(sign)")
    }
  }

  @Test func structuredDataEndsNoElement() throws {
    let site = try SiteSample(
      [Self.page], templates: [File("site/event.mustache", "{{{jsonLD}}}")])
    let text = site[Self.path]
    #expect(
      text.contains(
        #"\u003c/script\u003e\u003cscript\u003ealert(4)\u003c/script\u003e \u0026 '%s'"#))
    #expect(!text.contains("<") && !text.contains(">") && !text.contains("&"))
  }

  @Test func everyIDIsThereOnceAndLinksLeadToOneThatIs() throws {
    let site = try SiteSample([Self.page])
    let text = site[Self.path]
    let ids = text.components(of: " id=\"").map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count, "\(ids.sorted())")
    for id in ["main", "main-2", "state-1", "state-1-2", "a-b", "states"] {
      #expect(ids.contains { $0 == id }, "\(id)")
    }
    let targets = text.components(of: " href=\"#").map { String($0.prefix { $0 != "\"" }) }
    for target in targets { #expect(ids.contains { $0 == target }, "\(target)") }
  }

  @Test func headingsSkipNoLevel() throws {
    let text = try SiteSample([Self.page])[Self.path]
    var last = 0
    for level in text.components(of: "<h").compactMap({ $0.first?.wholeNumberValue }) {
      #expect(level <= last + 1, "\(level) after \(last)")
      last = level
    }
    #expect(last > 0)
  }

  @Test func namesOfFilesAndSourcesStayInTheSite() throws {
    let hostile = File(
      "en-us/x.md",
      """
      ---
      title: ../../ETC_1
      ---
      # ../../ETC_1

      ## Details

      | | |
      |-|-|
      |Event ID|1|
      |Event Source|../../search|
      |Message Text|No.|
      """)
    let site = try SiteSample([hostile, SamplePages.other])
    for path in site.files.paths {
      #expect(!path.split(separator: "/").contains("..") && !path.hasPrefix("/"), "\(path)")
    }
  }
}

extension String {
  /// What follows each occurrence of a mark.
  fileprivate func components(of mark: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      rest = rest[found.upperBound...]
      parts.append(rest)
    }
    return parts
  }
}
