/// What the bits of an HRESULT or an NTSTATUS say.
///
/// From [MS-ERREF] 2.1 and 2.3: an HRESULT has one bit of severity and eleven of facility, an
/// NTSTATUS two and twelve; both end in sixteen of code.
package struct CodeParts: Sendable, Hashable {
  package enum Severity: String, Sendable {
    case success, informational, warning, failure
  }

  package let severity: Severity
  package let facility: UInt32
  /// The names of the facility; several share some numbers.
  package let facilityNames: [String]
  package let code: UInt32
  /// Whether somebody else than Microsoft made it up.
  package let isCustomer: Bool

  /// The parts of an HRESULT.
  init(hresult number: UInt32) {
    severity = number & 0x8000_0000 == 0 ? .success : .failure
    facility = number >> 16 & 0x7FF
    code = number & 0xFFFF
    isCustomer = number & 0x2000_0000 != 0
    // Those who set the reserved bit, as Integration Services does, count facilities of their own.
    let isReserved = number & 0x5000_0000 == 0x4000_0000
    facilityNames =
      isCustomer || isReserved ? [] : Self.names(of: facility, in: Self.facilities)
  }

  /// The parts of an NTSTATUS.
  init(ntstatus number: UInt32) {
    severity = [.success, .informational, .warning, .failure][Int(number >> 30)]
    facility = number >> 16 & 0xFFF
    code = number & 0xFFFF
    isCustomer = number & 0x2000_0000 != 0
    facilityNames = isCustomer ? [] : Self.names(of: facility, in: Self.ntstatusFacilities)
  }

  static let facilities = table(PackageResources.facilities_txt)
  static let ntstatusFacilities = table(PackageResources.ntstatus_facilities_txt)

  private static func table(_ bytes: [UInt8]) -> [(number: UInt32, names: [String])] {
    DataLines.fields(of: bytes, count: 2).map { fields in
      (UInt32(fields[0]) ?? .max, fields[1].split(separator: " ").map(String.init))
    }
  }

  private static func names(
    of facility: UInt32, in table: [(number: UInt32, names: [String])]
  ) -> [String] {
    table.first { $0.number == facility }?.names ?? []
  }
}
