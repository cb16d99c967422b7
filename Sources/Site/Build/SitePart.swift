package import Index

/// One kind of file of the site: so many pieces of work that may be done in any order and on any
/// thread, each a function of the catalogue.
package protocol SitePart: Sendable {
  /// How many pieces there are.
  var count: Int { get }

  /// What tells a piece from all others of the site, in this build and in the next.
  func key(of piece: Int) -> String

  /// The facts that a piece needs beside those that it looks up on the way; nil where it is made each
  /// time.
  func needs(of piece: Int) -> [String]?

  /// Told before the first is done which pieces will be: then no others need be prepared for.
  func prepare(_ pieces: [Int])

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

extension SitePart {
  package func key(of piece: Int) -> String { "\(Self.self)/\(piece)" }

  package func needs(of piece: Int) -> [String]? { nil }

  package func prepare(_ pieces: [Int]) {}
}
