internal import CLinux

/// Where glibc finds the memory that this process asks for.
package enum Allocator {
  /// Lets two threads share an arena, which each would else have for itself.
  ///
  /// What is read on one thread is written on another here, and an arena keeps what is freed in it: with one
  /// for each thread a build takes a quarter more memory, and no less time.
  package static func shareArenas(among threads: Int) {
    unsafe mallopt(M_ARENA_MAX, Int32(clamping: max(1, threads / 2)))
  }
}
