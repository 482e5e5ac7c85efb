/**
 * Reads a query: terms joined by `and`, stages joined by `then`.
 *
 *     T1 misses then T2 commits and the cache ends stale
 *
 * A term is somebody or something, what is said of it, and, where that can be, how often (`twice`, `3 times`) and about
 * which key (`on x`). `nobody reads stale` and `T2 never commits` say what does not happen; `T1 is answered before T2 begins`
 * puts two happenings in order. What cannot be read is refused with its column and the nearest thing that can.
 */
import { either, nearest, suggestion } from '../../scenario/names'
import { quoted } from '../../scenario/problem'
import { keysOf, type Scenario } from '../../scenario/scenario'
import { properties, propertyNamed } from '../../properties'
import { articles, clientPhrases, nobody, propertyPhrases, somebody, thingPhrases, type Meaning } from './phrases'
import { isOfTheEnd, type Happening, type Query, type Term } from './query'

/** Longer queries are not read. */
export const QUERY_MAX = 300
const TERMS_MAX = 8
const TIMES_MAX = 20
const VERSION_MAX = 1000

export interface QueryProblem {
  /** From 1, in characters. */
  readonly column: number
  /** One sentence. */
  readonly message: string
}

/** What a question may begin with, besides a client. */
const begins = ['somebody', 'nobody', 'the cache', 'the database', 'a fill']

interface Token {
  readonly text: string
  readonly column: number
}

class Refused extends Error {
  constructor(
    readonly column: number,
    message: string,
  ) {
    super(message)
    this.name = 'Refused'
  }
}

/** The query, or what is wrong with it. */
export function parseQuery(text: string, scenario: Scenario): Query | QueryProblem {
  try {
    if (text.length > QUERY_MAX)
      throw new Refused(QUERY_MAX + 1, `A question has up to ${QUERY_MAX} characters. Leave something out.`)
    return new QueryReader(tokensOf(text), text.length, scenario).query()
  } catch (error) {
    if (error instanceof Refused) return { column: error.column, message: error.message }
    throw error
  }
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[^\s,.?]+/g)].map((match) => ({ text: match[0], column: match.index + 1 }))

interface Subject {
  readonly phrases: Readonly<Record<string, Meaning>>
  readonly client: string | null
  readonly property: string | null
  readonly isNobody: boolean
  readonly name: string
}

class QueryReader {
  private at = 0

  constructor(
    private readonly tokens: readonly Token[],
    private readonly length: number,
    private readonly scenario: Scenario,
  ) {}

  query(): Query {
    if (this.tokens.length === 0)
      throw new Refused(1, `There is no question here. Write e.g. "${exampleOf(this.scenario)}".`)
    const stages: Term[][] = [[]]
    for (;;) {
      const { column } = this.here()
      const stage = stages.at(-1)!
      const term = this.term()
      stage.push(term)
      if (stages.flat().length > TERMS_MAX)
        throw new Refused(column, `A question has up to ${TERMS_MAX} parts. Leave something out.`)
      if (this.at === this.tokens.length) return { stages }
      const joint = this.tokens[this.at++]!
      if (joint.text === 'then') {
        if (stage.some(isOfTheEnd))
          throw new Refused(joint.column, 'Nothing follows what is so in the end, or never happens. Write it last.')
        stages.push([])
      } else if (joint.text !== 'and')
        throw new Refused(joint.column, `${quoted(joint.text)} does not go on. Use and, then or before, or end here.`)
    }
  }

  private term(): Term {
    const subject = this.subject()
    const never = subject.isNobody || this.takes('never')
    const { column } = this.here()
    const { meaning, version } = this.meaning(subject)
    if (meaning.type === 'violated') {
      if (never) throw new Refused(column, 'What holds in a run is not asked for here. Leave "never" out.')
      return { type: 'violated', property: subject.property! }
    }
    const times = this.times()
    const key = this.key()
    if (meaning.type === 'end') {
      if (never || times !== null)
        throw new Refused(column, 'What is so in the end is so once. Leave "never" and the number of times out.')
      return { type: 'ends', what: { kind: meaning.kind, client: subject.client, key, version } }
    }
    const what: Happening = { kind: meaning.kind, client: subject.client, key, version }
    if (never && times !== null) throw new Refused(column, 'What never happens has no number of times. Leave it out.')
    if (never) return { type: 'never', what }
    return this.takes('before') ? this.before(what, times) : { type: 'happens', what, times: times ?? 1 }
  }

  private before(first: Happening, times: number | null): Term {
    const { column } = this.here()
    const second = this.subject()
    const { meaning, version } = this.meaning(second)
    if (meaning.type !== 'event' || second.isNobody || times !== null)
      throw new Refused(
        column,
        'Before and after are two things that happen at a step, e.g. "T1 misses before T2 commits".',
      )
    return {
      type: 'before',
      first,
      second: { kind: meaning.kind, client: second.client, key: this.key(), version },
    }
  }

