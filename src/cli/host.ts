/** What a command needs from the machine that it runs on; tests bring their own. */

export interface Host {
  /** Part of the answer: a line for stdout. */
  readonly say: (line: string) => void
  /** Anything else, such as progress and what is wrong: a line for stderr. */
  readonly note: (line: string) => void
  /** Milliseconds from any origin. */
  readonly now: () => number
}

/** What a command ends with. */
export const exitCodes = {
  /** Everything was decided, and every expectation came true. */
  fine: 0,
  /** Something was not decided, or came out differently. */
  differs: 1,
  /** The command or a file is wrong. */
  wrong: 2,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
