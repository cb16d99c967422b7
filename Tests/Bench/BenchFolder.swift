import Glibc

/// The folder for what is measured on; removed at the end.
final class BenchFolder {
  nonisolated(unsafe) static let shared = BenchFolder()

  let path: String

  private init() {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = "\(parent)/errkb-bench-\(getpid())"
    mkdir(path, 0o700)
  }

  /// Makes a folder in it and says where.
  func folder(_ name: String) -> String {
    mkdir("\(path)/\(name)", 0o700)
    return "\(path)/\(name)"
  }

  /// Writes a file in it and says where.
  func file(_ name: String, _ bytes: [UInt8]) throws(BenchError) -> String {
    let file = "\(path)/\(name)"
    let stream = fopen(file, "w")
    guard let stream, fwrite(bytes, 1, bytes.count, stream) == bytes.count, fclose(stream) == 0
    else { throw BenchError("cannot write \(file)") }
    return file
  }

  /// Removes it with all that is in it.
  func remove() {
    do throws(BenchError) {
      _ = try BenchCommand("rm", "-rf", path).run(output: "/dev/null")
    } catch {
      Report.say("bench: left behind: \(path): \(error)")
    }
  }
}
