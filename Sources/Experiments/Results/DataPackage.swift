internal import Foundation
public import Tables

/// What a results folder holds, for programs: a Frictionless Data Package (version 1).
///
/// It says nothing of when or where the folder was made, so that the same results have the same
/// descriptor.
public struct DataPackage: Sendable {
  /// The name of its file.
  public static let fileName = "datapackage.json"

  /// A table of the folder.
  public struct File: Equatable, Sendable {
    /// The columns.
    public let schema: TableSchema
    /// The size of the file, compressed if it is.
    public let bytes: Int
    /// SHA-256 of the file, in hexadecimal digits.
    public let sha256: String
    /// Whether it is compressed and its name ends in `.gz`.
    public let isCompressed: Bool

    /// Describes a file.
    ///
    /// - Parameters:
    ///   - schema: The columns.
    ///   - bytes: The size of the file, compressed if it is.
    ///   - sha256: SHA-256 of the file, in hexadecimal digits.
    ///   - isCompressed: Whether it is compressed and its name ends in `.gz`.
    public init(schema: TableSchema, bytes: Int, sha256: String, isCompressed: Bool = false) {
      self.schema = schema
      self.bytes = bytes
      self.sha256 = sha256
      self.isCompressed = isCompressed
    }
  }

  private let descriptor: Descriptor

  /// Describes a folder.
  ///
  /// - Parameters:
  ///   - experiment: The experiment's name.
  ///   - question: The question it asks.
  ///   - files: Its tables.
  public init(experiment: String, question: String?, files: [File]) {
    descriptor = Descriptor(
      name: Self.identifier(experiment), title: experiment, description: question,
      resources: files.map(Resource.init))
  }

  /// The descriptor as indented JSON with sorted keys.
  ///
  /// - Throws: What the encoder throws; never for a package.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(descriptor)) + Array("\n".utf8)
  }

  /// A name as the specification wants it: small letters, digits, and some signs.
  private static func identifier(_ name: String) -> String {
    String(
      name.lowercased().map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber || ".-_".contains(letter))
          ? letter : "-"
      })
  }
}

private struct Descriptor: Encodable {
  let profile = "tabular-data-package"
  let name: String
  let title: String
  let description: String?
  let resources: [Resource]
}

private struct Resource: Encodable {
  struct Dialect: Encodable {
    let csvddfVersion = 1.2
    let delimiter = ","
    let doubleQuote = true
    let header = true
    let lineTerminator = "\n"
    let quoteChar = "\""
  }

  struct Schema: Encodable {
    let fields: [Field]
    let missingValues = [""]
    let primaryKey: [String]?
  }

  struct Field: Encodable {
    struct Constraints: Encodable {
      let required = true
    }

    let name: String
    let type: String
    let unit: String?
    let description: String
    let constraints: Constraints?
  }

  let profile = "tabular-data-resource"
  let name: String
  let path: String
  let format = "csv"
  let mediatype = "text/csv"
  let encoding = "utf-8"
  let compression: String?
  let bytes: Int
  let hash: String
  let dialect = Dialect()
  let schema: Schema

  init(_ file: DataPackage.File) {
    name = file.schema.name
    path = file.schema.fileName + (file.isCompressed ? GzipFile.ending : "")
    compression = file.isCompressed ? "gz" : nil
    bytes = file.bytes
    hash = "sha256:" + file.sha256
    let required = ResultTable(rawValue: name)?.required ?? []
    let fields = file.schema.columns.map { column in
      Field(
        name: column.name, type: column.kind.rawValue,
        unit: column.unit.isEmpty ? nil : column.unit,
        description: column.description,
        constraints: required.contains(column.name) ? Field.Constraints() : nil)
    }
    let names = Set(file.schema.columns.map(\.name))
    let key = ResultTable(rawValue: name)?.primaryKey
    schema = Schema(
      fields: fields, primaryKey: key.flatMap { names.isSuperset(of: $0) ? $0 : nil })
  }
}

extension ResultTable {
  /// The columns that tell its rows apart; `nil` where no columns do.
  var primaryKey: [String]? {
    switch self {
    case .runs, .failures: ["run"]
    case .tasks: ["run", "task"]
    case .rounds: ["run", "task", "round"]
    case .actors: ["run", "task", "actor"]
    case .events: nil
    }
  }

  /// The columns that have a value in every row.
  var required: Set<String> {
    let keys = RowFormat<RunRecord>.keys.map(\.column.name) + (primaryKey ?? [])
    return Set(keys + (self == .events ? ["task", "round", "event"] : []))
  }
}
