package import Diagnostics
internal import Markup

extension Configuration {
  /// The name of the file that configures a content folder.
  package static let fileName = "errkb.yml"

  /// The configuration of a content folder: everything by default where the folder has no file.
  package static func read(folder: String, diagnostics: inout [Diagnostic]) -> Configuration {
    let path = folder.hasSuffix("/") ? folder + fileName : "\(folder)/\(fileName)"
    switch FileBytes.kind(of: path) {
    case .file, .folder: break
    // A link is reported with the others of the content folder, and not followed.
    case .symbolicLink, .other: return Configuration()
    }
    do throws(FileError) {
      let text = SourceText(path: path, raw: try FileBytes.read(path), diagnostics: &diagnostics)
      return read(bytes: text.bytes, path: path, diagnostics: &diagnostics)
    } catch {
      diagnostics.append(Diagnostic(error.rule, path: path, at: .start, error.reason))
      return Configuration()
    }
  }
}
