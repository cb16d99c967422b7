/// The name of an event as it stands in a sentence.
struct WrittenEvent: Sendable, Hashable {
  /// What makes it a name.
  enum Form: UInt8, Sendable {
    /// The source stands before it: `MSSQLSERVER_10061`.
    case qualified
    /// Letters and three digits or more: `C2065`.
    case lettered
    /// A word such as “error” introduces it, or the list that it stands in.
    case introduced
    /// A number alone, which may count anything.
    case bare
  }

  /// As written; nil where none is.
  let source: String?
  let id: EventID
  let form: Form
  /// Where it stands, as bytes of the text.
  let range: Range<Int>

  /// Whether so short a number may be of anything, whatever introduces it.
  var isShort: Bool { id.text.utf8.count < 3 }

  /// Everything in a text that may name an event, in order.
  static func all(in text: [UInt8]) -> [WrittenEvent] {
    var events: [WrittenEvent] = []
    var index = 0
    while index < text.count {
      guard isWordByte(text[index]) else {
        index += 1
        continue
      }
      let word = word(at: index, in: text)
      if let event = event(word, in: text) { events.append(event) }
      index = word.upperBound
    }
    return events
  }

  // MARK: Words

  /// The run of letters, digits and underscores from an index on, and the number behind a hyphen
  /// that belongs to it: `ORA-00942`, `MSSQLSERVER_-2`.
  private static func word(at start: Int, in text: [UInt8]) -> Range<Int> {
    var end = start
    while end < text.count, isWordByte(text[end]) { end += 1 }
    let longestPrefix = 5
    let isPrefix =
      text[end - 1] == UInt8(ascii: "_")
      || (2...longestPrefix).contains(end - start) && text[start..<end].contains(where: isLetter)
    guard isPrefix, end + 1 < text.count, text[end] == UInt8(ascii: "-"), isDigit(text[end + 1])
    else { return start..<end }
    end += 1
    while end < text.count, isWordByte(text[end]) { end += 1 }
    return start..<end
  }

  private static func event(_ word: Range<Int>, in text: [UInt8]) -> WrittenEvent? {
    let digits = text[word].count(where: isDigit)
    guard digits > 0, isWhole(word, in: text) else { return nil }
    if let underscore = text[word].lastIndex(of: UInt8(ascii: "_")) {
      let source = text[word.lowerBound..<underscore]
      let id = text[(underscore + 1)..<word.upperBound]
      guard !source.isEmpty, id.contains(where: isDigit) else { return nil }
      return WrittenEvent(
        source: String(decoding: source, as: UTF8.self), id: Self.id(id), form: .qualified,
        range: word)
    }
    if text[word].contains(where: isLetter) {
      let enough = 3
      guard digits >= enough || isIntroduced(word, in: text) else { return nil }
      return WrittenEvent(
        source: nil, id: id(text[word]), form: digits >= enough ? .lettered : .introduced,
        range: word)
    }
    let longest = 9
    guard digits <= longest, let number = number(word, in: text) else { return nil }
    return WrittenEvent(
      source: nil, id: id(text[number]), form: isIntroduced(number, in: text) ? .introduced : .bare,
      range: number)
  }

  private static func id(_ bytes: ArraySlice<UInt8>) -> EventID {
    EventID(String(decoding: bytes, as: UTF8.self))
  }

  /// Digits with the sign before them; nil behind a hyphen that is none.
  private static func number(_ digits: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    let hyphen = digits.lowerBound - 1
    guard hyphen >= 0, text[hyphen] == UInt8(ascii: "-") else { return digits }
    guard hyphen > 0, isWordByte(text[hyphen - 1]) else { return hyphen..<digits.upperBound }
    return nil
  }

  /// Whether a word is no part of a number such as 1.53 or 4,053, of a version or a share.
  private static func isWhole(_ word: Range<Int>, in text: [UInt8]) -> Bool {
    func isPoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
    let (before, after) = (word.lowerBound - 1, word.upperBound)
    if before > 0, isPoint(text[before]), isDigit(text[before - 1]) { return false }
    guard after < text.count else { return true }
    if text[after] == UInt8(ascii: "%") { return false }
    return !(isPoint(text[after]) && after + 1 < text.count && isDigit(text[after + 1]))
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  // MARK: What introduces a number

  /// Whether a word for error stands right before a number, or before the list that it ends.
  private static func isIntroduced(_ place: Range<Int>, in text: [UInt8]) -> Bool {
    var before = SentenceWords.folded(text[..<place.lowerBound], last: 120)[...]
    while true {
      SentenceWords.dropMarks(fromEndOf: &before)
      if let word = introduction(before) {
        let rest = before.dropLast(word.count)
        // `OS errors` and no `los errores`
        return !foreign.contains { foreign in
          rest.hasSuffix(foreign) && !(rest.dropLast(foreign.count).last.map(isLetter) ?? false)
        }
      }
      // `errors 10060, 10061 and 53`
      if let joint = joints.first(where: { before.hasSuffix($0) }) {
        before = before.dropLast(joint.count)
        continue
      }
      let digits = before.reversed().prefix(while: isDigit).count
      guard digits > 0 else { return false }
      before = before.dropLast(digits)
    }
  }

  /// The word for error that a text in small letters ends with.
  static func introduction(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    words.first { text.hasSuffix($0) }
  }

  /// What joins the numbers of a list.
  private static let joints = [
    " and", " or", " et", " ou", " y", " o", " und", " oder", " e", " и", " или", "と", "や", "または",
    "和", "或", "與", "및", "또는",
  ].map { Array($0.utf8) }

  /// What introduces the number of an error.
  private static let words = [
    "error", "errors", "error number", "error code", "error no.", "event", "event id", "msg",
    "message", "erreur", "erreurs", "erreur n°", "code d'erreur", "code d’erreur", "événement",
    "errores", "código de error", "mensaje", "evento", "fehler", "fehlercode", "meldung",
    "ereignis", "errore", "errori", "messaggio", "erro", "erros", "mensagem", "ошибка", "ошибки",
    "ошибку", "ошибкой", "ошибок", "событие", "エラー", "エラー番号", "エラー コード", "メッセージ",
    "错误", "错误号", "错误代码", "消息", "錯誤", "錯誤碼", "訊息", "오류", "오류 코드", "메시지", "خطأ",
    "الخطأ", "שגיאה", "שגיאת",
  ].map { Array($0.utf8) }

  /// What makes an error one of another product: of the system below, of a protocol.
  private static let foreign = [
    "operating system ", "os ", "system ", "windows ", "win32 ", "winsock ", "socket ", "http ",
    "http-", "status ", "betriebssystem", "system", "windows-", "オペレーティング システム ",
    "オペレーティング システムの", "オペレーティングシステム", "windows の", "操作系统", "作業系統", "운영 체제 ",
  ].map { Array($0.utf8) }
}
