import Testing

@testable import Index

@Suite struct LineTokensTests {
  private func words(_ line: String) -> [String] {
    var tokens = LineTokens()
    let bytes = Array(line.utf8)
    tokens.read(bytes.span)
    return tokens.tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("Login failed for user 'sa'.", ["Login", "failed", "for", "user", "sa"]),
    ("sp_configure=0x1F", ["sp_configure", "0x1F"]),
    ("L’accès à « Ventes »\u{A0}: refusé", ["L", "accès", "à", "Ventes", "refusé"]),
    ("エラー: 18456、重大度", ["エ", "ラ", "ー", "18456", "重", "大", "度"]),
    ("错误：18456，C2065", ["错", "误", "18456", "C2065"]),
    ("사용자 sa에 대한", ["사용자", "sa", "에", "대한"]),
    ("ошибка №5 “x”", ["ошибка", "5", "x"]),
    ("", []),
  ])
  func takesALineApart(line: String, expected: [String]) {
    #expect(words(line) == expected)
  }

  @Test func bytesThatAreNotUTF8PartWords() {
    var tokens = LineTokens()
    tokens.read(([0x61, 0xE9, 0x62, 0xC3, 0x63, 0xE3, 0x81] as [UInt8]).span)
    #expect(tokens.tokens.map(\.range) == [0..<1, 2..<3, 4..<5])
  }

  @Test func aWordHasTheHashOfItsTextWhereverItStands() {
    var tokens = LineTokens()
    let line = Array("Erreur : établi エ 대한".utf8)
    tokens.read(line.span)
    let hashes = tokens.tokens.map(\.hash)
    #expect(hashes == ["Erreur", "établi", "エ", "대한"].map { LineTokens.hash(of: $0) })
  }

  /// Words are read eight bytes at a time: wherever they begin and end, they are the same.
  @Test func readsWordsAlikeAtEveryPlace() {
    let words = ["a", "user", "sp_help1", "database1", "établissement", "abcdefgh", "été", "0x1F"]
    for word in words {
      for blanks in 0..<20 {
        for (end, count) in [("", 1), (".", 1), (" x", 2), ("—", 1), ("表", 2)] {
          let line = Array((String(repeating: " ", count: blanks) + word + end).utf8)
          var tokens = LineTokens()
          tokens.read(line.span)
          #expect(tokens.tokens.count == count)
          #expect(tokens.tokens.first?.range == blanks..<blanks + word.utf8.count)
          #expect(tokens.tokens.first?.hash == LineTokens.hash(of: word))
        }
      }
    }
    let hashes = Set(words.map { LineTokens.hash(of: $0) })
    #expect(hashes.count == words.count)
  }
}
