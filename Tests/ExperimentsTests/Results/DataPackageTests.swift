import Foundation
import Tables
import Testing

@testable import Experiments

@Suite("Data package")
struct DataPackageTests {
  private struct Descriptor: Decodable {
    let profile, name, title: String
    let description: String?
    let created: String?
    let resources: [Resource]
  }

  private struct Resource: Decodable {
    let profile, name, path, format, mediatype, encoding, hash: String
    let compression: String?
    let bytes: Int
    let schema: Schema
  }

  private struct Schema: Decodable {
    let fields: [Field]
    let missingValues: [String]
    let primaryKey: [String]?
  }

  private struct Field: Decodable {
    let name, type, description: String
    let unit: String?
    let constraints: [String: Bool]?
  }

  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  private static func decoded(_ package: DataPackage) throws -> Descriptor {
    try JSONDecoder().decode(Descriptor.self, from: Data(package.json()))
  }

  private static func described(_ schema: TableSchema, compressed: Bool = false) throws -> Resource
  {
    let file = DataPackage.File(
      schema: schema, bytes: 123, sha256: digest, isCompressed: compressed)
    let package = DataPackage(experiment: "village", question: nil, files: [file])
    return try #require(try decoded(package).resources.first)
  }

  @Test("Names the experiment and says nothing of when it was made")
  func names() throws {
    let package = DataPackage(experiment: "A village, twice", question: "Why?", files: [])
    let descriptor = try Self.decoded(package)
    #expect(descriptor.name == "a-village--twice")
    #expect(descriptor.title == "A village, twice" && descriptor.description == "Why?")
    #expect(descriptor.profile == "tabular-data-package" && descriptor.created == nil)
  }

  @Test(
    "Each column of each table is a field with its type, unit and meaning",
    arguments: ResultTable.allCases)
  func fields(table: ResultTable) throws {
    let resource = try Self.described(table.schema)
    #expect(resource.name == table.rawValue && resource.path == "\(table.rawValue).csv")
    #expect(resource.profile == "tabular-data-resource" && resource.encoding == "utf-8")
    #expect(resource.bytes == 123 && resource.hash == "sha256:" + Self.digest)
    #expect(resource.schema.missingValues == [""])
    #expect(resource.schema.fields.count == table.schema.columns.count)
    for (field, column) in zip(resource.schema.fields, table.schema.columns) {
      #expect(field.name == column.name && field.type == column.kind.rawValue)
      #expect(field.unit ?? "" == column.unit && field.description == column.description)
    }
  }

  @Test(
    "The keys of a row are required, and tell rows apart where any columns do",
    arguments: zip(
      ResultTable.allCases,
      [
        ["run"], ["run", "task"], ["run", "task", "round"], ["run", "task", "actor"], nil, ["run"],
      ]))
  func keys(table: ResultTable, key: [String]?) throws {
    let schema = try Self.described(table.schema).schema
    #expect(schema.primaryKey == key)
    let required = schema.fields.filter { $0.constraints?["required"] == true }.map(\.name)
    let keys = ["experiment", "point", "strategy", "replicate", "run", "seed"]
    #expect(Set(required).isSuperset(of: keys + (key ?? [])))
    #expect(!required.contains("value_per_public_euro") && !required.contains("value"))
  }

  @Test("A table without its key's columns has no key")
  func selection() throws {
    let some = TableSchema(
      name: "rounds", columns: ResultTable.rounds.schema.columns.filter { $0.name != "task" })
    #expect(try Self.described(some).schema.primaryKey == nil)
  }

  @Test("A compressed table is told as such")
  func compressed() throws {
    let resource = try Self.described(ResultTable.runs.schema, compressed: true)
    #expect(resource.path == "runs.csv.gz" && resource.compression == "gz")
    #expect(resource.format == "csv" && resource.mediatype == "text/csv")
    #expect(try Self.described(ResultTable.runs.schema).compression == nil)
  }

  @Test("The same tables give the same bytes, with sorted keys")
  func same() throws {
    let files = ResultTable.allCases.map {
      DataPackage.File(schema: $0.schema, bytes: 1, sha256: Self.digest)
    }
    func json() throws -> String {
      String(
        decoding: try DataPackage(experiment: "village", question: "Q", files: files).json(),
        as: UTF8.self)
    }
    #expect(try json() == json())
    #expect(try json().hasPrefix("{\n  \"description\" : \"Q\",\n  \"name\" : \"village\","))
  }
}
