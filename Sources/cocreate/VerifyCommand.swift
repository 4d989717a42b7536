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
      verification.csv and verification.md, with --robustness also robustness.csv, with --rivals \
      rivals.csv and rivals.md.

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

  @Option(
    help: ArgumentHelp(
      "The folder; results/verification if not given, with --quick verification-quick, with "
        + "--rivals rivals or rivals-quick."))
  var out: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a value of the context in every scenario; repeatable, with a folder of its own. A "
        + "task's or a strategy's own setting still wins.", valueName: "key=value"),
    transform: parseSetting)
  var settings: [ScenarioOverrides.Setting] = []

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

  @Flag(
    help: ArgumentHelp(
      "Verify again under every rival submodel: which published numbers and patterns it loses and "
        + "gains."))
  var rivals = false

  @Option(help: "Threads; as many as processors may be used if not given.")
  var threads: Int?

  @Flag(help: "Replace an existing results folder.")
  var overwrite = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...Processors.most).contains(threads) {
      throw ValidationError("--threads is \(threads); allowed: 1 to \(Processors.most)")
    }
    if let out, out.isEmpty { throw ValidationError("--out is empty; allowed: a folder's path") }
    if !settings.isEmpty, out == nil {
      throw ValidationError(
        "--set without --out; allowed: both, as the folder of the usual results keeps them")
    }
    if let robustness, !(Robustness.fewestPoints...10_000).contains(robustness) {
      throw ValidationError(
        "--robustness is \(robustness); allowed: \(Robustness.fewestPoints) to 10000")
    }
  }

  func run() async throws {
    let files = try VerifiedFiles(files, settings: settings)
    let verifier = Verifier(quick ? .quick : .full, threads: threads ?? Processors.allowed)
    let folder = try ResultsFolder(creating: out ?? usualFolder, overwriting: overwrite)
    let (path, partial) = (folder.path, folder.partialPath)
    let report: VerificationReport
    do {
      report = try await verify(files, verifier)
      try folder.write(VerificationTable.encode(report.claims))
      if let robustness = report.robustness { try folder.write(robustness.encode()) }
      let program = Manifest.Program()
      let maker = "\(program.name) \(program.version), GSL \(program.gsl)"
      try folder.write(Array(report.page(program: maker).utf8), to: "verification.md")
      if rivals {
        let rivals = try await Rivals(files.scenarios, against: report, verifier) {
          progress("\($0) of \(Rivals.all.count) rivals tried")
        }
        try folder.write(rivals.encode())
        try folder.write(Array(rivals.page(program: maker).utf8), to: "rivals.md")
      }
      try folder.finish()
    } catch {
      throw RunFailure(reason: String(describing: error), folder: partial, canResume: false)
    }
    if !quiet { try Console.print("\(report.lines)\nEverything is in \(path).") }
    if !report.isAsSaid { throw NotAsSaid(claims: report.claims) }
  }

  private var usualFolder: String {
    "results/\(rivals ? "rivals" : "verification")\(quick ? "-quick" : "")"
  }

  private func verify(_ files: VerifiedFiles, _ verifier: Verifier) async throws
    -> VerificationReport
  {
    var findings: [Finding] = []
    for (done, (file, kind)) in files.all.enumerated() {
      findings += try await verifier.findings(of: file, as: kind)
      progress("\(done + 1) of \(files.all.count) files verified")
    }
    var outcome: Robustness?
    if let robustness {
      let scenarios = files.scenarios.map(\.scenario)
      outcome = try await Robustness(scenarios, points: robustness, threads: verifier.threads) {
        progress("\($0) of \(scenarios.count) scenarios tried under other assumptions")
      }
    }
    return VerificationReport(
      files.all.map { VerificationReport.Source($0.file, verifier.tier) },
      JudgedClaim.judge(findings, verifier.tier), verifier.tier,
      settings: settings.map { "\($0.key)=\($0.value)" }, outcome)
  }

  private func progress(_ text: String) {
    if !quiet { Console.error(text) }
  }
}
