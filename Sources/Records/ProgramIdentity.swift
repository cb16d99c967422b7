internal import Diagnostics
internal import Glibc

/// The program that runs: what another one made may differ, though nothing that it was made of does.
package enum ProgramIdentity {
  /// The digest of what the system tells of the program's file; another one each time where it tells
  /// nothing.
  package static let digest = Digest { writer in
    if let path = FilePath.resolved("/proc/self/exe"), let stamp = FileStamp(path) {
      writer.write(path)
      writer.write(stamp)
    } else {
      writer.write(number: FileStamp.now)
      writer.write(number: Int(getpid()))
    }
  }
}
