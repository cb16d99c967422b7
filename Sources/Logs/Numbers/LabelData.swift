/// The labels of `labels.txt`.
enum LabelData {
  /// Every label in each way of writing it, with its kind.
  ///
  /// The file has lines `kind = label | label`; the languages that head its sections are for those
  /// who read and write it.
  static var labels: [(text: String, kind: LabelKinds)] {
    var labels: [(text: String, kind: LabelKinds)] = []
    let text = String(decoding: PackageResources.labels_txt, as: UTF8.self)
    for line in text.split(separator: "\n") where line.utf8.first != UInt8(ascii: "#") {
      guard let equals = line.utf8.firstIndex(of: UInt8(ascii: "=")),
        let kind = LabelKinds(named: trimmed(line[..<equals]))
      else { continue }
      for label in line[line.utf8.index(after: equals)...].split(separator: "|") {
        for spelling in spellings(of: trimmed(label)) { labels.append((spelling, kind)) }
      }
    }
    return labels
  }

  /// A label as the file has it, in small letters, and with a small or a capital letter first.
  private static func spellings(of label: Substring) -> [String] {
    let rest = label.dropFirst()
    let first = label.prefix(1)
    return [
      String(label), label.lowercased(), first.lowercased() + rest, first.uppercased() + rest,
    ]
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
