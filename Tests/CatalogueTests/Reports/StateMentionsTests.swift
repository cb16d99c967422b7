import Testing

@testable import Catalogue

struct StateMentionsTests {
  @Test(arguments: [
    ("State 38: correct the name.", "38"), ("States 38, 46 and 126: correct it.", "38 46 126"),
    ("If it says (state 8), try again.", "8"), ("States 102 to 111, the token.", "102-111"),
    ("states 102-111 and 7", "102-111 7"), ("State: 5, no such login", "5"),
    ("States 7, 8 and 9, the password of 3 people", "7 8 9"),
    ("State 6. 3 days later it was state 7.", "6 7"), ("State 40 or 38", "40 38"),
    ("The state tells. 38 servers are in it.", ""), ("Port 1433, state 1433.", ""),
    ("Restate 38, and understated 7", ""), ("The state of 38 databases", ""), ("State", ""),
    ("", ""),
  ])
  func findsNumbersAfterTheWord(text: String, states: String) {
    #expect(found(in: text, ["State", "States"]) == states)
  }

  @Test(arguments: [
    ("États 2 et 5 : vérifiez le nom.", "État", "États", "2 5"),
    ("Estados 8 y 9: corrija la contraseña.", "Estado", "Estados", "8 9"),
    ("状態 2 と 5: 名前を確認します。", "状態", "状態", "2 5"),
    ("Status 102 bis 111", "Status", "Status", "102-111"),
  ])
  func doesSoInOtherLanguages(text: String, one: String, many: String, states: String) {
    #expect(found(in: text, [one, many]) == states)
  }

  private func found(in text: String, _ words: [String]) -> String {
    StateMentions.ranges(in: text, words: words).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: " ")
  }
}
