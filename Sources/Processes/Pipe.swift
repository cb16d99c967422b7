package import Diagnostics
internal import Glibc

/// Two descriptors, of which one reads what is written to the other.
///
/// A program that is started gets neither, unless as one of its streams.
package struct Pipe {
  package let reading: Int32
  package let writing: Int32

  /// A new pipe, both of whose ends are to be closed by whoever made it.
  package init() throws(FileError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .current(path: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = ends[1]
  }
}
