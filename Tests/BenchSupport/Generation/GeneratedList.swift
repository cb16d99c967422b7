/// A page that is one large table of messages.
struct GeneratedList {
  let locale: GeneratedLocale
  /// The events, and where their pages are.
  let events: [(number: Int, path: String)]

  /// The file.
  func bytes(_ random: inout SeededRandom) -> [UInt8] {
    let words = locale.words
    let anchor = locale.tag == "en-US" ? "" : "<a name=\"database-engine-errors\"></a>"
    var text = Array(
      """
      ---
      title: \(words.details)
      ms.date: 01/28/2020
      ms.prod: sql
      ms.contentlocale: \(locale.tag)
      ---
      # \(anchor)\(words.listHeads[0])

      | \(words.listHeads.joined(separator: " | ")) |
      | :--- | :--- | :--- | :--- |

      """.utf8)
    for (number, path) in events {
      let severity = [10, 14, 15, 16, 16, 16, 17, 20, 21][random.below(9)]
      let logged = random.below(3) == 0 ? words.yes : words.no
      let message = GeneratedText.filled(words.messages, words, &random)
      text += "| [\(number)](\(path)) | \(severity) | \(logged) | \(message) |\n".utf8
    }
    return text
  }
}
