import Testing

@testable import ErrkbCommands
