/// The bytes that have a meaning in a table.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let zero = UInt8(ascii: "0")
  static let plus = UInt8(ascii: "+")
  static let minus = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
