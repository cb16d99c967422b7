/// A row of the details table, whatever language names it.
package enum DetailsField: String, Sendable, CaseIterable {
  case productName
  case productVersion
  case eventID
  case eventSource
  case component
  case symbolicName
  case messageText
}
