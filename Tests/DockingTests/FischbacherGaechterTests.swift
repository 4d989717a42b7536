import CoCreation
import Testing

/// Fischbacher & Gächter 2010, American Economic Review 100, 541-556.
///
/// What people give is claimed by the scenario itself; here is what no claim can say.
@Suite struct FischbacherGaechterTests {
  @Test func everybodyTakesPartFromTheFirstToTheLastMonth() throws {
    for run in try DockingScenario("fischbacher-gaechter-2010").run(replicates: 20) {
      for month in run.months[0].dropFirst() {
        #expect(month.publicParticipants == 1)
        #expect(month.externalParticipants == 24)
      }
    }
  }
}
