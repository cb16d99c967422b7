internal import Diagnostics

/// Where filled text breaks that has no blank there, and where it does not at a blank.
struct RoffBreaks {
  /// A place in the text.
  struct Place: Equatable {
    /// The byte before which the line may end, or the blank that is none.
    var index: Int
    /// Whether it is a blank at which no line ends.
    var isBlank: Bool
  }

  /// In order.
  private(set) var places: [Place] = []

  /// What is longer than this has to break somewhere.
  private let longestRun: Int

  /// The columns since the last place where the line may end.
  private var columns = 0
  /// A place within them behind a mark of punctuation, and the columns up to it.
  private var candidate: (index: Int, columns: Int)?

  /// Finds the places in text whose white space is folded; nothing is to be longer than some columns
  /// without one.
  init(_ text: [UInt8], columns longestRun: Int) {
    self.longestRun = longestRun
    var width = DisplayWidth()
    var previous: UInt32 = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x20 || byte == UInt8(ascii: "\n") {
        previous = 0x20
        if byte == 0x20, !LineBreaking.mayBreak(atBlanks: index..<index + 1, in: text) {
          places.append(Place(index: index, isBlank: true))
          columns += 1
        } else {
          begin()
        }
        width = DisplayWidth()
        index += 1
        continue
      }
      let scalar = UTF8Scalar(in: text.span, at: index)
      let added = width.advance(over: scalar.value)
      if added > 0 {
        if LineBreaking.mayBreak(between: previous, and: scalar.value) {
          breakLine(before: index)
        } else if columns + added > longestRun {
          breakLongRun(before: index)
        }
        previous = scalar.value
      }
      columns += added
      index += scalar.length
      if Self.mayEndLine(scalar.value) { candidate = (index, columns) }
    }
  }

  private mutating func begin() {
    columns = 0
    candidate = nil
  }

  private mutating func breakLine(before index: Int) {
    places.append(Place(index: index, isBlank: false))
    begin()
  }

  /// Breaks behind the last punctuation, else right here.
  private mutating func breakLongRun(before index: Int) {
    guard let place = candidate, place.index < index else { return breakLine(before: index) }
    insert(Place(index: place.index, isBlank: false))
    columns -= place.columns
    candidate = nil
  }

  /// Adds a place that may lie before blanks that are known already.
  private mutating func insert(_ place: Place) {
    let position = places.lastIndex { $0.index < place.index }.map { $0 + 1 } ?? 0
    places.insert(place, at: position)
  }

  /// The characters of paths, addresses and names after which a line may end.
  private static func mayEndLine(_ scalar: UInt32) -> Bool {
    switch scalar {
    // & ) , - . / : ; = ? @ \ ] _ | }
    case 0x26, 0x29, 0x2C...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5C, 0x5D, 0x5F, 0x7C, 0x7D: true
    default: false
    }
  }
}
