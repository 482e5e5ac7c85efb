/** What is compared under one workload: a pattern for reads, one for writes, and guards, in the words of a scenario. */
export interface Strategy {
  readonly protocol: { readonly read: string; readonly write: string }
  /** Guard name to its value, as in a scenario. */
  readonly guards: Readonly<Record<string, string>>
  /** Commits reach what selects read with the workload's lag. */
  readonly replica: 'none' | 'lagging'
}
