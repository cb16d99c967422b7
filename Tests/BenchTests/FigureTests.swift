import BenchSupport
import Testing

struct FigureTests {
  @Test(arguments: [
    (1.005, 2, "1.00"), (0.0, 2, "0.00"), (9.999, 2, "10.00"), (12.5, 0, "13"), (0.04, 1, "0.0"),
    (-1.5, 1, "-1.5"), (-0.001, 1, "0.0"), (0.007, 3, "0.007"),
  ])
  func roundsToDigits(value: Double, digits: Int, text: String) {
    #expect(Figure.fixed(value, digits) == text)
  }

  @Test(arguments: [
    (0.00121, "1.21 ms"), (0.034, "34.0 ms"), (0.5, "500 ms"), (0.9999, "1000 ms"), (1, "1.00 s"),
    (5.4, "5.40 s"), (12.34, "12.3 s"), (754.2, "754 s"),
  ])
  func timesHaveThreeDigitsAndTheirUnit(seconds: Double, text: String) {
    #expect(Figure.time(seconds) == text)
  }

  @Test(arguments: [
    (0, "0.0 MB"), (9_940_000, "9.9 MB"), (9_960_000, "10 MB"), (95_400_000, "95 MB"),
  ])
  func bytesAreMegabytes(bytes: Int, text: String) { #expect(Figure.megabytes(bytes) == text) }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (140_281, "140,281"), (-1_234_567, "-1,234,567"),
  ])
  func digitsStandInThrees(number: Int, text: String) { #expect(Figure.grouped(number) == text) }

  @Test func theMedianIsInTheMiddle() {
    #expect(Median.of([3, 1, 2]) == 2)
    #expect(Median.of([4, 1, 3, 2]) == 3)
    #expect(Median.of([]) == nil)
  }

  @Test func tablesAreMarkdownWhateverTheirCellsHold() {
    var table = BenchTable("what", "errkb", "")
    #expect(table.isEmpty)
    table.add("`a|b`", "1 ms")
    #expect(table.markdown == "| what | errkb |  |\n| --- | --- | --- |\n| `a\\|b` | 1 ms |  |\n")
  }
}
