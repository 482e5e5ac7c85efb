/** What an expression may ask of real servers' requests: their answers by number, and what each server has at the end. */

/** An answer as JSON has it. */
export type Told = null | boolean | number | string | readonly Told[] | { readonly [name: string]: Told }

export interface Servers {
  /** By step, the first being 1. */
  readonly answers: readonly Told[]
  /** By server and key, e.g. `redis.x`. */
  readonly finals: ReadonlyMap<string, Told>
}

const isList = (told: Told): told is readonly Told[] => Array.isArray(told)

/** `version` of `{ v: 'a', version: 2 }`, `1` of `['a', 'b']`; null where there is nothing. */
function part(told: Told, name: string): Told {
  if (isList(told)) return told[Number(name)] ?? null
  return typeof told === 'object' && told !== null && Object.hasOwn(told, name) ? (told[name] ?? null) : null
}

/** A term's worth: texts and numbers as they are, anything larger as its JSON. */
const plain = (told: Told): number | string | null =>
  typeof told === 'number' || typeof told === 'string' || told === null ? told : JSON.stringify(told)

/** `answer.3`, `answer.3.version`, `redis.x`; undefined for a name that stands for nothing here. */
export function valueOf(name: string, { answers, finals }: Servers): number | string | null | undefined {
  const [head = '', second = '', ...rest] = name.split('.')
  const isStep = head === 'answer' && /^[1-9]\d{0,3}$/.test(second) && Number(second) <= answers.length
  const start = isStep ? answers[Number(second) - 1] : finals.get(`${head}.${second}`)
  return start === undefined ? undefined : plain(rest.reduce<Told>(part, start))
}
