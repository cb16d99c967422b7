internal import Catalogue
internal import Markup

/// Finds the events that a text names: `error 10061`, `Error: 18456`, `10061 error`,
/// `WSAECONNREFUSED - 10061`, `MSSQLSERVER_10061`, `C2065`.
///
/// A bare number is none, but in the title.
struct MentionFinder {
  private var mentions: [Key: EventMention] = [:]
  private var order: [Key] = []

  private struct Key: Hashable {
    var source: String?
    var id: String
  }

  /// Words that may stand between the word for an error and its number.
  private static let between: Set<String> = [
    "code", "codes", "number", "no", "nr", "num", "id", "msg", "sql", "server", "is", "was", "of",
    "n", "numéro", "nummer", "número", "numero", "код", "номер", "番号", "编号", "代码",
  ]
  /// Words for an error in the languages that texts come in.
  private static let words: Set<String> = [
    "error", "errors", "err", "erreur", "erreurs", "fehler", "fehlercode", "fehlernummer", "errore",
    "errori", "erro", "erros", "errores", "ошибка", "ошибки", "ошибку", "ошибке", "ошибкой", "エラー",
    "错误", "錯誤", "오류", "fout", "foutcode", "fel", "fejl", "feil", "virhe", "błąd", "błędu", "chyba",
    "hiba", "eroare", "eroarea", "hata", "lỗi", "שגיאה", "خطأ", "σφάλμα", "помилка", "грешка",
    "event", "msg", "message", "warning", "avertissement", "exception", "code", "errorcode",
    "errno",
    "sqlcode", "nativeerror",
  ]

  /// The mentions in order, the weightiest first.
  static func mentions(in article: Article) -> [EventMention] {
    var finder = MentionFinder()
    finder.read(article.facts.title, weight: 2, isTitle: true)
    finder.read(article.text, weight: 2, isTitle: false)
    for reply in article.replies {
      finder.read(reply.body.plainText(of: reply.body.indices), weight: 1, isTitle: false)
    }
    let found = finder.order.compactMap { finder.mentions[$0] }
    return found.enumerated().sorted { one, other in
      let (left, right) = (one.element, other.element)
      if left.isInTitle != right.isInTitle { return left.isInTitle }
      if left.weight != right.weight { return left.weight > right.weight }
      return one.offset < other.offset
    }.map(\.element)
  }

  private mutating func read(_ text: String, weight: Int, isTitle: Bool) {
    let words = Self.words(of: text)
    for (place, word) in words.enumerated() {
      if let (source, id) = Self.qualified(word) {
        add(source, id, weight, isTitle)
      } else if Self.isNumber(word) {
        let isNamed = Self.isNamed(words, at: place)
        let isPlainInTitle = isTitle && word.count >= 3 && !Self.isYear(word)
        if isNamed || isPlainInTitle { add(nil, word, weight, isTitle) }
      } else if Vocabulary.shared.source(forID: word) != nil, word.first?.isUppercase == true {
        add(nil, word, weight, isTitle)
      }
    }
  }

  private mutating func add(_ source: String?, _ id: String, _ weight: Int, _ isTitle: Bool) {
    let key = Key(source: source, id: id)
    if mentions[key] == nil {
      order.append(key)
      mentions[key] = EventMention(source: source, id: EventID(id), isInTitle: false, weight: 0)
    }
    mentions[key]?.weight += weight
    if isTitle { mentions[key]?.isInTitle = true }
  }

  /// Whether the words around a number say that it is an error's.
  private static func isNamed(_ words: [String], at place: Int) -> Bool {
    guard words[place] != "0" else { return false }
    var before = place - 1
    while before >= 0, place - before <= 3, between.contains(words[before].lowercased()) {
      before -= 1
    }
    if before >= 0 {
      let word = words[before]
      if self.words.contains(word.lowercased()) || Vocabulary.shared.isEventWord(word) {
        return true
      }
      // `WSAECONNREFUSED - 10061`: the symbolic name right before it.
      let isSymbol =
        before == place - 1 && word.utf8.count >= 8
        && word.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F }
      if isSymbol { return true }
      // `エラー10061` has no blank; `el error núm. 10061` was seen to above.
    } else if place > 0, self.words.contains(words[0].lowercased()) {
      return true
    }
    guard let after = words.at(place + 1)?.lowercased() else { return false }
    // `10061 error`; not `53 errors`, a count.
    return self.words.contains(after) && !after.hasSuffix("s") && words[place].count >= 2
  }

  private static func isNumber(_ word: String) -> Bool {
    let digits = word.utf8.first == UInt8(ascii: "-") ? word.utf8.dropFirst() : word.utf8[...]
    return (1...8).contains(digits.count) && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      && (digits.count == 1 || digits.first != 0x30)
  }

  /// Whether a number is rather that of a version: `SQL Server 2016`.
  private static func isYear(_ word: String) -> Bool {
    Int(word).map { (1990...2040).contains($0) } ?? false
  }

  /// What `SOURCE_ID` names.
  private static func qualified(_ word: String) -> (source: String, id: String)? {
    guard let underscore = word.utf8.lastIndex(of: UInt8(ascii: "_")) else { return nil }
    let source = word[..<underscore]
    let id = String(word[word.utf8.index(after: underscore)...])
    guard source.utf8.count > 2, isNumber(id),
      source.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F })
    else { return nil }
    return (String(source), id)
  }

  /// Runs of letters, digits and underscores; a hyphen or minus sign stays before digits.
  ///
  /// Letters of scripts that have no blanks end where digits begin.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var current = String.UnicodeScalarView()
    func flush() {
      if !current.isEmpty { words.append(String(current)) }
      current = String.UnicodeScalarView()
    }
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isDigit = scalar.value >= 0x30 && scalar.value <= 0x39
      if scalar == "_" || isDigit || scalar.properties.isAlphabetic {
        if isDigit, let last = current.last, last.value > 0x2E80 { flush() }
        if scalar.value > 0x2E80, let last = current.last, last.value < 0x80 { flush() }
        current.append(scalar)
      } else if scalar == "-", let next = scalars.at(index + 1), next.value >= 0x30,
        next.value <= 0x39
      {
        // `ORA-00942`, and `-2` behind a blank; `1-2` is neither.
        let isCapitals =
          (2...5).contains(current.count)
          && current.allSatisfy { $0.value >= 0x41 && $0.value <= 0x5A }
        let isBehindBlank = index == 0 || scalars[index - 1].properties.isWhitespace
        if isCapitals || isBehindBlank { current.append(scalar) } else { flush() }
      } else {
        flush()
      }
    }
    flush()
    return words
  }
}
