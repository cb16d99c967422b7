/// A page about one event.
struct GeneratedPage {
  let number: Int
  let locale: GeneratedLocale
  /// The events under See also, and where their pages are.
  let related: [(number: Int, path: String)]

  /// What pages include, by the name of its file.
  static let includes = [
    ("ssnoversion-md", "SQL Server"), ("ssde-md", "Database Engine"), ("tsql-md", "Transact\\-SQL"),
  ]

  /// How many bytes pages have, by the share of those that have fewer: sql-docs as it was measured.
  private static let lengths: [(share: Double, bytes: Double)] = [
    (0, 700), (0.1, 950), (0.5, 1_600), (0.75, 2_200), (0.9, 3_600), (0.99, 8_000), (1, 20_000),
  ]

  /// The file.
  func bytes(_ random: inout SeededRandom) -> [UInt8] {
    let size = Self.length(random.share())
    var text: [UInt8] = []
    text.reserveCapacity(size + 1_000)
    appendFrontMatter(to: &text, &random)
    appendDetails(to: &text, &random)
    appendHeading("explanation", locale.words.explanation, to: &text)
    append(sentence(&random), to: &text)
    while text.count < size * 3 / 5 {
      append(random.below(4) == 0 ? "\n\n" : " ", to: &text)
      append(sentence(&random), to: &text)
    }
    append("\n\n", to: &text)
    appendHeading("user-action", locale.words.userAction, to: &text)
    var step = 0
    repeat {
      step += 1
      append("\(step).  \(filled(locale.words.steps, &random))\n", to: &text)
      if random.below(5) == 0 {
        append("\n    ```sql\n", to: &text)
        append(
          "    SELECT \(random.below(900)) FROM sys.dm_os_tasks WHERE session_id = ", to: &text)
        append("\(random.below(90));\n    GO\n    ```\n\n", to: &text)
      }
    } while text.count < size && step < 40
    append("\n", to: &text)
    if !related.isEmpty {
      appendHeading("see-also", locale.words.seeAlso, to: &text)
      for (number, path) in related { append("[MSSQLSERVER_\(number)](\(path))  \n", to: &text) }
    }
    return text
  }

  private func appendFrontMatter(to text: inout [UInt8], _ random: inout SeededRandom) {
    let name = "MSSQLSERVER_\(number)"
    let month = Self.two(1 + random.below(12))
    let day = Self.two(1 + random.below(28))
    append(
      """
      ---
      description: \(name)
      title: \(name) | Microsoft Docs
      ms.custom: ''
      ms.date: \(month)/\(day)/2017
      ms.prod: sql
      ms.technology: supportability
      ms.topic: reference
      helpviewer_keywords:
      - \(number) (Database Engine error)

      """, to: &text)
    if !isEnglish {
      // What was translated is the same English page for all locales.
      var hash = SeededRandom(seed: UInt64(number))
      append(
        """
        ms.openlocfilehash: \(String(hash.next(), radix: 16))\(String(hash.next(), radix: 16))
        ms.translationtype: \(random.below(8) == 0 ? "MT" : "HT")
        ms.contentlocale: \(locale.tag)
        ms.lasthandoff: \(month)/\(day)/2021

        """, to: &text)
    }
    append("---\n", to: &text)
    append(
      isEnglish ? "# \(name)\n\n" : "# <a name=\"mssqlserver_\(number)\"></a>\(name)\n\n", to: &text
    )
  }

  private func appendDetails(to text: inout [UInt8], _ random: inout SeededRandom) {
    appendHeading("details", locale.words.details, to: &text)
    let head = locale.words.tableHead
    append("\n|\(head[0])|\(head[1])|\n|:---|:---|\n", to: &text)
    let values = [
      "[!INCLUDE[ssNoVersion](../../includes/ssnoversion-md.md)]", "\(number)", "MSSQLSERVER",
      "SQLEngine", "ERR_\(number)", filled(locale.words.messages, &random),
    ]
    for (label, value) in zip(locale.words.labels, values) {
      append("|\(label)|\(value)|\n", to: &text)
    }
    append("\n", to: &text)
  }

  private func appendHeading(_ anchor: String, _ title: String, to text: inout [UInt8]) {
    append(isEnglish ? "## \(title)\n" : "## <a name=\"\(anchor)\"></a>\(title)\n", to: &text)
  }

  private func sentence(_ random: inout SeededRandom) -> String {
    let sentence = filled(locale.words.sentences, &random)
    guard random.below(6) == 0 else { return sentence }
    let (name, _) = Self.includes[random.below(Self.includes.count)]
    return "[!INCLUDE[\(name)](../../includes/\(name).md)]: \(sentence)"
  }

  private func filled(_ patterns: [String], _ random: inout SeededRandom) -> String {
    GeneratedText.filled(patterns, locale.words, &random)
  }

  private var isEnglish: Bool { locale.tag == "en-US" }

  private func append(_ words: String, to text: inout [UInt8]) { text += words.utf8 }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The bytes of a page that is longer than a share of all.
  private static func length(_ share: Double) -> Int {
    for (lower, upper) in zip(lengths, lengths.dropFirst()) where share <= upper.share {
      let part = (share - lower.share) / (upper.share - lower.share)
      return Int(lower.bytes + part * (upper.bytes - lower.bytes))
    }
    return Int(lengths[lengths.count - 1].bytes)
  }
}

/// Sentences with things in them.
enum GeneratedText {
  /// One of the patterns, with things where it has `{}`.
  static func filled(
    _ patterns: [String], _ words: GeneratedWords, _ random: inout SeededRandom
  ) -> String {
    let pattern = patterns[random.below(patterns.count)]
    let thing = words.things[random.below(words.things.count)]
    guard let start = pattern.utf8.firstIndex(of: UInt8(ascii: "{")) else { return pattern }
    let end = pattern.utf8.index(start, offsetBy: 2)
    return pattern[..<start] + thing + pattern[end...]
  }
}
