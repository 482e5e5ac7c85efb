/** A sequence diagram as somebody drew it: who takes part, and what is said in which line. Nothing of it has been understood yet. */

export interface Participant {
  /** By which lines of the text speak of it. */
  readonly id: string
  readonly label: string
  /** Where it is first spoken of, from 1. */
  readonly line: number
}

/** The arrows of the subset, as they are written. */
export const arrows = ['<<-->>', '<<->>', '-->>', '->>', '-->', '->', '--x', '-x', '--)', '-)'] as const

export type ArrowSign = (typeof arrows)[number]

export interface Message {
  readonly kind: 'message'
  readonly line: number
  readonly from: string
  readonly to: string
  readonly arrow: ArrowSign
  readonly text: string
}

export interface DiagramNote {
  readonly kind: 'note'
  readonly line: number
  readonly over: readonly string[]
  readonly text: string
}

/** `open` begins a block, `next` its next branch, `close` ends it. */
export interface BlockSign {
  readonly kind: 'open' | 'next' | 'close'
  readonly line: number
  /** `loop`, `alt`, `par`, ... */
  readonly block: string
  readonly text: string
}

export type Statement = Message | DiagramNote | BlockSign

/** Something in a line of the text that the diagram says and a scenario cannot. */
export interface Warning {
  /** From 1. */
  readonly line: number
  readonly message: string
}

export interface Diagram {
  readonly title: string
  readonly participants: readonly Participant[]
  readonly statements: readonly Statement[]
}
