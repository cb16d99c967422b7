internal import ArgumentParser
internal import Catalogue
internal import Index

/// What shells complete words with from the catalogue.
///
/// Where there is none, or it cannot be read, there is nothing to complete with and nothing to say:
/// the reader is in the middle of a line.
extension CompletionKind {
  /// Names of events: IDs, with their source where its name is begun, and symbolic names; those of
  /// one source where the line names it.
  static let events = asking { reader, line throws(CatalogueError) in
    line.continued(
      by: try reader.names(beginning: line.typed, source: line.value(of: "--source")))
  }

  /// Names of sources.
  static let sources = asking { reader, line throws(CatalogueError) in
    line.continued(by: try reader.sources())
  }

  /// A locale.
  static let locale = asking { reader, line throws(CatalogueError) in
    line.continued(by: try reader.locales().map(\.text))
  }

  /// Locales, separated by commas.
  static let locales = asking { reader, line throws(CatalogueError) in
    line.continuedList(by: try reader.locales().map(\.text))
  }

  private static func asking(
    _ body: @escaping @Sendable (CatalogueReader, CompletedLine) throws(CatalogueError) -> [String]
  ) -> CompletionKind {
    .custom { words, index, prefix in
      let line = CompletedLine(words: words, index: index, prefix: prefix)
      let path = line.value(of: "--catalogue")
      do throws(CatalogueError) {
        let reader = try CatalogueReader(path: CatalogueLocation.current.path(option: path))
        return try body(reader, line)
      } catch {
        return []
      }
    }
  }
}
