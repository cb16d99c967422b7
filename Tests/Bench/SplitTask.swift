import Catalogue
import Diagnostics
import Glibc
import Markup

/// `task-split FOLDER SAMPLE CONTENT…`: pages and message lists apart, as peers take them.
///
/// Writes `pages.md` and `lists.md`, all of either in one file, `lists`, a content folder with the
/// lists alone, `lists.txt`, the paths of the lists, and `sample.txt`, those of the first pages.
enum SplitTask {
  static func run(_ words: [String]) throws {
    let folder = words[1]
    guard let sample = Int(words[2]) else { throw BenchError("no number of pages: \(words[2])") }
    var (pages, lists): ([UInt8], [UInt8]) = ([], [])
    var (paths, listPaths): ([String], [String]) = ([], [])
    let sink = FolderSink(folder)
    for (place, content) in words.dropFirst(3).enumerated() {
      let source = try PageSource(content)
      for relative in source.tree.pages {
        let bytes = try FileBytes.read(source.tree.path(of: relative))
        var diagnostics: [Diagnostic] = []
        let outcome = source.reader.read(bytes, relative: relative, diagnostics: &diagnostics)
        if case .messageList = outcome {
          lists += bytes + [0x0A]
          listPaths.append(source.tree.path(of: relative))
          try sink.write(bytes, to: "lists/\(place)/\(relative)")
        } else {
          pages += bytes + [0x0A]
          if paths.count < sample { paths.append(source.tree.path(of: relative)) }
        }
      }
    }
    try sink.write(pages, to: "pages.md")
    try sink.write(lists, to: "lists.md")
    try sink.write(Array(listPaths.joined(separator: "\n").utf8), to: "lists.txt")
    try sink.write(Array(paths.joined(separator: "\n").utf8), to: "sample.txt")
  }
}

/// A content folder and what reads it.
struct PageSource {
  let tree: ContentTree
  let library: FragmentLibrary
  let reader: PageReader

  init(_ folder: String) throws {
    var diagnostics: [Diagnostic] = []
    let configuration = Configuration.read(folder: folder, diagnostics: &diagnostics)
    let locale = configuration.defaultLocale.flatMap { LocaleTag($0) }
    guard let defaultLocale = locale ?? LocaleTag("en-US") else {
      throw BenchError("no default locale in \(folder)")
    }
    let tree = try ContentTree(
      root: folder, defaultLocale: defaultLocale, isExcluded: configuration.excludes)
    self.tree = tree
    library = FragmentLibrary(locator: tree)
    reader = PageReader(
      tree: tree, library: library, vocabulary: Vocabulary.shared.adding(configuration),
      configuration: configuration)
  }
}
