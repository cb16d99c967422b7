/// Where the target of an include lies, as the content tree sees it.
package enum FragmentLocation: Sendable, Hashable {
  /// The path to read.
  case found(String)
  /// A file whose name differs from what was written in the case of its letters.
  case otherCase(String)
  /// The file of the default locale's tree, since this tree has none.
  case fallback(String)
  case missing
  /// Outside the content folder, or behind a symbolic link: never read.
  case outside
}

/// What knows the files that pages may include.
package protocol FragmentLocator: Sendable {
  /// Finds an include's target as written in a file.
  func locate(_ target: String, from file: String) -> FragmentLocation
  /// The bytes of a file that was located; throws where it cannot be read.
  func read(_ path: String) throws -> [UInt8]
}
