/** An operation's words as a form shows them: what is done, and to what. Putting the parts together gives the words back. */

export const doings = [
  { value: 'read', title: 'reads' },
  { value: 'write', title: 'writes' },
  { value: 'bypass', title: 'reads past the cache' },
  { value: 'increment', title: 'adds one to' },
  { value: 'transfer', title: 'writes both of' },
  { value: 'forever read', title: 'reads for ever' },
  { value: 'any', title: 'does anything' },
  { value: '', title: 'in words:' },
] as const

export type Doing = (typeof doings)[number]['value']

export interface OperationParts {
  readonly doing: Doing
  /** The keys, or with no doing all of the words. */
  readonly rest: string
}

export function partsOf(words: string): OperationParts {
  if (words === 'any') return { doing: 'any', rest: '' }
  const found = doings.find(({ value }) => value !== '' && value !== 'any' && words.startsWith(`${value} `))
  return found === undefined
    ? { doing: '', rest: words }
    : { doing: found.value, rest: words.slice(found.value.length + 1) }
}

export const wordsOf = ({ doing, rest }: OperationParts): string =>
  doing === '' ? rest : doing === 'any' ? 'any' : `${doing} ${rest}`

/** The same keys with something else done to them. */
export function withDoing({ doing, rest }: OperationParts, next: Doing, key: string): OperationParts {
  const [first = ''] = rest.split(' ')
  const known = doing === 'any' || first === '' ? key : first
  if (next === '') return { doing: '', rest: wordsOf({ doing, rest }) }
  if (next === 'transfer') return { doing: next, rest: `${known} ${known === 'y' ? 'x' : 'y'}` }
  return { doing: next, rest: doing === '' ? key : known }
}
