/// The content as a site of Hugo: its pages without includes, which Hugo does not know, with three
/// small layouts.
struct HugoSite {
  /// The site's own folder.
  let folder: String
  /// Where the HTML goes.
  let output: String

  init(_ corpus: BenchCorpus) throws(BenchError) {
    folder = BenchFolder.shared.folder("hugo")
    output = folder + "/public"
    for part in ["content", "layouts", "layouts/_default"] {
      _ = BenchFolder.shared.folder("hugo/\(part)")
    }
    for (name, text) in Self.files {
      _ = try BenchFolder.shared.file("hugo/\(name)", Array(text.utf8))
    }
    // In message lists, `{{%` and `{{<` would begin a shortcode, and end Hugo.
    let script = """
      cp -r "$@" "$0/content/"
      find "$0/content" -name includes -type d -prune -exec rm -r {} +
      find "$0/content" -type f ! -name '*.md' -delete
      grep -rlE '\\{\\{[<%]' "$0/content" | xargs -r sed -i 's/{{\\([<%]\\)/{{ \\1/g'
      """
    _ = try BenchCommand(["sh", "-ec", script, folder] + corpus.folders).run()
  }

  /// Builds the site into a fresh folder.
  var command: BenchCommand {
    let output = output
    return BenchCommand("hugo", "--quiet", "-s", folder, "-d", output)
      .prepared { () throws(BenchError) in try BenchFolder.shared.remove(output) }
  }

  private static let page = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
    <body><main>{{ .Content }}</main></body></html>

    """

  private static let files = [
    (
      "hugo.toml",
      """
      baseURL = "https://example.org/"
      title = "bench"
      disableKinds = ["taxonomy", "term", "RSS", "sitemap"]

      """
    ),
    ("layouts/_default/single.html", page), ("layouts/_default/list.html", page),
    ("layouts/index.html", page),
  ]
}
