internal import Diagnostics
internal import Markup
package import Records

/// What a build has read: every file with what the system told of it, what it included, and what it was
/// found to say that the catalogue does not tell.
///
/// With it and the catalogue that came of it, the next build reads only what has changed.
package struct ContentRecord: Sendable {
  /// What pages are read by, of one content folder.
  struct Folder: Sendable, Equatable {
    let root: String
    /// Which files lie in it.
    let names: Digest
    /// Its configuration and its lists of pages that have moved; nil for one that is not there.
    let settings: [String: FileStamp?]
  }

  /// A page, message list or fragment.
  struct File: Sendable {
    let stamp: FileStamp
    let uses: [FragmentUse]
    /// `RecordedReading` as bytes; nil for what has to be read again: fragments, message lists.
    var reading: [UInt8]?
  }

  /// When the build began, as file systems count: what changed after may look unchanged.
  let moment: Int
  var folders: [Folder] = []
  /// By their paths as they were reached.
  var files: [String: File] = [:]

  /// An empty record of a build that begins now.
  init() { moment = FileStamp.now }

  private init(moment: Int) { self.moment = moment }

  /// Adds the fragments that were read.
  mutating func add(_ library: FragmentLibrary) {
    for (path, stamp) in library.stamps {
      files[path] = File(
        stamp: stamp ?? .unknown, uses: library.uses(of: path), reading: nil)
    }
    // What is wrong with a circle is told by all pages that lead into it together.
    let isEntangled = library.diagnostics.contains {
      $0.rule == .includeCircular || $0.rule == .nestingDepth
    }
    guard isEntangled else { return }
    for (path, file) in files where !file.uses.isEmpty { files[path]?.reading = nil }
  }

  /// Whether all content is just as it was.
  package func isCurrent(_ roots: [String]) -> Bool {
    guard roots == folders.map(\.root) else { return false }
    for folder in folders {
      var ignored: [Diagnostic] = []
      let configuration = Configuration.read(folder: folder.root, diagnostics: &ignored)
      // The locale of pages that name none plays no part in which files there are.
      let tree = try? ContentTree(
        root: folder.root, defaultLocale: LocaleTag(canonical: "en-US"),
        isExcluded: configuration.excludes)
      guard let tree, Folder(tree) == folder, areSettled(folder) else { return false }
    }
    return files.allSatisfy { isCurrent($0.value.stamp, $0.key) }
  }

  /// Whether a file is as it was when it had a stamp.
  func isCurrent(_ stamp: FileStamp, _ path: String) -> Bool {
    stamp.isSettled(at: moment) && FileStamp(path) == stamp
  }

  /// Whether the configuration of a folder cannot have changed without a sign.
  func areSettled(_ folder: Folder) -> Bool {
    folder.settings.values.allSatisfy { $0?.isSettled(at: moment) ?? true }
  }
}

extension ContentRecord.Folder {
  /// A folder as it is now.
  init(_ tree: ContentTree) {
    root = tree.root
    names = tree.digest
    var settings: [String: FileStamp?] = [:]
    for file in [Configuration.fileName] + tree.redirectionFiles {
      let path = tree.path(of: file)
      settings.updateValue(FileStamp(path), forKey: path)
    }
    self.settings = settings
  }
}

// MARK: - As bytes and back

extension ContentRecord {
  /// The bytes of the record; `init(_:)` reads them.
  package var bytes: [UInt8] {
    var writer = ByteWriter(reserving: 256 * files.count)
    writer.write(number: moment)
    writer.write(each: folders) { writer, folder in
      writer.write(folder.root)
      writer.write(folder.names)
      writer.write(each: folder.settings.sorted { $0.key < $1.key }) { writer, setting in
        writer.write(setting.key)
        writer.write(optional: setting.value) { $0.write($1) }
      }
    }
    writer.write(count: files.count)
    for (path, file) in files {
      writer.write(path)
      writer.write(file.stamp)
      writer.write(each: file.uses) { $0.write($1) }
      writer.write(optional: file.reading) { $0.write($1) }
    }
    return writer.bytes
  }

  package init(_ bytes: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(bytes)
    self.init(moment: try reader.number())
    folders = try reader.each { reader throws(CorruptBytes) in
      let (root, names) = (try reader.text(), try reader.digest())
      let settings = try reader.each { reader throws(CorruptBytes) in
        (
          try reader.text(),
          try reader.optional { reader throws(CorruptBytes) in try reader.stamp() }
        )
      }
      return Folder(
        root: root, names: names,
        settings: Dictionary(settings, uniquingKeysWith: { first, _ in first }))
    }
    for _ in 0..<(try reader.count()) {
      let path = try reader.text()
      files[path] = File(
        stamp: try reader.stamp(),
        uses: try reader.each { reader throws(CorruptBytes) in try reader.fragmentUse() },
        reading: try reader.optional { reader throws(CorruptBytes) in try reader.raw() })
    }
    guard reader.remaining == 0 else { throw reader.corrupt("more than a record") }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ use: FragmentUse) {
    write(use.target)
    switch use.location {
    case .found(let path): write(path, as: 0)
    case .otherCase(let path): write(path, as: 1)
    case .fallback(let path): write(path, as: 2)
    case .missing: write(byte: 3)
    case .outside: write(byte: 4)
    }
  }

  private mutating func write(_ path: String, as location: UInt8) {
    write(byte: location)
    write(path)
  }
}

extension ByteReader {
  fileprivate mutating func fragmentUse() throws(CorruptBytes) -> FragmentUse {
    let target = try text()
    let location: FragmentLocation
    switch try byte() {
    case 0: location = .found(try text())
    case 1: location = .otherCase(try text())
    case 2: location = .fallback(try text())
    case 3: location = .missing
    case 4: location = .outside
    case let other: throw corrupt("a location of \(other)")
    }
    return FragmentUse(target: target, location: location)
  }
}
