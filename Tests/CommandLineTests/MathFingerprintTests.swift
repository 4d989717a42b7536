import Foundation
import Testing

@Suite("The fingerprint of the maths library")
struct MathFingerprintTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test(
    "Tells apart what glibc picks with fused multiply-add and without",
    .enabled(if: hasFused, "needs FMA and AVX2"))
  func fused() throws {
    let usual = try fingerprint()
    for missing in ["-FMA", "-AVX2", "-FMA,-AVX2_Usable"] {
      #expect(try fingerprint(without: missing) != usual, "\(missing)")
    }
    #expect(try fingerprint(without: "-FMA") == fingerprint(without: "-FMA"))
  }

  @Test("Is the same whatever else the processor has")
  func other() throws {
    #expect(try fingerprint() == fingerprint(without: "-ERMS"))
  }

  /// The version line's last word, from a process in which glibc overlooks parts of the processor.
  private func fingerprint(without parts: String? = nil) throws -> Substring {
    let tunables = parts.map { ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=\($0)"] } ?? [:]
    let outcome = try Program.run(["--version"], in: folder, environment: tunables)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    return try #require(outcome.output.firstMatch(of: /maths ([0-9a-f]{16})/)).1
  }

  /// Whether the processor has what the tunables switch off; without it there is nothing to tell apart.
  private static let hasFused: Bool = {
    let processors = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let flags = processors.split(separator: "\n").first { $0.hasPrefix("flags") } ?? ""
    return Set(["fma", "avx2"]).isSubset(of: Set(flags.split(separator: " ").map(String.init)))
  }()
}
