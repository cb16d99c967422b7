/// The versions of the Model Context Protocol that are spoken.
enum ProtocolVersion: String, CaseIterable, Comparable {
  case november2024 = "2024-11-05"
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"
  case july2026 = "2026-07-28"

  /// The last one that begins with `initialize`; later ones tell their version with every request.
  static let lastWithHandshake = november2025

  static func < (left: ProtocolVersion, right: ProtocolVersion) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }

  /// Whether it begins with `initialize`.
  var hasHandshake: Bool { self <= .lastWithHandshake }

  /// Whether requests may come together in an array, which one version alone has.
  var hasBatches: Bool { self == .march2025 }

  /// Whether tools tell in which form they answer, and answer in it, and things have titles.
  var hasStructure: Bool { self >= .june2025 }

  /// Whether arguments that do not fit are a result that the model is to read, not an error of the
  /// protocol.
  var tellsModelOfArguments: Bool { self >= .november2025 }
}
