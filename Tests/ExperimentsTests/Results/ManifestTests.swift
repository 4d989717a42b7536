import CoCreation
import Foundation
import Testing

@testable import Experiments

@Suite("Manifest")
struct ManifestTests {
  @Test("It reads back as it was written")
  func roundTrip() throws {
    let manifest = try Village.manifest(Village.scenario(), tables: [.events, .runs])
    let json = try manifest.json()
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    #expect(try decoder.decode(Manifest.self, from: Data(json)) == manifest)
    let text = String(decoding: json, as: UTF8.self)
    #expect(text.hasSuffix("}\n"))
    #expect(text.contains("\"started\" : \"1970-01-12T13:46:40Z\""))
  }

  @Test("It holds what the scenario and its plan say")
  func content() throws {
    let scenario = try Village.scenario(replicates: "{contexts: 2, processes: 3}")
    let manifest = try Village.manifest(scenario, tables: [.events, .runs])
    #expect(manifest.scenario.text == scenario.text)
    #expect(manifest.scenario.overrides == ["demand=3"])
    #expect(manifest.replicates == ["contexts": 2, "processes": 3])
    #expect(manifest.runs == 18)
    #expect(manifest.tables == ["runs.csv", "events.csv"])
    #expect(manifest.parameters.keys.sorted() == Village.strategies.sorted())
    for (strategy, parameters) in manifest.parameters {
      #expect(parameters.count == Parameters.register.count)
      #expect(parameters["failure_base"] == 0.4, "\(strategy)")
    }
    #expect(manifest.parameters["in-house"]?["optimisation_share"] == 0.5)
    #expect(
      manifest.parameters["guided"]?["centrality"]
        != manifest.parameters["empowering"]?["centrality"])
  }

  // Digests by Python's hashlib; the second begins with zeros.
  @Test(
    "The digest is SHA-256 of the text, in 64 hexadecimal digits",
    arguments: [
      ("4", "babd36705bd341801f4e8ea7ef386e56684b22abb8454b10ad587c94a9dcbb3e"),
      ("4 # 276", "0003532fdd59f64307398025c681532c77ec00b97adfd8657ab303acb213a9eb"),
    ])
  func digest(replicates: String, digest: String) throws {
    let manifest = try Village.manifest(Village.scenario(replicates: replicates))
    #expect(manifest.scenario.sha256 == digest)
  }
}
