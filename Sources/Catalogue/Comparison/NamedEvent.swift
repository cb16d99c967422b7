/// An event as running text names it.
struct NamedEvent {
  /// `MSSQLSERVER_10061`.
  let name: String
  private let id: [UInt8]
  private let foldedName: [UInt8]
  /// Whether the number alone is enough, by five digits or letters in it: `53` may count anything.
  private let isTelling: Bool

  init(source: String, id: EventID) {
    name = "\(source)_\(id.text)"
    self.id = Array(id.text.utf8)
    foldedName = Array(name.lowercased().utf8)
    let digits = self.id.count { Self.isDigit($0) }
    let hasLetters = self.id.contains { Self.isLetter($0) }
    isTelling = digits > 4 || hasLetters && digits > 2
  }

  /// Whether a sentence names the event: by its full name, by a number that can be nothing else, or
  /// by one that a word such as “error” introduces.
  func isNamed(in sentence: [UInt8]) -> Bool {
    let folded = Array(String(decoding: sentence, as: UTF8.self).lowercased().utf8)
    if Self.places(of: foldedName, in: folded).contains(where: { _ in true }) { return true }
    return Self.places(of: id, in: sentence).contains { place in
      isTelling || Self.isIntroduced(place, in: sentence)
    }
  }

  /// Where a word stands in a text with neither letter nor digit at its ends.
  private static func places(of word: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard !word.isEmpty, word.count <= text.count else { return [] }
    var places: [Range<Int>] = []
    for start in 0...text.count - word.count where text[start] == word[0] {
      let range = start..<start + word.count
      guard text[range].elementsEqual(word), isBoundary(before: start, in: text),
        isBoundary(after: range.upperBound, in: text)
      else { continue }
      places.append(range)
    }
    return places
  }

  private static func isBoundary(before index: Int, in text: [UInt8]) -> Bool {
    guard index > 0 else { return true }
    let byte = text[index - 1]
    if isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") { return false }
    if byte == UInt8(ascii: "-"), index > 0 { return isDigit(text[index]) == false }
    // Part of a number such as 1.53 or 4,053, or of a version.
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else { return true }
    return index < 2 || !isDigit(text[index - 2])
  }

  private static func isBoundary(after index: Int, in text: [UInt8]) -> Bool {
    guard index < text.count else { return true }
    let byte = text[index]
    if isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "%") {
      return false
    }
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else { return true }
    return index + 1 >= text.count || !isDigit(text[index + 1])
  }

  /// Whether a word for error stands right before a number, or before the list that it ends.
  private static func isIntroduced(_ place: Range<Int>, in text: [UInt8]) -> Bool {
    var before = String(decoding: text[..<place.lowerBound], as: UTF8.self).lowercased()
    while true {
      while let last = before.unicodeScalars.last, marks.contains(last) {
        before.unicodeScalars.removeLast()
      }
      if words.contains(where: { before.hasSuffix($0) }) { return true }
      // `errors 10060, 10061 and 53`
      if let joint = joints.first(where: { before.hasSuffix($0) }) {
        before.removeLast(joint.count)
        continue
      }
      let digits = before.utf8.reversed().prefix { isDigit($0) }.count
      guard digits > 0 else { return false }
      before.removeLast(digits)
    }
  }

  /// What may stand between the word and the number.
  private static let marks = Array(" :：#(（-–,、，\u{A0}\"“«『「'".unicodeScalars)

  /// What joins the numbers of a list.
  private static let joints = [
    " and", " or", " et", " ou", " y", " o", " und", " oder", " e", " и", " или", "と", "や", "または",
    "和",
    "或", "與", "및", "또는",
  ]

  /// What introduces the number of an error.
  private static let words = [
    "error", "errors", "error number", "error code", "error no.", "event", "event id", "msg",
    "message", "erreur", "erreurs", "erreur n°", "code d'erreur", "code d’erreur", "événement",
    "errores", "código de error", "mensaje", "evento", "fehler", "fehlercode", "meldung",
    "ereignis", "errore", "errori", "messaggio", "erro", "erros", "mensagem", "ошибка", "ошибки",
    "ошибку", "ошибкой", "ошибок", "событие", "エラー", "エラー番号", "エラー コード", "メッセージ",
    "错误", "错误号", "错误代码", "消息", "錯誤", "錯誤碼", "訊息", "오류", "오류 코드", "메시지", "خطأ",
    "الخطأ", "שגיאה", "שגיאת",
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
