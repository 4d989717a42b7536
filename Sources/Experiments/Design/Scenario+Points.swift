public import CoCreation

/// The configurations of a scenario at the points of its design.
extension Scenario {
  /// The configuration of a strategy at a point of the design, checked.
  ///
  /// A factor of the context is set in the context, where a task's or the strategy's own setting
  /// still wins over it. A factor of a task or a strategy wins over what the task or the strategy
  /// sets, a form included, but not over a phase once it has begun. A mechanism that is taken out,
  /// also by a factor, is out whatever they say, in every phase.
  ///
  /// - Parameters:
  ///   - strategy: One of ``strategies``, or another to try in the same context.
  ///   - point: The number of a point, from 0 to below the design's count.
  /// - Returns: The configuration.
  /// - Throws: `ConfigurationFaults`; never for one of ``strategies``, which were checked at every
  ///   point.
  public func configuration(for strategy: Strategy, at point: Int) throws(ConfigurationFaults)
    -> ModelConfiguration
  {
    let configuration = trustedConfiguration(for: strategy, at: point)
    return try ModelConfiguration(
      parameters: configuration.parameters, kinds: configuration.kinds,
      network: configuration.network, tasks: configuration.tasks, rule: configuration.rule,
      course: configuration.course)
  }

  /// The configuration of one of ``strategies`` at a point of the design, without checking again
  /// what was checked when the scenario was read: a few microseconds.
  ///
  /// - Parameters:
  ///   - index: The place of the strategy in ``strategies``.
  ///   - point: The number of a point, from 0 to below the design's count.
  /// - Returns: The same as ``configuration(for:at:)``.
  public func configuration(ofStrategy index: Int, at point: Int) -> ModelConfiguration {
    trustedConfiguration(for: strategies[index], at: point)
  }

  /// The layers of a configuration put on each other: the context, the task, the strategy, what is
  /// taken out; `nil` for the context without the design.
  func trustedConfiguration(for strategy: Strategy, at point: Int?) -> ModelConfiguration {
    var (context, kinds, tasks, strategy) = (parameters, kinds, tasks, strategy)
    var ablations = ablations
    if let point {
      for (factor, value) in zip(design.factors, design.values(of: point)) {
        switch factor.target {
        case .context: factor.parameter?.set(&context, value)
        case .count(let kind): kinds[kind].count = Int(value)
        case .task(let task, let name): tasks[task].settings[name] = value
        case .strategy(let name, let parameter) where name == strategy.name:
          strategy.settings[parameter] = value
        case .strategy: break
        case .mechanism(let ablation): if value == 1 { ablations.append(ablation) }
        }
      }
    }
    for ablation in ablations { strategy.leaveOut(ablation) }
    return ModelConfiguration(
      trusted: strategy.applied(to: context), kinds: strategy.applied(to: kinds),
      network: network,
      tasks: tasks.map { task in
        let parameters = task.settings.reduce(into: context) { $0[$1.key] = $1.value }
        return TaskConfiguration(name: task.name, parameters: strategy.applied(to: parameters))
      }, rule: strategy.rule, course: strategy.course)
  }
}

extension Strategy {
  /// Takes a mechanism out, in the settings as in the phases.
  fileprivate mutating func leaveOut(_ ablation: Ablation) {
    settings.merge(ablation.settings) { $1 }
    for index in course.indices {
      // Only what a phase sets: it would set the rest anew.
      course[index].settings.merge(
        ablation.settings.filter { course[index].settings[$0.key] != nil }
      ) { $1 }
    }
  }
}
