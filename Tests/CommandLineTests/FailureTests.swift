import Foundation
import Testing

/// Libraries that stand before others, compiled when a test needs them.
enum Injection {
  /// Compiles C to a library that is to be preloaded, and returns its path.
  static func compile(_ source: String, named name: String, in folder: Folder) throws -> String {
    let library = folder.path("injection/\(name).so")
    let source = try folder.write(source, to: "injection/\(name).c")
    let outcome = try RunningProcess(
      "/usr/bin/env", ["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], in: folder
    ).outcome()
    try #require(outcome.status == 0, "\(outcome.errors)")
    return library
  }
}

/// Makes GSL report errors in some runs.
///
/// A library stands before GSL and complains about large gamma variates. What it does depends on the numbers drawn alone, so a run fails always or never.
struct FaultInjection {
  private let folder: Folder
  private let library: String

  init(in folder: Folder) throws {
    self.folder = folder
    library = try Injection.compile(
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <gsl/gsl_errno.h>
      #include <gsl/gsl_rng.h>
      double gsl_ran_gamma(const gsl_rng *r, const double a, const double b) {
        double (*real)(const gsl_rng *, double, double) = dlsym(RTLD_NEXT, "gsl_ran_gamma");
        double value = real(r, a, b);
        if (value > 4.4 * a * b) gsl_error("a large variate", "fault.c", 1, GSL_ERANGE);
        return value;
      }
      """, named: "fault", in: folder)
  }

  func run(_ arguments: [String]) throws -> Outcome {
    try Program.run(arguments, in: folder, environment: ["LD_PRELOAD": library])
  }
}

@Suite("Runs that fail")
struct FailureTests {
  let folder: Folder
  let injection: FaultInjection

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
    injection = try FaultInjection(in: folder)
  }

  @Test("are rows of failures.csv; the batch goes on, and the exit status says so")
  func failures() throws {
    let outcome = try injection.run(
      ["run", "small.yaml", "--out", "out", "--events", "--replicates", "20"])
    #expect(outcome.status == 3)
    let failures = try Rows(folder.text("out/failures.csv"))
    let runs = try Rows(folder.text("out/runs.csv"))
    #expect((1..<60).contains(failures.count))
    #expect(outcome.errors.contains("\(failures.count) of 60 runs failed"))
    #expect(outcome.errors.contains("out/failures.csv"))
    #expect(Set(failures["problem"]) == ["GSL reported output range error: a large variate"])
    #expect(Set(failures["seed"]) == ["42"] && Set(failures["failure_base"]) == ["0.4"])
    let numbers = (runs["run"] + failures["run"]).compactMap(Int.init).sorted()
    #expect(numbers == Array(0..<60))
    for table in ["rounds.csv", "events.csv"] {
      let other = Set(try Rows(folder.text("out/\(table)"))["run"])
      #expect(other.isDisjoint(with: failures["run"]), "\(table)")
    }
    // The other runs are as they would be without faults.
    #expect(
      try Program.run(
        ["run", "small.yaml", "--out", "good", "--replicates", "20", "--quiet"], in: folder
      ).status == 0)
    let good = try Rows(folder.text("good/runs.csv"))
    let failed = Set(failures["run"])
    #expect(good.rows.filter { !failed.contains($0[4]) } == runs.rows)
  }

  @Test("are passed over by a stopping rule")
  func stoppingRule() throws {
    try folder.write(
      Sample.scenario.replacing(
        "replicates: 4",
        with: "replicates: {until: {metric: relevance, half_width: 0.2, at_least: 5, at_most: 40}}"),
      to: "small.yaml")
    let outcome = try injection.run(["run", "small.yaml", "--out", "out", "--quiet"])
    #expect(outcome.status == 3)
    let stopping = try Rows(folder.text("out/stopping.csv"))
    for (made, used) in zip(stopping.numbers("replicates"), stopping.numbers("n")) {
      let (made, used) = (try #require(made), try #require(used))
      #expect(used <= made)
    }
    #expect(stopping["n"] != stopping["replicates"])
  }

  @Test("are counted on standard output, too")
  func stream() throws {
    let outcome = try injection.run(["run", "small.yaml", "--out", "-", "--replicates", "20"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("of 60 runs failed"))
    #expect(try Rows(outcome.output).count < 60)
    let failures = try injection.run(
      ["run", "small.yaml", "--out", "-", "--replicates", "20", "--table", "failures"])
    #expect(try Rows(failures.output).count + Rows(outcome.output).count == 60)
  }
}
