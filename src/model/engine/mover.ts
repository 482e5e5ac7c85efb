/** Whatever can take a step: a client, a daemon, a timer or a fault. */
export interface Mover {
  /** How many different steps it may have to offer in the world in memory; most have one. */
  readonly choices: number
  /** What it is called in a schedule, e.g. `T1`, `evict:x`. Read it before the step is taken. */
  word(choice: number): string
  /** Takes the step if it is enabled, and says whether it was; a step that is not enabled changes nothing. */
  move(choice: number): boolean
  /**
   * Whether a world in which this step is enabled is still under way. Clients, daemons, timers and
   * faults without a budget are awaited; a fault with a budget need not happen.
   */
  readonly awaited: boolean
}
