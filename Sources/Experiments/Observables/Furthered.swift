internal import CoCreation

extension Observables {
  /// Who is behind what is carried out, by kinds of the municipality that the model has by default.
  static let furthered: [Observable] = [
    furthered("furthered_by_politicians", by: "politician"),
    furthered("furthered_by_citizens", by: "citizen"),
    furthered("furthered_by_associations", by: "association"),
  ]

  // Who proposed is known; who supported and who ratified is not told by events.
  private static func furthered(_ name: String, by kind: String) -> Observable {
    Observable(
      name, "1", events: true,
      "Share of the proposals carried out that somebody of the kind \(kind) put forward; missing "
        + "where none was carried out."
    ) { run, _ in
      let proposers = run.events.filter { $0.kind == .implement }.map(\.actor)
      let furthered = proposers.count { actor in
        actor.map { run.configuration.kinds[run.end.actors[$0].kind].name == kind } ?? false
      }
      return ratio(Double(furthered), Double(proposers.count))
    }
  }
}
