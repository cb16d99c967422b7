import Testing

@testable import Diagnostics

struct RuleTests {
  @Test(arguments: Rule.allCases)
  func isExplained(rule: Rule) {
    #expect(rule.summary.hasSuffix("."))
    #expect(rule.summary.utf8.count < 80)
    #expect(rule.explanation.hasSuffix("."))
    #expect(rule.explanation.utf8.count > 100)
    #expect(!rule.explanation.contains("\n"))
  }

  @Test func saysSomethingElseOfEveryRule() {
    #expect(Set(Rule.allCases.map(\.summary)).count == Rule.allCases.count)
    #expect(Set(Rule.allCases.map(\.explanation)).count == Rule.allCases.count)
  }
}
