/// The rows of a CSV file as ranges of a buffer that moves along the file.
///
/// The buffer always holds the current row as a whole. A row that the buffer cuts off is moved to
/// its front and split again when more of the file is there; that costs once per block.
struct RowScanner: ~Copyable {
  struct Field {
    var start: Int
    var end: Int
    var hasDoubledQuotes = false
  }

  let file: TableInput
  private(set) var buffer: [UInt8]
  private(set) var fields: [Field] = []
  /// The line where the current row starts, from 1.
  private(set) var line = 0

  private let rowLimit: Int
  private let mayLackFinalLineBreak: Bool
  private var nextLine = 1
  private var position = 0
  private var filled = 0
  private var isAtEnd = false
  private var addedLineBreak = false

  init(
    _ file: consuming TableInput, blockSize: Int, rowLimit: Int = 1 << 26,
    mayLackFinalLineBreak: Bool
  ) throws(TableReaderError) {
    precondition(blockSize > 0, "A block needs at least one byte.")
    self.file = file
    self.rowLimit = rowLimit
    self.mayLackFinalLineBreak = mayLackFinalLineBreak
    buffer = Array(repeating: 0, count: blockSize)
    while filled < Byte.byteOrderMark.count, !isAtEnd { try readMore() }
    if buffer.prefix(filled).starts(with: Byte.byteOrderMark) {
      position = Byte.byteOrderMark.count
    }
  }

  /// Moves on to the next row; `false` at the end of the file.
  mutating func next() throws(TableReaderError) -> Bool {
    line = nextLine
    while true {
      if position == filled, isAtEnd {
        forgetRow()
        return false
      }
      if try splitRow() { break }
      guard !isAtEnd else { throw failure(.unclosedQuote) }
      try readMore()
    }
    if addedLineBreak, !mayLackFinalLineBreak, position == filled {
      throw failure(.noFinalLineBreak)
    }
    undoubleQuotes()
    return true
  }

  mutating func forgetRow() { fields.removeAll(keepingCapacity: true) }

  func failure(_ problem: TableReaderProblem, column: String? = nil) -> TableReaderError {
    TableReaderError(path: file.path, line: line, column: column, problem: problem)
  }

  /// Splits the row at `position` and moves past it; `false` if the buffer ends before the row.
  private mutating func splitRow() throws(TableReaderError) -> Bool {
    forgetRow()
    let end = filled
    var index = position
    var lines = 1
    while index < end {
      var field = Field(start: index, end: index)
      if buffer[index] == Byte.quote {
        field.start += 1
        index += 1
        while true {
          guard index < end else { return false }
          if buffer[index] == Byte.quote {
            guard index + 1 < end else { return false }
            if buffer[index + 1] != Byte.quote { break }
            field.hasDoubledQuotes = true
            index += 1
          } else if buffer[index] == Byte.lineFeed {
            lines += 1
          }
          index += 1
        }
        field.end = index
        index += 1
      } else {
        while index < end, !isSpecial(buffer[index]) { index += 1 }
        guard index < end else { return false }
        field.end = index
      }
      fields.append(field)
      switch buffer[index] {
      case Byte.comma:
        index += 1
        continue
      case Byte.lineFeed: break
      case Byte.carriageReturn:
        guard index + 1 < end else { return false }
        guard buffer[index + 1] == Byte.lineFeed else { throw failure(.strayCarriageReturn) }
        index += 1
      default: throw failure(.strayQuote)
      }
      position = index + 1
      nextLine = line + lines
      return true
    }
    return false
  }

  @inline(__always)
  private func isSpecial(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.lineFeed || byte == Byte.quote
      || byte == Byte.carriageReturn
  }

  /// Makes each doubled quote one, within the bytes of the row.
  private mutating func undoubleQuotes() {
    for number in fields.indices where fields[number].hasDoubledQuotes {
      var target = fields[number].start
      var source = target
      while source < fields[number].end {
        buffer[target] = buffer[source]
        source += buffer[source] == Byte.quote ? 2 : 1
        target += 1
      }
      fields[number].end = target
    }
  }

  /// Reads another piece of the file behind what is left of the buffer.
  private mutating func readMore() throws(TableReaderError) {
    if position > 0 {
      filled -= position
      for index in 0..<filled { buffer[index] = buffer[position + index] }
      position = 0
    }
    if filled == buffer.count {
      guard filled < rowLimit else { throw failure(.rowTooLong(limit: rowLimit)) }
      buffer.append(contentsOf: repeatElement(0, count: filled))
    }
    do throws(TableFileError) {
      let count = try file.read(into: &buffer, from: filled)
      filled += count
      guard count == 0 else { return }
    } catch {
      throw TableReaderError(path: file.path, line: nil, column: nil, problem: .file(error))
    }
    isAtEnd = true
    // A last line without a break gets one here, so that all rows end alike.
    if filled > 0, buffer[filled - 1] != Byte.lineFeed {
      buffer[filled] = Byte.lineFeed
      filled += 1
      addedLineBreak = true
    }
  }
}
