internal import Analysis
internal import ArgumentParser
internal import CoCreation
internal import Experiments
internal import Foundation
internal import Tables
internal import Verification

/// Holds the model against what it is said to show.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hold the model against published results and expected patterns.",
    discussion: """
      Runs the claims of scenarios and the cases of single mechanisms, and prints a line for each: \
      what was expected, what was found with its interval, and what remains of it with the \
      mechanism out of the model. Under it stands each side of a contrast: the runs that have the \
      metric, the months in which processes lived, and the share that lived to the end. Without \
      files: all of scenarios/evidence, scenarios/docking and scenarios/patterns. Writes \
      verification.csv and verification.md, with --robustness also robustness.csv.

      A claim is shown if it is as large as its file says is worth having, and its interval \
      excludes zero. A contrast of what is taken over months of life is refused where processes \
      lived differently long. A published number is met if the 95 % interval lies within its \
      tolerance. Published numbers, those that parameters were chosen by, patterns, docking, and \
      what is true by construction are counted apart.

      Exit status: 0 all is as the files say, 1 something is not, or failed on the way, 2 the \
      input is at fault.
      """)

  @Argument(
    help: "Scenarios with claims, and files of cases (YAML).",
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  @Option(help: "The folder; results/verification if not given, with --quick verification-quick.")
  var out: String?

  @Flag(
    help: ArgumentHelp(
      "A fifth of the replicates; a claim fails if its estimate is on the wrong side, or its 99 % "
        + "interval excludes what is expected or worth having."))
  var quick = false

  @Option(
    help: ArgumentHelp(
      "Try the claims under so many random changes of all assumptions, 30 at least.",
      valueName: "points"))
  var robustness: Int?

  @Option(help: "Threads; as many as processors may be used if not given.")
  var threads: Int?

  @Flag(help: "Replace an existing results folder.")
  var overwrite = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  /// A file with what its claims are.
  private typealias KnownFile = (file: VerificationFile, kind: ClaimKind)

  func validate() throws {
    if let threads, !(1...Processors.most).contains(threads) {
      throw ValidationError("--threads is \(threads); allowed: 1 to \(Processors.most)")
    }
    if let out, out.isEmpty { throw ValidationError("--out is empty; allowed: a folder's path") }
    if let robustness, !(Robustness.fewestPoints...10_000).contains(robustness) {
      throw ValidationError(
        "--robustness is \(robustness); allowed: \(Robustness.fewestPoints) to 10000")
    }
  }

  func run() async throws {
    let files = try readFiles()
    let tier: VerificationTier = quick ? .quick : .full
    let threads = threads ?? Processors.allowed
    let folder = try ResultsFolder(
      creating: out ?? "results/verification\(quick ? "-quick" : "")", overwriting: overwrite)
    let (path, partial) = (folder.path, folder.partialPath)
    let report: VerificationReport
    do {
      report = try await verify(files, tier, threads: threads)
      try folder.write(VerificationTable.encode(report.claims))
      if let robustness = report.robustness { try folder.write(robustness.encode()) }
      let program = Manifest.Program()
      let page = report.page(program: "\(program.name) \(program.version), GSL \(program.gsl)")
      try folder.write(Array(page.utf8), to: "verification.md")
      try folder.finish()
    } catch {
      throw RunFailure(reason: String(describing: error), folder: partial, canResume: false)
    }
    if !quiet { try Console.print("\(report.lines)\nEverything is in \(path).") }
    if !report.isAsSaid { throw NotAsSaid(claims: report.claims) }
  }

  private func verify(_ files: [KnownFile], _ tier: VerificationTier, threads: Int)
    async throws -> VerificationReport
  {
    let verifier = Verifier(tier, threads: threads)
    var findings: [Finding] = []
    for (done, (file, kind)) in files.enumerated() {
      findings += try await verifier.findings(of: file, as: kind)
      progress("\(done + 1) of \(files.count) files verified")
    }
    let scenarios = files.compactMap { file, _ in
      if case .scenario(let scenario) = file { scenario } else { nil }
    }
    var outcome: Robustness?
    if let robustness {
      outcome = try await Robustness(scenarios, points: robustness, threads: threads) {
        progress("\($0) of \(scenarios.count) scenarios tried under other assumptions")
      }
    }
    return VerificationReport(
      files.map { VerificationReport.Source($0.file, tier) }, JudgedClaim.judge(findings, tier),
      tier,
      outcome)
  }

  private func progress(_ text: String) {
    if !quiet { Console.error(text) }
  }

  /// Reads every file before anything is run, and tells the faults of all.
  private func readFiles() throws -> [KnownFile] {
    var faults: [String] = []
    var names: Set<String> = []
    let read = try paths().compactMap { path -> KnownFile? in
      do {
        let file = try VerificationFile.read(file: path)
        let name = VerificationReport.Source(file, .full).name
        if case .scenario(let scenario) = file, scenario.claims.isEmpty {
          faults.append("\(path): a scenario without claims; there is nothing to verify")
        } else if Self.lacksPublishedNumbers(file, at: path) {
          faults.append("\(path): no published number; a file in a folder evidence has them alone")
        } else if !names.insert(name).inserted {
          faults.append("\(path): the name \(name) again; each file needs a name of its own")
        }
        return (file, ClaimKind(of: file, at: path))
      } catch {
        faults.append(String(describing: error))
        return nil
      }
    }
    guard faults.isEmpty else { throw BadFiles(description: faults.joined(separator: "\n")) }
    return read
  }

  /// Whether a file that stands among the evidence is none.
  private static func lacksPublishedNumbers(_ file: VerificationFile, at path: String) -> Bool {
    guard ClaimKind(of: file, at: path) == .evidence, case .scenario(let scenario) = file else {
      return false
    }
    return scenario.claims.contains { $0.published == nil }
  }

  private static let folders = ["evidence", "docking", "patterns"].map { "scenarios/\($0)" }

  private func paths() throws -> [String] {
    guard files.isEmpty else { return files }
    let paths = Self.folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }
    guard !paths.isEmpty else {
      throw BadFiles(
        description: "no files in \(Self.folders.joined(separator: ", ")); name some, "
          + "or run this where the scenarios are")
    }
    return paths
  }
}

/// Files that cannot be verified.
struct BadFiles: ExitingError, CustomStringConvertible {
  let description: String
  var status: Int32 { ExitStatus.badInput }
}

/// Claims that are not as the files say.
struct NotAsSaid: ExitingError, CustomStringConvertible {
  let claims: [JudgedClaim]
  var status: Int32 { ExitStatus.failure }
  var description: String {
    let failed = claims.filter { !$0.isAsSaid }
    return "\(failed.count) of \(claims.count) claims are not as the files say: "
      + failed.map { "\($0.finding.file) (\($0.finding.number), \($0.verdict.rawValue))" }
      .joined(separator: ", ")
  }
}
