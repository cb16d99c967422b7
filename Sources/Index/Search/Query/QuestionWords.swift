/// Words with which people ask and that pages do not answer with: where not all words of a question
/// are found together, these are left out first.
///
/// Few languages need many: most small words are in so many rows that they weigh nothing anyway.
package enum QuestionWords {
  /// Whether a word, in small letters without accents, is one.
  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, word.count <= longest else { return false }
    if word.count == 1 { return first > UInt8(ascii: "9") }
    var words = words.utf8[...]
    // Word by word: a search for a run of bytes would cost more before it begins.
    while let end = words.firstIndex(of: 0x20) {
      if words[..<end].elementsEqual(word) { return true }
      words = words[words.index(after: end)...]
    }
    return false
  }

  private static let longest = 12

  /// All of them, a blank after each.
  package static let words = """
    why how what when where which who does do did is are was am be been my our your it its this \
    that the an and or of to in on at by for from with without can cannot could should would will \
    not no don doesn isn aren won couldn get gets getting got have has had if then than there \
    after before while into about me we you they fix solve mean means please help need want \
    comment pourquoi quoi que qui quand quel quelle ou est sont mon ma mes notre votre le la les \
    un une des du de et en dans sur par pour avec sans ne pas je il elle on nous vous ils se sa ses \
    son ce cet cette ces peut peux faire fait resoudre corriger signifie quelque aux au lors plus \
    como por donde cuando cual quien es son esta estan mi mis tu su sus el los las unos una y o \
    del al para con sin no puedo puede hacer hace lo se me te nos si que solucionar arreglar \
    significa corregir \
    wie warum wieso was wann wo wer wem ist sind war mein meine der die das den dem ein eine und \
    oder nicht ich er sie es wir mit ohne von zu im am auf fur bei kann konnen kein keine beheben \
    come perche cosa quando dove chi e sono il lo gli uno di del della con senza non posso mio mia \
    risolvere porque onde quem meu minha os as um uma do da nao eu posso resolver como corrigir \
    hoe waarom wat mijn het een niet kan ik \
    как почему что где когда мои мое не и в на с из для это при можно \

    """
}
