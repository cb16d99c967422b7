/// The language that a page names for its code.
enum CodeLanguage {
  /// The language of a `pre` or `code`, by its own class, its child's, or its wrappers'.
  static func of(_ index: Int, in tree: HTMLTree) -> String? {
    var places = [index]
    places += tree.descendants(of: index).prefix(3).filter { tree.nodes[$0].name == "code" }
    var parent = tree.nodes[index].parent
    // As far up as the wrappers of a table with line numbers.
    for _ in 0..<7 where parent >= 0 && wrappers.contains(tree.nodes[parent].name) {
      places.append(parent)
      parent = tree.nodes[parent].parent
    }
    for place in places {
      if let language = named(at: place, in: tree) { return language }
    }
    return nil
  }

  private static func named(at index: Int, in tree: HTMLTree) -> String? {
    for attribute in ["data-lang", "data-language", "lang"] {
      if attribute == "lang", tree.nodes[index].name != "pre", tree.nodes[index].name != "code" {
        continue
      }
      if let value = tree.attribute(attribute, of: index), let language = clean(value[...]) {
        return language
      }
    }
    // `brush: sql; gutter: false`
    let written = (tree.attribute("class", of: index) ?? "").lowercased()
    if let brush = written.firstRange(of: "brush:") {
      return clean(
        written[brush.upperBound...].drop { $0 == " " }.prefix { $0 != ";" && $0 != " " })
    }
    let words = written.split(whereSeparator: \.isWhitespace)
    for word in words {
      for prefix in ["language-", "lang-", "highlight-source-", "highlight-text-", "brush-"]
      where word.hasPrefix(prefix) {
        return clean(word.dropFirst(prefix.count))
      }
    }
    // Sphinx writes `highlight-sql notranslate`, Pandoc `sourceCode sql`.
    if let word = words.first(where: { $0.hasPrefix("highlight-") }) {
      return clean(word.dropFirst("highlight-".count))
    }
    let isWrapper = words.contains {
      ["sourcecode", "highlight", "hljs", "prettyprint"].contains($0)
    }
    guard isWrapper else { return nil }
    return words.lazy.filter { known.contains(String($0)) }.compactMap { clean($0) }.first
  }

  /// A name as a fence has it; nil where it names none.
  private static func clean(_ name: Substring) -> String? {
    let name = String(name).trimmed.lowercased()
    guard !name.isEmpty, name.utf8.count <= 24, !none.contains(name),
      name.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || "0123456789+#-_.".contains(Character($0))
      })
    else { return nil }
    return aliases[name] ?? name
  }

  private static let wrappers: Set<String> = [
    "div", "figure", "span", "table", "tbody", "tr", "td", "code", "pre",
  ]
  private static let none: Set<String> = [
    "none", "plain", "plaintext", "plain-text", "text", "txt", "default", "nohighlight", "en",
    "no-highlight", "auto", "output",
  ]
  private static let aliases: [String: String] = [
    "ps": "powershell", "ps1": "powershell", "tsql": "sql", "t-sql": "sql", "mysql": "sql",
    "shell": "bash", "sh": "bash", "cs": "csharp", "c#": "csharp", "c++": "cpp", "js": "javascript",
    "vb": "vb", "yml": "yaml", "dosbatch": "bat", "batch": "bat", "shellsession": "console",
  ]
  private static let known: Set<String> = [
    "sql", "tsql", "powershell", "bash", "sh", "shell", "cmd", "bat", "c", "cpp", "csharp", "cs",
    "java", "javascript", "js", "json", "xml", "html", "yaml", "ini", "python", "perl", "php",
    "ruby", "vb", "go", "rust", "console", "css", "diff",
  ]
}
