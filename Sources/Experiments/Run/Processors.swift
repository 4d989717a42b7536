internal import Foundation

/// How many processors this process may use.
public enum Processors {
  /// More threads than this are a mistake.
  public static let most = 1024

  /// What the batch system granted, else what the affinity mask allows, else one.
  ///
  /// `ProcessInfo.activeProcessorCount` ignores affinity, hence the mask.
  public static var allowed: Int {
    let granted = ProcessInfo.processInfo.environment["SLURM_CPUS_PER_TASK"].flatMap(Int.init)
    if let granted, granted > 0 { return min(granted, most) }
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let key = "Cpus_allowed_list:"
    let line = status.split(separator: "\n").first { $0.hasPrefix(key) }
    return max(1, min(most, line.map { count(inList: $0.dropFirst(key.count)) } ?? 1))
  }

  /// The number of processors in a list such as `0-3,8`.
  static func count(inList list: Substring) -> Int {
    list.split(separator: ",").reduce(0) { sum, part in
      let ends = part.split(separator: "-").compactMap {
        Int($0.trimmingCharacters(in: .whitespaces))
      }
      guard let first = ends.first, let last = ends.last, last >= first else { return sum }
      return sum + last - first + 1
    }
  }
}
