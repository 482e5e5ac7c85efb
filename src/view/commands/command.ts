/** One thing that a person can do, said once: its button, its key and its line in the palette all read this. */
export interface Command {
  /** Stable, e.g. `player.step-forward`. */
  readonly id: string
  /** In the imperative, sentence case. */
  readonly title: string
  /** Chords as `chordOf` writes them; the first one is shown as the hint. */
  readonly keys: readonly string[]
  /** The heading under which the list of keys shows it. */
  readonly group: string
  readonly run: () => void
  /** Why it does nothing now, in a few words; null when it is enabled. */
  readonly reason: () => string | null
}

export const isEnabled = (command: Command): boolean => command.reason() === null

/** Runs the command if it is enabled; says whether it was. */
export function perform(command: Command): boolean {
  if (!isEnabled(command)) return false
  command.run()
  return true
}

/** A reason for commands that are always enabled. */
export const always = (): null => null
