/// Everything that a code may mean: it is read in every space in which it makes sense.
package struct DecodedCode: Sendable, Hashable {
  /// As it was typed.
  package let text: String
  /// The ways to read it, the likeliest first; none where it means nothing anywhere.
  package let readings: [CodeReading]
  /// The names under which an event with this number may be known, the number as typed first.
  package let eventNames: [String]

  package init(_ text: String) {
    self.text = text
    let typed = TypedCode(text)
    var readings: [CodeReading] = []
    func add(_ code: ErrorCode?) {
      guard let code else { return }
      let reading = CodeReading(code)
      if reading.isMeaningful, !readings.contains(where: { $0.code == code }) {
        readings.append(reading)
      }
    }
    for number in typed.numbers {
      for code in Self.codes(for: number) { add(code) }
    }
    if let state = typed.sqlstate, typed.numbers.isEmpty || Self.isCondition(state) {
      add(ErrorCode(sqlstate: state))
    }
    add(ErrorCode(named: typed.name))
    self.readings = readings

    var names = [text]
    for number in typed.numbers {
      for name in Self.spellings(of: number.value) where !names.contains(name) {
        names.append(name)
      }
    }
    eventNames = names
  }

  /// The number in every space that counts so far, in the order in which the form makes it likely.
  private static func codes(for number: TypedCode.Number) -> [ErrorCode] {
    let value = number.value
    var codes = [ErrorCode]()
    // The kernel returns errno as a negative number.
    if number.form == .negative { codes.append(ErrorCode(.errno, 0 &- value)) }
    let small = [ErrorCode.windows(value), ErrorCode(.errno, value)]
    let hresult = ErrorCode(.hresult, value)
    let ntstatus = ErrorCode(.ntstatus, value)
    // A set reserved bit is what an HRESULT never has and a failed NTSTATUS always does.
    let isFailedStatus = value >> 30 == 3 && CodeArithmetic.ntstatus(hresult: value) == nil
    var large: [ErrorCode] = []
    if isFailedStatus {
      large = (hresult.isKnown ? [hresult] : []) + (hresult.isKnown ? [] : [ntstatus])
      if hresult.isKnown, ntstatus.isKnown { large.append(ntstatus) }
    } else {
      // Of a success or warning only the name tells that it is meant.
      if value & 0x8000_0000 != 0 || hresult.isKnown { large.append(hresult) }
      if ntstatus.isKnown { large.append(ntstatus) }
    }
    return codes + small + large
  }

  private static func isCondition(_ state: String) -> Bool {
    SQLStateTable.shared.meaning(of: state) != nil
  }

  /// A number as IDs of events may have it: with its sign, without, in hexadecimal.
  static func spellings(of number: UInt32) -> [String] {
    let signed = Int32(bitPattern: number)
    let isNegative = signed < 0
    return (isNegative ? [String(signed)] : []) + [String(number)]
      + (isNegative ? [ErrorCode.hexadecimal(number)] : [])
  }
}

extension CodeReading {
  /// The names under which an event with this code may be known: its number and what it wraps.
  ///
  /// None for errno and SQLSTATE: products number their own events, and those of Windows.
  package var eventNames: [String] {
    switch code.space {
    case .errno, .sqlstate: return []
    case .hresult, .ntstatus, .win32, .winsock: break
    }
    var names: [String] = []
    for number in [code.number, wrapped?.number].compactMap({ $0 }) {
      names += DecodedCode.spellings(of: number)
    }
    return names
  }
}
