/// What can be wrong in content; the raw value is the stable name that is printed in brackets.
///
/// What each rule means to a writer stands in `Rule+Explanation.swift`.
package enum Rule: String, Sendable, CaseIterable {
  // The file as bytes.
  case unreadableFile = "unreadable-file"
  case fileTooLarge = "file-too-large"
  case invalidUTF8 = "invalid-utf8"
  case byteOrderMark = "byte-order-mark"
  case controlCharacter = "control-character"
  case symbolicLink = "symbolic-link"
  case emptyContent = "empty-content"

  // Front matter and configuration.
  case frontMatterMissing = "front-matter-missing"
  case frontMatterUnclosed = "front-matter-unclosed"
  case frontMatterSyntax = "front-matter-syntax"
  case configurationSyntax = "configuration-syntax"
  case configurationKey = "configuration-key"

  // Includes.
  case includeSyntax = "include-syntax"
  case includeMissing = "include-missing"
  case includeCircular = "include-circular"
  case includeOutside = "include-outside"
  case includeCase = "include-case"
  case includeFallback = "include-fallback"

  // Markup.
  case nestingDepth = "nesting-depth"
  case htmlRemoved = "html-removed"
  case linkScheme = "link-scheme"
  case linkAnchor = "link-anchor"
  case tableSurplusCells = "table-surplus-cells"
  case fenceText = "fence-text"
  case alertKind = "alert-kind"
  case zoneUnclosed = "zone-unclosed"

  // Pages.
  case redirectPage = "redirect-page"
  case noEventID = "no-event-id"
  case eventIDConflict = "event-id-conflict"
  case sourceUnknown = "source-unknown"
  case duplicatePage = "duplicate-page"
  case localeSyntax = "locale-syntax"
  case dateSyntax = "date-syntax"
  case detailsLabel = "details-label"
  case stateRow = "state-row"
  case placeholder = "placeholder"
  case pageKind = "page-kind"
  case sectionEvent = "section-event"

  // Message lists.
  case messageRow = "message-row"
  case messageID = "message-id"

  // Pages that have moved.
  case redirectionSyntax = "redirection-syntax"
  case redirectionTarget = "redirection-target"

  // Templates of the site.
  case templateSyntax = "template-syntax"

  /// What a diagnostic of this rule weighs unless the check says otherwise.
  package var severity: Diagnostic.Severity {
    switch self {
    case .unreadableFile, .fileTooLarge, .invalidUTF8, .symbolicLink, .emptyContent,
      .frontMatterUnclosed, .frontMatterSyntax, .configurationSyntax, .includeSyntax,
      .includeMissing, .includeCircular, .includeOutside, .redirectPage, .noEventID,
      .duplicatePage, .redirectionSyntax, .templateSyntax:
      .error
    case .byteOrderMark, .controlCharacter, .frontMatterMissing, .configurationKey, .includeCase,
      .includeFallback, .nestingDepth, .htmlRemoved, .linkScheme, .linkAnchor, .tableSurplusCells,
      .fenceText, .alertKind, .zoneUnclosed, .eventIDConflict, .sourceUnknown, .localeSyntax,
      .dateSyntax, .detailsLabel, .stateRow, .placeholder, .pageKind, .sectionEvent, .messageRow,
      .messageID, .redirectionTarget:
      .warning
    }
  }
}
