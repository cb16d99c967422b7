internal import CLinux

/// Where glibc finds the memory that this process asks for.
package enum Allocator {
  /// Gives back to the system what is free, also between what is not.
  ///
  /// Between two phases of work: what the first took on its threads would else stay with them beside what
  /// the second takes.
  package static func giveBack() { malloc_trim(0) }
}
