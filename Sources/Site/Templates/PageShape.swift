/// What pages of one template have in common that differ in nothing but their texts: which names are
/// set, what holds, how long lists are.
struct PageShape: Hashable, Sendable {
  private let template: String
  /// The values in order.
  ///
  /// One is where its name lies and what it is: the same name at two places of
  /// the program counts as two, which makes shapes more, never wrong. The length of a list follows it,
  /// and before each of its entries stands how many values that has.
  private let code: [UInt]
  private let shared: String
  /// How many bytes it takes, about.
  var size: Int { code.count * MemoryLayout<UInt>.size }

  /// What the texts of a page are, in order; those that pages share come after its own.
  typealias Leaves = [TemplateValues.Value]

  /// The shape of a page, and its own texts.
  static func of(_ values: PageValues, _ template: String) -> (shape: PageShape, leaves: Leaves) {
    var code: [UInt] = []
    var leaves: Leaves = []
    code.reserveCapacity(256)
    leaves.reserveCapacity(128)
    append(values.own, &code, &leaves)
    return (PageShape(template: template, code: code, shared: values.shared.shape), leaves)
  }

  private static func append(
    _ values: TemplateValues, _ code: inout [UInt], _ leaves: inout Leaves
  ) {
    code.append(UInt(values.entries.count))
    for (name, value) in values.entries {
      let place = unsafe UInt(bitPattern: name.utf8Start) << 3
      switch value {
      case .absent: code.append(place)
      case .text, .html:
        code.append(place | 1)
        leaves.append(value)
      case .holds(let holds): code.append(place | (holds ? 3 : 2))
      case .list(let list):
        code.append(place | 4)
        code.append(UInt(list.count))
        for entry in list { append(entry, &code, &leaves) }
      }
    }
  }

  static func == (left: PageShape, right: PageShape) -> Bool {
    left.code == right.code && left.template == right.template && left.shared == right.shared
  }

  func hash(into hasher: inout Hasher) {
    // What is shared differs between locales at most.
    unsafe code.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    hasher.combine(template)
  }
}
