package import Diagnostics
internal import Glibc

/// Tells when something changes in folders and all that lie in them, by inotify(7).
///
/// Folders that are made later are watched too. Names that begin with a dot, and those that editors
/// give to what they write aside, are passed over.
package final class FolderWatch {
  private let descriptor: Int32
  /// The folders by the numbers of their watches.
  private var folders: [Int32: String] = [:]
  private let isIgnored: (String) -> Bool

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_ONLYDIR)

  /// Watches folders; `isIgnored` says of a folder's path that it is not to be watched, as that
  /// which the build writes to.
  package init(
    _ paths: [String], ignoring isIgnored: @escaping (String) -> Bool = { _ in false }
  ) throws(FileError) {
    self.isIgnored = isIgnored
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw .current(path: paths.first ?? "") }
    for path in paths {
      guard try add(path) else { throw .current(path: path) }
    }
  }

  deinit { close(descriptor) }

  /// Waits until something changes and nothing has for a moment, or for so many milliseconds; says
  /// whether anything did.
  package func wait(milliseconds: Int32) throws(FileError) -> Bool {
    guard isReadable(within: milliseconds) else { return false }
    var hasChanged = try readEvents()
    // An editor writes several files, a checkout thousands.
    while isReadable(within: Self.rest) { hasChanged = try readEvents() || hasChanged }
    return hasChanged
  }

  private static let rest: Int32 = 60

  private func isReadable(within milliseconds: Int32) -> Bool {
    var file = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&file, 1, milliseconds) > 0
  }

  /// Watches a folder and those in it; false where there is no such folder.
  private func add(_ path: String) throws(FileError) -> Bool {
    let watch = unsafe inotify_add_watch(descriptor, path, Self.events)
    guard watch >= 0 else {
      // What is gone again is nothing to watch; a limit of the system is.
      if errno == ENOSPC {
        throw FileError(
          path: path, reason: "More folders than fs.inotify.max_user_watches lets one watch")
      }
      return false
    }
    folders[watch] = path
    for name in FileBytes.names(inFolder: path) ?? [] where !name.hasPrefix(".") {
      let inner = "\(path)/\(name)"
      if FileBytes.kind(of: inner) == .folder, !isIgnored(inner) { _ = try add(inner) }
    }
    return true
  }

  /// Takes the events that wait, and says whether one of them is of interest.
  private func readEvents() throws(FileError) -> Bool {
    var hasChanged = false
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return hasChanged }
      var start = 0
      // struct inotify_event: watch, mask, cookie and length in four bytes each, then the name.
      while start + 16 <= count {
        let watch = Int32(truncatingIfNeeded: Self.number(buffer, start))
        let mask = UInt32(Self.number(buffer, start + 4))
        let length = Self.number(buffer, start + 12)
        let name = String(
          decoding: buffer[start + 16..<min(start + 16 + length, count)].prefix { $0 != 0 },
          as: UTF8.self)
        start += 16 + length
        hasChanged = try take(watch, mask, name) || hasChanged
      }
    }
  }

  private func take(
    _ watch: Int32, _ mask: UInt32, _ name: String
  ) throws(FileError) -> Bool {
    // More happened than the system keeps: whatever it was.
    if mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    if mask & UInt32(IN_IGNORED) != 0 {
      folders[watch] = nil
      return false
    }
    guard let folder = folders[watch] else { return false }
    if name.hasPrefix(".") || name.hasSuffix("~") || name == "4913" { return false }
    let path = "\(folder)/\(name)"
    guard mask & UInt32(IN_ISDIR) != 0 else { return true }
    if isIgnored(path) { return false }
    if mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 { _ = try add(path) }
    return true
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> Int {
    Int(bytes[start]) | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2]) << 16
      | Int(bytes[start + 3]) << 24
  }
}
