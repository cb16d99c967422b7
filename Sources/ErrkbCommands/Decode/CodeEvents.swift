internal import Codes
internal import Index

/// The events of the catalogue that a code stands behind; none where there is no catalogue.
struct CodeEvents {
  private let reader: CatalogueReader?

  /// A catalogue that was asked for and cannot be read is a failure; that none is found is not.
  init(_ options: CatalogueOptions) throws {
    do throws(CatalogueError) {
      reader = try CatalogueReader(
        path: CatalogueLocation.current.path(option: options.path))
    } catch .missing(nil) {
      reader = nil
    } catch {
      Note.say("\(error)")
      throw ExitStatus.failure
    }
  }

  /// The names of the events behind each reading, and of those that only have the number as ID.
  func events(of code: DecodedCode) throws -> (readings: [[String]], others: [String]) {
    let readings = try code.readings.map { try names(of: $0.eventNames) }
    let others = try names(of: code.eventNames).filter { name in
      !readings.contains { $0.contains(name) }
    }
    return (readings, others)
  }

  private func names(of ids: [String]) throws -> [String] {
    guard let reader else { return [] }
    var names: [String] = []
    for id in ids {
      do throws(CatalogueError) {
        for key in try reader.keys(matching: id) where !names.contains(key.description) {
          names.append(key.description)
        }
      } catch {
        Note.say("\(error)")
        throw ExitStatus.failure
      }
    }
    return names
  }
}
