import Testing

@testable import Index

struct UTF8CheckTests {
  private func isValid(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe UTF8Check.isValid($0) }
  }

  private func isValidForSure(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  @Test func judgesEveryPairOfBytesAtEveryPlace() {
    // In each place of a vector, at its edges, and at the end of the text.
    for place in [0, 7, 13, 14, 15, 16, 29, 30] {
      for first in UInt8(0x70)...0xFF {
        for second in stride(from: UInt8(0x70), through: 0xFE, by: 2) {
          var bytes = [UInt8](repeating: 0x61, count: 32)
          bytes[place] = first
          bytes[place + 1] = second
          if isValid(bytes) != isValidForSure(bytes) {
            Issue.record("\(first) \(second) at \(place)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    "", "a", "é", "字", "😀", "naïve 数据库 😀 \u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}",
  ])
  func takesWhatIsUTF8AndNothingCutShort(text: String) {
    for padding in 0..<40 {
      let bytes = Array(repeating: UInt8(0x20), count: padding) + Array(text.utf8)
      #expect(isValid(bytes))
      for end in padding..<bytes.count {
        let cut = Array(bytes[..<end])
        #expect(isValid(cut) == isValidForSure(cut))
      }
    }
  }

  @Test func agreesWithTheStandardLibrary() {
    let pieces: [[UInt8]] = [
      [0x61], [0x0A], [0xC3, 0xA9], [0xE5, 0xAD, 0x97], [0xF0, 0x9F, 0x98, 0x80], [0x80], [0xC0],
      [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE5, 0xAD], [0xF0, 0x9F, 0x98], [0xFF],
      [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xF1, 0x80, 0x80, 0x80],
    ]
    var generator = SeededGenerator(seed: 11)
    var valid = 0
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      let usable = Bool.random(using: &generator) ? 5 : pieces.count
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        bytes += pieces[Int.random(in: 0..<usable, using: &generator)]
      }
      let expected = isValidForSure(bytes)
      if expected { valid += 1 }
      if isValid(bytes) != expected { Issue.record("\(bytes)") }
    }
    #expect(valid > 5_000)
  }
}
