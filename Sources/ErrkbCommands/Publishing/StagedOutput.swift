internal import Diagnostics
internal import Glibc
internal import Records

/// A build's whole output while it is made: a folder beside the place where it is to lie, into
/// which everything is written, and which takes that place in one step.
///
/// Whoever reads the output finds the former one whole, or the new one. Without `publish` nothing
/// has happened: what was made goes with the value, and after a kill with the next build. Two
/// builds of one output wait for one another.
final class StagedOutput {
  /// Where it is written, from the root.
  let path: String
  private let place: OutputPlace
  private let way: FolderExchange.Way
  private let handOver: ((OutputPlace, String) -> Void)?
  /// Kept from the first look at the place until the output is there.
  private var lock: OutputLock?
  /// Says to other builds that the folder is in use; nil when it is published.
  private var folderLock: FolderLock?
  private var isPublished = false
  /// Whether the former output is to stay beside the new one when that has taken its place.
  private var isFormerKept = false
  private let jobs: Int
  private let fewFiles: Int

  /// Takes the place that a path names, waiting while another build has it, and begins an output
  /// with those parts of the one there that are to be kept; throws where the place holds anything
  /// that errkb did not write.
  ///
  /// What killed builds left is removed. `wait` is called while another build is waited for, and
  /// may give up by throwing. `handOver` is given a leftover that takes longer to remove than
  /// anybody would like to wait for; without it, all is waited for. `former` is asked for the state
  /// of the output that is there, once nobody else can change it; where it gives one, the new output
  /// begins as all of it. An output of no more than a few files is soon made a second time from
  /// nothing: only of a larger one the former stays beside it.
  init(
    for path: String, keeping parts: [BuildPart] = [], way: FolderExchange.Way = .atOnce,
    handOver: ((OutputPlace, String) -> Void)? = nil, jobs: Int = 1,
    fewFiles: Int = 4096,
    former: (OutputPlace) throws -> BuildState? = { _ in nil }, wait: () throws -> Void
  ) throws {
    place = try OutputPlace(path)
    self.way = way
    self.handOver = handOver
    self.jobs = jobs
    self.fewFiles = fewFiles
    self.path = place.newStagingPath()
    // Whatever throws from here on, `deinit` leaves all as it was.
    if place.isTaken { try place.checkIsMovable() }
    let lock = try OutputLock(place, wait: wait)
    self.lock = lock
    try place.restoreAside()
    if lock.isHeld { place.removeLeftovers() }
    if place.isTaken, let state = try former(place) {
      try begin(as: state)
      return
    }
    if place.isTaken { try place.checkIsReplaceable() }
    try begin()
    for part in parts { try keep(part) }
  }

  private func begin() throws {
    guard unsafe mkdir(self.path, 0o777) == 0 else { throw place.unwritable() }
    folderLock = try FolderLock(self.path)
    try OutputList.begin(in: self.path)
  }

  deinit {
    guard !isPublished else { return }
    folderLock = nil
    remove(path)
    lock = nil
    place.removeMade()
  }

  /// Where a part is to be written.
  func path(of part: BuildPart) -> String { "\(path)/\(part.fileName)" }

  /// Where a part will lie, as the user names it.
  func shownPath(of part: BuildPart) -> String { place.shownPath(of: part) }

  /// Makes a part of the output that is there one of the new output: the same files under second
  /// names, so there is no moment at which either lacks it.
  private func keep(_ part: BuildPart) throws {
    guard place.isTaken else { return }
    let list = try OutputList(folder: place.path)
    let name = part.fileName
    let entries = try FolderTree.entries(
      of: place.path, entering: { $0.hasPrefix("\(name)/") && list.contains($0) })
    for entry in entries where entry == name || entry.hasPrefix("\(name)/") {
      let new = "\(path)/\(entry)"
      if entry.hasSuffix("/") {
        guard unsafe mkdir(new, 0o777) == 0 else { throw FileError.current(path: new) }
      } else {
        try FolderTree.link("\(place.path)/\(entry)", as: new)
      }
    }
  }
}

// MARK: - An output that begins as the former one