  private subject(): Subject {
    if (articles.includes(this.word().toLowerCase())) this.at++
    const token = this.here()
    const { scenario } = this
    const name = token.text
    this.at++
    if (scenario.clients.some((client) => client.name === name))
      return { phrases: clientPhrases, client: name, property: null, isNobody: false, name }
    const lower = name.toLowerCase()
    const isNobody = nobody.includes(lower)
    if (isNobody || somebody.includes(lower))
      return { phrases: clientPhrases, client: null, property: null, isNobody, name: lower }
    const thing = Object.hasOwn(thingPhrases, lower) ? thingPhrases[lower] : undefined
    if (thing !== undefined) return { phrases: thing, client: null, property: null, isNobody: false, name: lower }
    if (propertyNamed(lower) !== undefined)
      return { phrases: propertyPhrases, client: null, property: lower, isNobody: false, name: lower }
    const names = [
      ...scenario.clients.map((client) => client.name),
      ...['somebody', 'nobody'],
      ...Object.keys(thingPhrases),
      ...properties.map((property) => property.name),
    ]
    const what = name === '' ? 'Somebody or something is missing here.' : `Nothing is called ${quoted(name)} here.`
    const near = nearest(name, names)
    const cast = either([...scenario.clients.slice(0, 3).map((client) => client.name), ...begins])
    throw new Refused(token.column, `${what} ${near === null ? `Begin with ${cast}.` : `Did you mean "${near}"?`}`)
  }

  /** The longest phrase that stands here, and the version that it names. */
  private meaning(subject: Subject): { readonly meaning: Meaning; readonly version: number | null } {
    const token = this.here()
    const phrases = Object.keys(subject.phrases)
    const [phrase] = phrases.filter((candidate) => this.stands(candidate)).sort((a, b) => b.length - a.length)
    if (phrase === undefined) throw new Refused(token.column, this.unknownPhrase(subject, phrases))
    this.at += phrase.split(' ').length
    const meaning = subject.phrases[phrase]!
    if (meaning.type === 'violated' || meaning.version !== true) return { meaning, version: null }
    return { meaning, version: this.number(`the number after "${phrase}"`, 0, VERSION_MAX) }
  }

  private unknownPhrase({ name }: Subject, phrases: readonly string[]): string {
    const rest = this.tokens.slice(this.at, this.at + 3).map(({ text }) => text)
    const joint = rest.findIndex((text) => ['and', 'then', 'before', 'on'].includes(text))
    const said = rest.slice(0, joint < 0 ? 3 : joint)
    const found = said.map((_, index) => suggestion(said.slice(0, said.length - index).join(' '), phrases))
    const near = found.find((text) => text.startsWith('Did you mean'))
    const can = `Say e.g. ${either(phrases.slice(0, 6))}.`
    return said.length === 0
      ? `What ${name} does is missing here. ${can}`
      : `${quoted(said.join(' '))} is nothing that ${name} does. ${near ?? can}`
  }

  private times(): number | null {
    if (this.takes('once')) return 1
    if (this.takes('twice')) return 2
    if (this.tokens[this.at + 1]?.text !== 'times') return null
    const times = this.number('how often', 1, TIMES_MAX)
    this.at++
    return times
  }

  private key(): string | null {
    if (!this.takes('on')) return null
    const { text, column } = this.here()
    const keys = keysOf(this.scenario)
    if (!keys.includes(text)) throw new Refused(column, `There is no key ${quoted(text)}. ${suggestion(text, keys)}`)
    this.at++
    return text
  }

  private number(what: string, least: number, most: number): number {
    const { text, column } = this.here()
    const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN
    if (!(number >= least && number <= most))
      throw new Refused(column, `Here stands ${what}: a whole number from ${least} to ${most}, not ${quoted(text)}.`)
    this.at++
    return number
  }

  private stands(phrase: string): boolean {
    return phrase.split(' ').every((word, index) => this.tokens[this.at + index]?.text.toLowerCase() === word)
  }

  private takes(word: string): boolean {
    const isThere = this.word() === word
    if (isThere) this.at++
    return isThere
  }

  private word(): string {
    return this.tokens[this.at]?.text ?? ''
  }

  private here(): Token {
    return this.tokens[this.at] ?? { text: '', column: this.length + 1 }
  }
}

/** A question that means something in this scenario. */
export function exampleOf({ clients }: Scenario): string {
  const reader = clients.find(({ operations }) => operations.some(({ kind }) => kind !== 'write'))
  return `${reader?.name ?? 'somebody'} reads stale`
}
