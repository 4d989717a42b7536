/// The value of every parameter, grouped by mechanism.
public struct Parameters: Sendable, Equatable {
  package var world = WorldParameters()
  package var form = FormParameters()
  package var purpose = PurposeParameters()
  package var competences = CompetenceParameters()
  package var landscape = LandscapeParameters()
  package var population = PopulationParameters()
  package var perspective = PerspectiveParameters()
  package var frame = FrameParameters()
  package var join = JoinParameters()
  package var lead = LeadParameters()
  package var contribute = ContributeParameters()
  package var staff = StaffParameters()
  package var coordinate = CoordinateParameters()
  package var propose = ProposeParameters()
  package var deliberate = DeliberateParameters()
  package var decide = DecideParameters()
  package var deliver = DeliverParameters()
  package var fail = FailParameters()
  package var account = AccountParameters()
  package var trust = TrustParameters()
  package var learn = LearnParameters()
  package var rivals = RivalParameters()

  /// Every parameter at its default.
  public init() {}

  /// What a scenario can set, in the order of the round.
  public static let register = everything.filter { $0.role != .constant }

  /// The numbers of the model that no scenario sets, in the same order.
  public static let constants = everything.filter { $0.role == .constant }

  /// Parameters and constants: the one list of groups, in the order of the round.
  public static let everything: [Parameter] =
    entries(\.world, "world") + entries(\.form, "form") + entries(\.purpose, "purpose")
    + entries(\.competences, "competences") + entries(\.landscape, "landscape")
    + entries(\.population, "population")
    + entries(\.perspective, "perspective") + entries(\.frame, "frame") + entries(\.join, "join")
    + entries(\.lead, "lead") + entries(\.contribute, "contribute") + entries(\.staff, "staff")
    + entries(\.coordinate, "coordinate") + entries(\.propose, "propose")
    + entries(\.deliberate, "deliberate") + entries(\.decide, "decide")
    + entries(\.deliver, "deliver") + entries(\.fail, "fail") + entries(\.account, "account")
    + entries(\.trust, "trust") + entries(\.learn, "learn")
    + entries(\.rivals, "rivals")

  private static let byName = Dictionary(uniqueKeysWithValues: everything.map { ($0.name, $0) })

  /// The register's entry of a name; `nil` for a constant.
  public static func parameter(_ name: String) -> Parameter? {
    byName[name].flatMap { $0.role == .constant ? nil : $0 }
  }

  /// The entry of a name, constants included.
  static func entry(_ name: String) -> Parameter? { byName[name] }

  /// The value of a parameter, or of a constant, by its name.
  ///
  /// Setting trusts the value; validation is where a scenario is read. The name must be known.
  public subscript(_ name: String) -> Double {
    get { Self.known(name).get(self) }
    set { Self.known(name).set(&self, newValue) }
  }

  private static func known(_ name: String) -> Parameter {
    guard let parameter = byName[name] else { preconditionFailure("no parameter \(name)") }
    return parameter
  }

  private static func entries<Group: ParameterGroup>(
    _ path: any WritableKeyPath<Parameters, Group> & Sendable, _ group: String
  ) -> [Parameter] {
    Group.definitions.map { $0.entry(in: path, group: group) }
  }
}
