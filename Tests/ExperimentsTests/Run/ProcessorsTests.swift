import Testing

@testable import Experiments

@Suite("Processors")
struct ProcessorsTests {
  @Test(
    "A list counts single processors and ranges",
    arguments: [
      ("0", 1), ("0-3", 4), ("0-3,8", 5), ("0,2,4", 3), ("0-1,4-5,7", 5), ("\t0-1", 2),
      (" 12-15 , 20", 5), ("7-7", 1), ("64-127", 64),
    ])
  func list(text: String, count: Int) {
    #expect(Processors.count(inList: text[...]) == count)
  }

  @Test("What is no list counts nothing", arguments: ["", "none", ",", "3-1", "-"])
  func noList(text: String) {
    #expect(Processors.count(inList: text[...]) == 0)
  }

  @Test("There is at least one")
  func allowed() {
    #expect(Processors.allowed >= 1)
  }
}
