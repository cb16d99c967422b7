/// A space of error numbers: who counts, and so what a number means.
package enum CodeSpace: String, Sendable, CaseIterable {
  case hresult = "HRESULT"
  case ntstatus = "NTSTATUS"
  case win32 = "Win32"
  /// Numbers of Win32 too, with names of their own.
  case winsock = "Winsock"
  /// As Linux counts it.
  case errno
  case sqlstate = "SQLSTATE"

  /// Whether its numbers are written in hexadecimal.
  var isHexadecimal: Bool { self == .hresult || self == .ntstatus }
}
