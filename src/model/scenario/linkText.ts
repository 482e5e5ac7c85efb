/** Takes the text of a link apart into its name and its parameters, each with the place where it stands. */
import type { Problem } from './problem'
import { quoted } from './problem'

/** Thrown while a link is read, caught by `readLink`. `offset` counts characters of the link. */
export class LinkProblem extends Error {
  readonly problem: Problem

  constructor(offset: number, message: string) {
    super(message)
    this.problem = { file: 'link', line: 1, column: offset + 1, message }
  }
}

export interface Parameter {
  readonly name: string
  readonly nameAt: number
  readonly value: string
  /** Offset of the value. */
  readonly at: number
}

/** The scenario's name and the parameters' text. Accepts the hash with or without `#`. */
export function partsOf(text: string) {
  const [, prefix = '', name = '', query] = /^(#?\/lab\/)([^?]*)(?:\?(.*))?$/s.exec(plain(text)) ?? []
  if (prefix === '')
    throw new LinkProblem(
      0,
      `${quoted(text)} is no link to the Lab. Such a link begins with #/lab/ and a scenario's name.`,
    )
  return { name, nameAt: prefix.length, query: query ?? '', queryAt: prefix.length + name.length + 1 }
}

/** Programs that pass links on may encode the few signs that links are made of. */
export function plain(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    throw new LinkProblem(text.indexOf('%'), 'The sign "%" stands for nothing here. Copy the link again, whole.')
  }
}

/** Parameters by name, in their order; one that is repeated or has no value is a problem. */
export function parametersOf(query: string, queryAt: number): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>()
  let nameAt = queryAt
  for (const part of query === '' ? [] : query.split('&')) {
    const equals = part.indexOf('=')
    const name = equals === -1 ? part : part.slice(0, equals)
    if (equals === -1) throw new LinkProblem(nameAt, `${quoted(part)} has no value. Write it as name=value.`)
    if (parameters.has(name))
      throw new LinkProblem(nameAt, `${quoted(name)} stands in the link for the second time. Keep one of the two.`)
    parameters.set(name, { name, nameAt, value: part.slice(equals + 1), at: nameAt + equals + 1 })
    nameAt += part.length + 1
  }
  return parameters
}
