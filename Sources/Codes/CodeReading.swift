/// One way to read a code: the space it may belong to, and all that follows from that.
package struct CodeReading: Sendable, Hashable {
  package let code: ErrorCode
  /// Of an HRESULT or NTSTATUS.
  package let parts: CodeParts?
  /// What the number holds: the Win32 number in an HRESULT, say.
  package let wrapped: ErrorCode?
  /// The same condition in other spaces, by arithmetic or as published.
  package let equivalents: [ErrorCode]

  init(_ code: ErrorCode) {
    self.code = code
    let number = code.number ?? 0
    switch code.space {
    case .hresult:
      parts = CodeParts(hresult: number)
      wrapped =
        CodeArithmetic.ntstatus(hresult: number).map { ErrorCode(.ntstatus, $0) }
        ?? CodeArithmetic.windows(hresult: number).map { ErrorCode.windows($0) }
    case .ntstatus:
      parts = CodeParts(ntstatus: number)
      wrapped = CodeArithmetic.windows(ntstatus: number).map { ErrorCode.windows($0) }
    case .win32, .winsock, .errno, .sqlstate:
      parts = nil
      wrapped = nil
    }
    equivalents = Self.equivalents(of: code, wrapping: wrapped)
  }

  /// Whether it says anything: a name, a meaning, what it wraps, or at least who raises it.
  var isMeaningful: Bool {
    code.isKnown || wrapped?.isKnown == true || parts.map { !$0.facilityNames.isEmpty } == true
  }

  private static func equivalents(
    of code: ErrorCode, wrapping wrapped: ErrorCode?
  ) -> [ErrorCode] {
    var found: [ErrorCode] = []
    for code in [code, wrapped].compactMap({ $0 }) {
      if let hresult = hresult(of: code) { found.append(ErrorCode(.hresult, hresult)) }
      found += CodeAliases.equivalents(of: code.name ?? code.text)
    }
    var distinct: [ErrorCode] = []
    for other in found where other != code && other != wrapped && !distinct.contains(other) {
      distinct.append(other)
    }
    return distinct
  }

  /// The HRESULT that a failure of Windows is handed on as.
  private static func hresult(of code: ErrorCode) -> UInt32? {
    guard let number = code.number, number != 0 else { return nil }
    switch code.space {
    case .win32, .winsock: return CodeArithmetic.hresult(windows: number)
    case .ntstatus: return CodeArithmetic.hresult(ntstatus: number)
    case .hresult, .errno, .sqlstate: return nil
    }
  }
}
