package import Diagnostics
internal import Glibc

/// A log that is read as it grows: cut off or replaced, it is read anew, and it may be yet to come.
package struct FollowedLog {
  /// What a look at the log found.
  package enum News {
    /// Bytes that were added.
    case bytes([UInt8])
    /// Nothing, for now.
    case nothing
    /// The log begins again.
    case anew
    /// A pipe that nobody will write to any more.
    case end
    /// It cannot be read.
    case failure(FileError)
  }

  /// The file; nil for standard input.
  package let path: String?
  private var input: LogInput?
  /// How much was read.
  private var position = 0
  private var isRegular = false
  private var identity: FileIdentity?
  private var hasEnded = false

  private static let pieceSize = 256 << 10

  /// A log at a path, or standard input.
  package init(path: String?) {
    self.path = path
    if path == nil { input = LogInput() }
  }

  /// Whether the log is there.
  package var isOpen: Bool { input != nil }

  /// Reads what was added since the last look; never waits.
  package mutating func read() -> News {
    guard !hasEnded else { return .end }
    if input == nil {
      if let failure = open() { return .failure(failure) }
      guard input != nil else { return .nothing }
    }
    guard let input else { return .nothing }
    if !isRegular, !Self.isReady(input.descriptor) { return .nothing }
    var bytes: [UInt8] = []
    do throws(FileError) {
      let count = try input.read(upTo: Self.pieceSize, into: &bytes)
      position += count
      if count > 0 { return .bytes(bytes) }
    } catch {
      hasEnded = true
      return .failure(error)
    }
    guard isRegular, let path else {
      hasEnded = true
      return .end
    }
    return lookAgain(at: path, input)
  }

  /// Opens the file if it is there.
  private mutating func open() -> FileError? {
    guard let path, unsafe access(path, F_OK) == 0 else { return nil }
    do throws(FileError) {
      let input = try LogInput(path: path)
      let status = FileIdentity.status(ofDescriptor: input.descriptor)
      isRegular = status.map { $0.st_mode & S_IFMT == S_IFREG } ?? false
      identity = status.map(FileIdentity.init)
      position = 0
      self.input = input
      return nil
    } catch {
      hasEnded = true
      return error
    }
  }

  /// At its end: whether the file was cut off, or another has come to its place.
  private mutating func lookAgain(at path: String, _ input: LogInput) -> News {
    if let status = FileIdentity.status(ofDescriptor: input.descriptor), status.st_size < position {
      lseek(input.descriptor, 0, SEEK_SET)
      position = 0
      return .anew
    }
    // A file that is gone may come again; until then, more may be written to the old one.
    guard let there = FileIdentity.status(of: path), FileIdentity(there) != identity else {
      return .nothing
    }
    self.input = nil
    return .anew
  }

  /// Whether there is something to read, or nothing will ever be.
  private static func isReady(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }
}

/// Tells files apart, whatever they are called.
private struct FileIdentity: Equatable {
  let device: dev_t
  let number: ino_t

  init(_ status: stat) {
    device = status.st_dev
    number = status.st_ino
  }

  static func status(ofDescriptor descriptor: Int32) -> stat? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? status : nil
  }

  static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }
}
