/// How one space holds the numbers of another, as the Windows headers define it.
package enum CodeArithmetic {
  /// Marks an HRESULT that is an NTSTATUS.
  private static let ntBit: UInt32 = 0x1000_0000
  private static let windowsFacility: UInt32 = 7

  /// `HRESULT_FROM_WIN32`: 0 stays, and what is an HRESULT already.
  package static func hresult(windows number: UInt32) -> UInt32 {
    number == 0 || number & 0x8000_0000 != 0
      ? number : number & 0xFFFF | windowsFacility << 16 | 0x8000_0000
  }

  /// `HRESULT_FROM_NT`.
  package static func hresult(ntstatus number: UInt32) -> UInt32 { number | ntBit }

  /// The number of Windows that an HRESULT wraps, if it does.
  package static func windows(hresult number: UInt32) -> UInt32? {
    number & 0xFFFF_0000 == 0x8000_0000 | windowsFacility << 16 ? number & 0xFFFF : nil
  }

  /// The NTSTATUS that an HRESULT wraps, if it does; that of success would be no HRESULT.
  package static func ntstatus(hresult number: UInt32) -> UInt32? {
    number & ntBit != 0 && number & 0xC000_0000 != 0 ? number & ~ntBit : nil
  }

  /// The number of Windows that an NTSTATUS wraps (`NTSTATUS_FROM_WIN32`), if it does.
  package static func windows(ntstatus number: UInt32) -> UInt32? {
    number & 0xFFFF_0000 == 0xC000_0000 | windowsFacility << 16 ? number & 0xFFFF : nil
  }
}
