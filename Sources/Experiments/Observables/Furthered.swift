internal import CoCreation

extension Observables {
  /// Who is behind what is carried out, by kinds of the municipality that the model has by default.
  static let furthered: [Observable] = [
    furthered("furthered_by_politicians", by: "politician"),
    furthered("furthered_by_citizens", by: "citizen"),
    furthered("furthered_by_associations", by: "association"),
  ]

  private static func furthered(_ name: String, by kind: String) -> Observable {
    Observable(
      name, "1",
      "Share of the proposals carried out that actors of the kind \(kind) furthered: one of them put it "
        + "forward or ratified it, or it would not have been adopted without their support. Missing "
        + "where none was carried out, or where nobody is of that kind."
    ) { run, _ in
      let kinds = run.configuration.kinds
      guard let index = kinds.firstIndex(where: { $0.name == kind && $0.count > 0 }) else {
        return nil
      }
      let furthered = run.end.tasks.reduce(0) { sum, task in
        sum + (task.furthered.indices.contains(index) ? task.furthered[index] : 0)
      }
      let carriedOut = run.months.joined().reduce(0) { $0 + $1.implemented }
      return ratio(Double(furthered), Double(carriedOut))
    }
  }
}
