/** What a server answers, as a recording writes it down, and whether two answers are the same. */
import { quoted } from '../scenario/problem'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** A number that the clock of the server decided: requests take time, which no recording writes down. */
export class Between {
  constructor(
    readonly least: number,
    readonly most: number,
  ) {}
}

/** One word of a line that may be written in more than one way. */
export interface Word {
  /** How the model would write it. */
  readonly text: string
  agrees(recorded: string): boolean
}

/** A line of words. */
export class Line {
  constructor(readonly words: readonly (string | Word)[]) {}

  get text(): string {
    return this.words.map((word) => (typeof word === 'string' ? word : word.text)).join(' ')
  }

  agrees(recorded: string): boolean {
    const words = recorded.split(' ')
    return (
      words.length === this.words.length &&
      this.words.every((word, at) => (typeof word === 'string' ? word === words[at] : word.agrees(words[at]!)))
    )
  }
}

/** What the model says. */
export type Answer = Json | Between | Line | readonly Answer[] | { readonly [name: string]: Answer }

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value)

export function agrees(recorded: Json | undefined, answer: Answer | undefined): boolean {
  if (answer instanceof Between)
    return typeof recorded === 'number' && recorded >= answer.least && recorded <= answer.most
  if (answer instanceof Line) return typeof recorded === 'string' && answer.agrees(recorded)
  if (isList(answer))
    return isList(recorded) && recorded.length === answer.length && answer.every((item, i) => agrees(recorded[i], item))
  if (!isObject(answer)) return recorded === answer
  if (!isObject(recorded)) return false
  const names = Object.keys(answer)
  return (
    names.length === Object.keys(recorded).length &&
    names.every((name) => Object.hasOwn(recorded, name) && agrees(recorded[name], answer[name]))
  )
}

/** An answer inside a sentence. */
export function inWords(answer: Answer | undefined): string {
  if (answer instanceof Between) return `${answer.least} to ${answer.most}`
  if (answer instanceof Line) return quoted(answer.text)
  if (answer === null || answer === undefined) return 'nothing'
  if (typeof answer === 'string') return quoted(answer)
  if (typeof answer !== 'object') return String(answer)
  return shortened(JSON.stringify(plain(answer)))
}

/** The answer without what is open in it. */
function plain(answer: Answer): unknown {
  if (answer instanceof Between) return inWords(answer)
  if (answer instanceof Line) return answer.text
  if (isList(answer)) return answer.map(plain)
  if (isObject(answer)) return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, plain(value)]))
  return answer
}

const SHOWN_MAX = 120

/** JSON that fits in a sentence, without characters that a terminal obeys. */
function shortened(json: string): string {
  const clean = json.replace(/[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/gu, '\ufffd')
  return clean.length > SHOWN_MAX ? `${clean.slice(0, SHOWN_MAX)}...` : clean
}
