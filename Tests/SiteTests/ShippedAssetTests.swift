import Testing

@testable import Site

struct ShippedAssetTests {
  @Test(arguments: [
    (
      "a.js", "// Why.\n{\n  // How.\n  f(\"// no\"); // kept\n\n}\n",
      "{\nf(\"// no\"); // kept\n}\n"
    ),
    ("a.css", "a {\n  color: red;\n}\n", "a {\ncolor: red;\n}\n"),
    ("a.svg", "<svg>\n  // text\n</svg>\n", "<svg>\n  // text\n</svg>\n"),
  ])
  func isSentWithoutWhatOnlyAuthorsRead(name: String, text: String, sent: String) {
    #expect(String(decoding: ShippedAsset.sent(name, Array(text.utf8)), as: UTF8.self) == sent)
  }
}
