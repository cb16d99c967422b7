import Markup
import Testing

struct LinkTargetTests {
  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "java\tscript:x",
    " javascript:x", "\u{1}javascript:x", "\u{0}javascript:x", "java\u{0}script:x",
    "\u{A0}javascript:x", "&#106;avascript:x", "javascript&colon;x", "javascript&#58;x",
    "%6Aavascript:x", "vbscript:x", "data:text/html,<script>", "file:///etc/passwd", "blob:x",
    "C:\\x", ":x", "feed:javascript:x", "ftp://x",
  ])
  func refusesWhatIsNotNamed(target: String) {
    #expect(LinkTarget(target.utf8) == .refused)
  }

  @Test(arguments: [
    "a.md", "../a/b.md#c", "#d", "?q=a:b", "/e:f", "~/g.md", "", "mailto:a@b.c", "MAILTO:a@b.c",
    "a/b:c", "./javascript:x", "mssqlserver-10061.md?x=1&y=2",
  ])
  func takesPlacesWithin(target: String) {
    #expect(LinkTarget(target.utf8) == .plain)
  }

  @Test(arguments: [
    "http://a", "HTTPS://a", " https://a", "ht\ntps://a", "//a", "\\\\a", "/\\a", "/\t/a",
  ])
  func knowsOtherSites(target: String) {
    #expect(LinkTarget(target.utf8) == .external)
  }
}
