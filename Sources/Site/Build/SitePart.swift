package import Index

/// One kind of file of the site: so many pieces of work that may be done in any order and on any
/// thread, each a function of the catalogue.
package protocol SitePart: Sendable {
  /// How many pieces there are.
  var count: Int { get }

  /// Does a piece.
  ///
  /// - Parameters:
  ///   - piece: Its number, from 0.
  ///   - frame: What stands around pages, and through it what is known of all of them.
  ///   - reader: The catalogue, for the thread that does the piece.
  ///   - sink: What takes its files.
  /// - Throws: What the catalogue or the sink throws; no other piece is begun then.
  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws
}
