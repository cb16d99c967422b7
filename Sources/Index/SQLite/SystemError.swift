internal import Glibc

/// What the operating system said when a call failed.
struct SystemError: Error, Hashable, CustomStringConvertible {
  let code: Int32

  init(_ code: Int32) { self.code = code }

  var description: String { unsafe String(cString: strerror(code)) }
}
