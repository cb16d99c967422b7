internal import Diagnostics
internal import Markup

/// A list of pages that have moved, as sets of Docs pages keep it at their top.
///
/// ```json
/// {"redirections": [{"source_path": "docs/a.md", "redirect_url": "/sql/b"}]}
/// ```
struct RedirectionFile {
  struct Entry {
    /// The file that has moved, relative to the content folder.
    let path: String
    /// Where it went, as written.
    let url: String
    /// Where that is written.
    let position: SourcePosition
  }

  /// The list as diagnostics name it.
  let path: String
  private(set) var entries: [Entry] = []

  /// Whether a file is such a list by its name: `.openpublishing.redirection.json`, or one of
  /// several as `.openpublishing.redirection.tools.json`.
  static func isOne(_ name: String) -> Bool {
    name.hasPrefix(".openpublishing.redirection.") && name.hasSuffix(".json")
  }

  /// Reads the list at a path relative to the content folder; what is wrong in it is reported and
  /// left out.
  init(reading relative: String, in tree: ContentTree, diagnostics: inout [Diagnostic]) {
    path = tree.path(of: relative)
    let folder = relative.split(separator: "/").dropLast().map(String.init)
    do {
      let raw = try FileBytes.read(path)
      let text = SourceText(path: path, raw: raw, diagnostics: &diagnostics)
      read(try YAMLValue.read(json: text.bytes), folder: folder, diagnostics: &diagnostics)
    } catch let error as YAMLProblem {
      report("the file is not JSON: \(error.message)", at: error.position, to: &diagnostics)
    } catch let error as FileError {
      diagnostics.append(Diagnostic(error.rule, path: path, at: .start, error.reason))
    } catch {
      diagnostics.append(Diagnostic(.unreadableFile, path: path, at: .start, "\(error)"))
    }
  }

  private mutating func read(
    _ file: YAMLValue, folder: [String], diagnostics: inout [Diagnostic]
  ) {
    guard let list = file["redirections"], case .list(let values) = list.content else {
      report("there is no list 'redirections'", at: file.position, to: &diagnostics)
      return
    }
    for value in values {
      // The newer key begins with a slash for the same folder.
      let source = value["source_path"]?.string ?? value["source_path_from_root"]?.string
      guard let source, !source.isEmpty else {
        report("the entry has no 'source_path'", at: value.position, to: &diagnostics)
        continue
      }
      guard let target = value["redirect_url"], let url = target.string, !url.isEmpty else {
        report("the entry has no 'redirect_url'", at: value.position, to: &diagnostics)
        continue
      }
      let parts = source.split(separator: "/").map(String.init)
      guard let path = ContentPath.joined(folder, parts[...]), !path.isEmpty else {
        report("'\(source)' leads outside the content", at: value.position, to: &diagnostics)
        continue
      }
      entries.append(Entry(path: path, url: url, position: target.position))
    }
  }

  private func report(
    _ message: String, at position: SourcePosition, to diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(Diagnostic(.redirectionSyntax, path: path, at: position, message))
  }
}
