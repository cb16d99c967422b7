import BenchSupport
import Diagnostics
import Glibc

/// `bench generate FOLDER PAGES LOCALES`: content of any size, in a new folder.
enum GenerateTask {
  static func run(_ words: [String]) throws {
    guard let pages = Int(words[2]), 1...10_000_000 ~= pages, let locales = Int(words[3]),
      1...GeneratedContent.mostLocales ~= locales
    else {
      throw BenchError(
        "PAGES is a number up to ten millions, LOCALES one up to \(GeneratedContent.mostLocales)")
    }
    guard mkdir(words[1], 0o777) == 0 else { throw FileError.current(path: words[1]) }
    let content = GeneratedContent(pages: pages, locales: locales)
    try content.write(to: FolderSink(words[1]), jobs: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
