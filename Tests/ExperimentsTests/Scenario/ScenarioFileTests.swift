import Foundation
import Testing

@testable import Experiments

/// Files of every kind, in a folder of their own.
@Suite("Scenario files")
final class ScenarioFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "scenario-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String, _ bytes: Data? = nil) throws -> String {
    let file = folder.appending(path: name)
    if let bytes { try bytes.write(to: file) }
    return file.path
  }

  private func fault(_ path: String) throws -> ScenarioFault {
    let start = ContinuousClock.now
    let error = try #require(throws: ScenarioFaults.self) { try Scenario.read(file: path) }
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(error.file == path)
    #expect(error.faults.count == 1)
    return try #require(error.faults.first)
  }

  @Test("A good file is read, through a link too")
  func good() throws {
    let path = try path("good.yaml", Data(ScenarioGoodTests.full.utf8))
    let scenario = try Scenario.read(file: path)
    #expect(scenario.text == ScenarioGoodTests.full)
    let link = folder.appending(path: "link.yaml").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(try Scenario.read(file: link) == scenario)
    let seeded = try Scenario.read(file: path, overrides: .init(seed: 7))
    #expect(seeded.seed == 7)
  }

  @Test("A file that is not there")
  func missing() throws {
    #expect(try fault(path("none.yaml")).found == "no such file")
    #expect(try fault("").found == "no such file")
    let file = try path("good.yaml", Data("x".utf8))
    #expect(try fault(file + "/below").found.contains("is no folder"))
    #expect(try fault(folder.path + "/a\0b").found.contains("NUL"))
    #expect(try fault(path(String(repeating: "n", count: 300))).found.contains("too long"))
  }

  @Test("Folders, pipes, devices and loops of links")
  func kinds() throws {
    #expect(try fault(folder.path).found == "a folder")
    let pipe = try path("pipe.yaml")
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    #expect(try fault(pipe).found == "not a regular file")
    #expect(try fault("/dev/zero").found == "not a regular file")
    let loop = try path("loop.yaml")
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    #expect(try fault(loop).found == "a loop of symbolic links")
  }

  @Test("A file that may not be read")
  func permission() throws {
    let path = try path("secret.yaml", Data(ScenarioGoodTests.full.utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // The administrator may read every file.
    if geteuid() == 0 {
      _ = try Scenario.read(file: path)
    } else {
      #expect(try fault(path).found == "no permission to read it")
    }
  }

  @Test("Large files are refused by their size")
  func large() throws {
    let path = try path("large.yaml", Data())
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 100 << 20)
    try handle.close()
    #expect(try fault(path).found == "104857600 bytes")
    #expect(try fault(path).allowed == "at most 1048576 bytes")
  }

  @Test("A file of the largest size is read")
  func largest() throws {
    var text = ScenarioGoodTests.full + "\n#"
    text += String(repeating: "x", count: Scenario.largestFile - text.utf8.count)
    _ = try Scenario.read(file: path("largest.yaml", Data(text.utf8)))
    #expect(try fault(path("over.yaml", Data((text + "x").utf8))).found == "1048577 bytes")
  }

  @Test("A mark of the encoding at the start, as some editors write it, is no part of the text")
  func mark() throws {
    let marked = Data([0xEF, 0xBB, 0xBF]) + Data(ScenarioGoodTests.full.utf8)
    let plain = try Scenario.read(file: path("plain.yaml", Data(ScenarioGoodTests.full.utf8)))
    let scenario = try Scenario.read(file: path("marked.yaml", marked))
    #expect(scenario.strategies == plain.strategies && scenario.parameters == plain.parameters)
    #expect(scenario.name == plain.name && scenario.kinds == plain.kinds)
  }

  @Test("Empty, binary and wrongly encoded files")
  func content() throws {
    #expect(try fault(path("empty.yaml", Data())).found == "an empty file")
    #expect(try fault(path("nul.yaml", Data("a: \0".utf8))).found.contains("binary"))
    let wide = try #require(ScenarioGoodTests.full.data(using: .utf16))
    #expect(try fault(path("wide.yaml", wide)).found.contains("binary"))
    let latin = Data(BadScenario.good.utf8) + Data([0xE6, 0x0A])
    let fault = try fault(path("latin.yaml", latin))
    #expect(fault.found == "bytes that are not UTF-8")
    #expect(fault.line == 6)
  }
}