extension StagedOutput {
  /// Begins an output with all files of the one there, as second names.
  ///
  /// To make a folder for each of a hundred thousand events takes far longer than to change a page of
  /// it, so a large output stays beside the one that takes its place, and is only brought up to date
  /// here: the two take turns.
  private func begin(as state: BuildState) throws {
    isFormerKept = state.tree.files.count > fewFiles
    if try takeSpare(for: state) { return }
    try begin()
    try state.tree.link(from: place.path, to: path, jobs: jobs)
  }

  /// Makes the output before the former one what the former one is; false where there is none, or it
  /// cannot be told to be untouched.
  private func takeSpare(for state: BuildState) throws -> Bool {
    guard FileBytes.kind(of: place.sparePath) == .folder else { return false }
    guard let lock = try FolderLock(place.sparePath),
      let spare = BuildState(folder: place.sparePath),
      spare.isWhole(in: place.sparePath),
      spare.tree.hasUntouchedFolders(in: place.sparePath, jobs: jobs)
    else { return false }
    // From here on all in it is ours: killed, it is a leftover as any other.
    try OutputList.clear(in: place.sparePath)
    guard unsafe rename(place.sparePath, path) == 0 else {
      throw FileError.current(path: place.sparePath)
    }
    folderLock = lock
    try FolderSink(path).remove(BuildState.name)
    try spare.tree.change(into: state.tree, at: path, from: place.path)
    return true
  }

  /// Lets the former output stay as the spare one, in the place of another.
  private func keepFormer() {
    removeSpare()
    unsafe rename(path, place.sparePath)
  }

  /// Removes a spare output, which is none any more.
  private func removeSpare() {
    guard FileBytes.kind(of: place.sparePath) == .folder else { return }
    let leftover = place.newStagingPath()
    guard unsafe rename(place.sparePath, leftover) == 0 else { return }
    remove(leftover)
  }
}

// MARK: - The end of a build

extension StagedOutput {
  /// Puts the output in its place and lets other builds go on.
  ///
  /// Files of a site are not waited for until they are on the disk, as the catalogue is by its
  /// writer: for tens of thousands that takes minutes, and after a power cut `build` makes them
  /// anew. The exchange itself is waited for, so that a catalogue of which the build has told is
  /// there.
  ///
  /// `state` is what the next build is told; nil where it is to begin anew.
  func publish(_ state: BuildState? = nil) throws {
    if var state {
      try OutputList.finish(in: path, files: state.tree.files.map(\.path))
      state.list = FileStamp("\(path)/\(OutputList.name)") ?? .unknown
      try FolderSink(path).write(state.bytes, to: BuildState.name)
    } else {
      try OutputList.finish(in: path)
    }
    do throws(FileError) {
      if place.isTaken {
        try takeMode(of: place.path)
        try FolderExchange.exchange(place.path, for: path, aside: place.asidePath, way: way)
      } else {
        try FolderExchange.move(path, to: place.path)
      }
    } catch {
      throw place.immovable(error)
    }
    isPublished = true
    // At once: it is the new output's now, and a reader may want it.
    folderLock = nil
    defer { lock = nil }
    try synchronize(place.folder)
  }

  /// Removes the output whose place the new one has taken.
  ///
  /// Called at the very end, for it may have tens of thousands of files. A process killed here
  /// leaves the rest to the next build.
  func removeFormer() {
    if isFormerKept {
      keepFormer()
    } else {
      removeSpare()
      remove(path)
    }
  }

  /// Removes what lies where an output was made.
  private func remove(_ path: String) {
    let limit: Duration? = handOver == nil ? nil : .seconds(2)
    if !place.remove(path, for: limit) { handOver?(place, path) }
  }

  /// Gives the folder the permissions of the one that it replaces.
  private func takeMode(of former: String) throws(FileError) {
    var status = stat()
    let isDone =
      unsafe stat(former, &status) == 0 && chmod(path, status.st_mode & 0o7777) == 0
    guard isDone else { throw FileError.current(path: former) }
  }

  private func synchronize(_ folder: String) throws {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.current(path: folder) }
    defer { close(descriptor) }
    // EINVAL: what lies there cannot be synchronized, as on some network file systems.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError.current(path: folder) }
  }
}
