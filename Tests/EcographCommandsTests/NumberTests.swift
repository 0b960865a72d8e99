import Ecosystem
import Testing

@testable import EcographCommands

@Suite struct NumberTests {
  @Test(arguments: [
    (0.0, "0"), (3, "3"), (-2, "-2"), (0.5, "0.5000"), (47.5, "47.50"), (0.999_999, "1.000"),
    (1234.56, "1235"),
    (0.000_123_456, "0.0001235"), (0.000_012_351, "1.235e-5"), (123_456_789.5, "1.235e8"), (-0.25, "-0.2500"),
    (9.9996, "10.00"), (99_999.7, "100000"),
  ])
  func numbersForPeopleHaveFourDigits(value: Double, shown: String) {
    #expect(value.rounded(toSignificantDigits: 4) == shown)
  }

  @Test(arguments: [
    (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"), (47.5, "47.5"), (2, "2"), (1e300, "1e+300"), (-0.0, "0"),
    (.leastNonzeroMagnitude, "5e-324"), (1e15, "1000000000000000"), (1e16, "1e+16"),
  ])
  func numbersForMachinesReadBackToTheSame(value: Double, text: String) {
    #expect(shortestDecimal(value) == text)
    #expect(Double(text) == value)
  }
}
