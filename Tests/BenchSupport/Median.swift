/// What stands in the middle of measurements.
package enum Median {
  /// The middle value, of two the upper; nil where there is none.
  package static func of(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}
