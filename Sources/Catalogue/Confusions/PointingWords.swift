/// The words by which a sentence only points to another page or to what follows it: “see”, “for more
/// information”, “the following code”.
enum PointingWords {
  /// Whether a sentence begins by pointing elsewhere.
  static func begin(_ sentence: [UInt8]) -> Bool {
    let text = SentenceWords.folded(sentence[...], first: 60)
    return beginnings.contains { text.starts(with: $0) }
  }

  /// Whether the words beside a name point to it.
  static func point(to name: Range<Int>, in sentence: [UInt8]) -> Bool {
    var before = SentenceWords.folded(sentence[..<name.lowerBound], last: 60)[...]
    SentenceWords.dropMarks(fromEndOf: &before)
    // `see error 53`
    if let word = WrittenEvent.introduction(before) {
      before = before.dropLast(word.count)
      SentenceWords.dropMarks(fromEndOf: &before)
    }
    if let word = befores.first(where: { before.hasSuffix($0) }) {
      // `see` and no `oversee`.
      let previous = before.dropLast(word.count).last
      if previous.map({ !(0x61...0x7A).contains($0) }) ?? true { return true }
    }
    var after = SentenceWords.folded(sentence[name.upperBound...], first: 40)[...]
    SentenceWords.dropMarks(fromStartOf: &after)
    return afters.contains { after.starts(with: $0) }
  }

  private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

  /// What such sentences begin with.
  private static let beginnings = bytes([
    "for more information", "for more details", "for additional", "for information", "for details",
    "for further", "for an explanation", "for a description", "more information", "see ",
    "also see ", "refer to ", "to learn more",
    "the following", "le code suivant", "l’exemple suivant", "l'exemple suivant", "l’exemple ci",
    "l'exemple ci", "el siguiente", "el código siguiente", "en el siguiente", "en el ejemplo",
    "der folgende", "das folgende", "im folgenden", "il seguente", "il codice seguente",
    "o seguinte", "o código a seguir", "o exemplo a seguir", "следующ", "в следующ", "次の例",
    "次のコード", "次のサンプル", "以下の例", "以下のコード", "以下示例", "以下代码", "下面的", "下列", "다음 예", "다음 코드",
    "다음 샘플",
    "pour plus", "pour obtenir", "pour en savoir", "voir ", "consultez ", "reportez-vous",
    "para obtener más", "para obtener inf", "para más", "para ver", "vea ", "consulte ", "véase",
    "weitere informationen", "weitere details", "siehe ", "ausführliche",
    "per altre informazioni", "per ulteriori", "per informazioni", "vedere ",
    "para obter", "para mais", "para saber", "confira ", "veja ",
    "дополнительные сведения", "сведения о", "см. ", "подробн",
    "詳細については", "詳しくは", "詳細は", "詳細な情報", "有关详细信息", "有关更多", "有关其他", "有关", "如需", "請參閱",
    "请参阅", "另请参阅", "자세한", "لمزيد", "للمزيد", "לקבלת", "לפרטים",
  ])

  /// What stands before a name that is pointed to.
  private static let befores = bytes([
    "see", "see also", "see the", "refer to", "consult", "described in", "described under",
    "voir", "consultez", "consulter", "reportez-vous à", "vea", "consulte", "véase", "consultar",
    "siehe", "unter", "vedere", "confira", "veja", "см", "см.", "请参阅", "请参见", "参阅", "参见", "請參閱",
    "參閱", "انظر", "راجع", "ראה",
  ])

  /// What stands after one.
  private static let afters = bytes([
    "を参照", "をご覧", "をご参照", "に関する記事", "을 참조", "를 참조", "을(를) 참조", "참조",
  ])
}
