/**
 * Reads a sheet of claims: YAML -> rows, or all that is wrong with them, with line and column.
 *
 * A sheet names its document and section once and lists its claims. A witness names a scenario of the catalogue or holds
 * one, written as in a scenario file but for its name, which it gets from the claim; or it names a recording of real
 * servers; or it lists requests to them; or it names a workload, or holds one as in a workload's file.
 */
import { isMap, stringify } from 'yaml'
import type { Experiment } from '../../model/load/workload/experiment'
import { parseWorkload } from '../../model/load/workload/parse'
import { readDocument } from '../../model/scenario/document'
import { suggestion } from '../../model/scenario/names'
import { parseScenario } from '../../model/scenario/parse'
import { quoted, type Problem } from '../../model/scenario/problem'
import { Problems } from '../../model/scenario/problems'
import { isNothing, Reader, type Field, type Spot } from '../../model/scenario/reader'
import type { Scenario } from '../../model/scenario/scenario'
import type { Words } from '../../model/scenario/vocabulary'
import { propertiesIn } from './ask'
import { documents, reaches, verdicts, type Claim, type ScenarioSubject, type Witness } from './claim'

const words = (what: string, ...built: readonly string[]): Words => ({ what, built, later: [] })

const sheetWords = words('field of a sheet', 'document', 'section', 'claims')
const claimWords = words(
  'field of a claim',
  ...['id', 'statement', 'verdict', 'about', 'assumption', 'correction', 'note', 'reason', 'witnesses'],
)
const witnessWords = words(
  'field of a witness',
  ...['scenario', 'schedule', 'recording', 'requests', 'load', 'ask', 'when'],
)

/** Properties of a witness that asks for none, so that the Lab has something to judge when it is opened there. */
const judgedOtherwise = ['converges', 'reads-in-order', 'linearizable', 'durable', 'not-stuck']

/** What a sheet may refer to. */
export interface Shelf {
  readonly catalogue: readonly Scenario[]
  /** A recording by its name, as JSON; undefined where there is none. */
  readonly recording: (name: string) => unknown
  /** The workloads that come with the product. */
  readonly presets: readonly Experiment[]
}

export function readClaims(
  text: string,
  file: string,
  shelf: Shelf,
): { readonly claims: readonly Claim[] } | { readonly problems: readonly Problem[] } {
  const problems = new Problems(file, 1)
  const root = readDocument(text, problems)
  const claims = root === null ? [] : new SheetReader(problems, file, shelf).sheet({ value: root, at: 0 })
  return problems.any ? { problems: problems.list() } : { claims }
}

type Fields = ReadonlyMap<string, Field>

class SheetReader {
  private readonly reader: Reader

  constructor(
    private readonly problems: Problems,
    private readonly file: string,
    private readonly shelf: Shelf,
  ) {
    this.reader = new Reader(problems)
  }

  sheet(root: Spot): readonly Claim[] {
    const fields = this.fields(root, { what: 'a map', example: 'document: article' }, sheetWords)
    const document = this.oneOf(fields, root, 'document', documents)
    const section = this.line(fields, root, 'section', 'The lease')
    const list = fields.get('claims')
    const items = list && this.reader.items(list, { what: 'a list of claims', example: 'claims: [...]' })
    return (items ?? []).map((item) => ({ ...this.claim(item), document, section }))
  }

  private claim(item: Spot): Omit<Claim, 'document' | 'section'> {
    const fields = this.fields(item, { what: 'a claim', example: '- id: A1' }, claimWords)
    const id = this.line(fields, item, 'id', 'A1')
    const witnesses = fields.get('witnesses')
    const items = witnesses && this.reader.items(witnesses, { what: 'a list of witnesses', example: '- ask: ...' })
    return {
      id,
      statement: this.line(fields, item, 'statement', 'A lease is given on a miss.'),
      verdict: this.oneOf(fields, item, 'verdict', verdicts),
      about: fields.has('about') ? this.oneOf(fields, item, 'about', reaches) : 'every run',
      assumption: this.line(fields, null, 'assumption'),
      correction: this.line(fields, null, 'correction'),
      note: this.line(fields, null, 'note'),
      reason: this.line(fields, null, 'reason'),
      witnesses: (items ?? []).flatMap((each, index) => this.witness(each, `${id}-${index + 1}`.toLowerCase()) ?? []),
      file: this.file,
      line: this.lineOf(item),
    }
  }

  private witness(item: Spot, name: string): Witness | null {
    const fields = this.fields(item, { what: 'a witness', example: '- ask: converges = holds' }, witnessWords)
    const ask = this.line(fields, item, 'ask', 'converges = holds')
    const subject = this.subject(fields, item, name, ask)
    return subject === null ? null : { line: this.lineOf(item), subject, ask, when: this.line(fields, null, 'when') }
  }

  private subject(fields: Fields, item: Spot, name: string, ask: string): Witness['subject'] | null {
    const given = ['scenario', 'recording', 'requests', 'load'].filter((each) => fields.has(each))
    if (given.length > 1) {
      this.problems.at(
        item.at,
        `A witness asks about one thing, and this has ${given.join(' and ')}. Keep one of them.`,
      )
      return null
    }
    const requests = fields.get('requests')
    if (requests !== undefined) return { kind: 'requests', requests: this.requests(requests) }
    const load = fields.get('load')
    if (load !== undefined) return this.load(load, name)
    const recording = fields.get('recording')
    if (recording !== undefined) return this.recording(recording)
    const schedule = this.line(fields, null, 'schedule')
    const found = this.scenario(fields.get('scenario'), item, name, ask)
    if (found === null) return null
    const words = schedule.split(' ').filter((word) => word !== '')
    return { kind: 'scenario', ...found, schedule: fields.has('schedule') ? words : null }
  }

  private requests(field: Field): readonly string[] {
    const expected = { what: 'a list of requests', example: '- T1 redis> GET x' }
    return (this.reader.items(field, expected) ?? []).flatMap((each) => this.reader.text(each, expected) ?? [])
  }

  /** A workload in place is read as its file would be, and its problems stand where it begins. */
  private load(field: Field, name: string): Witness['subject'] | null {
    if (isMap(field.value)) {
      const written = field.value.toJSON() as Readonly<Record<string, unknown>>
      const parsed = parseWorkload(stringify({ workload: name, ...written }), this.file)
      const [from] = this.shelf.presets
      if ('experiment' in parsed)
        return { kind: 'load', base: null, experiment: parsed.experiment, from: from ?? parsed.experiment }
      for (const { message } of parsed.problems) this.problems.at(field.at, message)
      return null
    }
    const base = this.reader.text(field, { what: 'a workload, or the name of one', example: 'load: like-counter' })
    const { presets } = this.shelf
    const experiment = presets.find(({ workload }) => workload.workload === base)
    if (experiment !== undefined) return { kind: 'load', base, experiment, from: experiment }
    const known = presets.map(({ workload }) => workload.workload)
    if (base !== null) this.problems.at(field.at, `There is no workload ${quoted(base)}. ${suggestion(base, known)}`)
    return null
  }

  private recording(field: Field): Witness['subject'] | null {
    const name = this.reader.text(field, { what: 'the name of a recording', example: 'recording: herd' })
    const json = name === null ? undefined : this.shelf.recording(name)
    if (json !== undefined && name !== null) return { kind: 'recording', name, json }
    if (name !== null)
      this.problems.at(field.at, `There is no recording ${quoted(name)}. Name a file of the recordings.`)
    return null
  }

  private scenario(
    field: Field | undefined,
    item: Spot,
    name: string,
    ask: string,
  ): Pick<ScenarioSubject, 'base' | 'scenario'> | null {
    if (field === undefined) return this.missing(item, 'scenario', 'stale-fill')
    if (isMap(field.value)) return this.ownScenario(field, name, ask)
    const base = this.reader.text(field, { what: 'a scenario, or the name of one', example: 'scenario: stale-fill' })
    const scenario = this.shelf.catalogue.find((candidate) => candidate.scenario === base)
    if (scenario !== undefined)
      return { base, scenario: { ...scenario, check: [...new Set([...scenario.check, ...propertiesIn(ask)])] } }
    const known = this.shelf.catalogue.map((candidate) => candidate.scenario)
    if (base !== null)
      this.problems.at(field.at, `The catalogue has no scenario ${quoted(base)}. ${suggestion(base, known)}`)
    return null
  }

  /** A scenario in place: the parser of files reads it, and its problems stand where it begins. */
  private ownScenario(field: Field, name: string, ask: string): Pick<ScenarioSubject, 'base' | 'scenario'> | null {
    const written = field.value?.toJSON() as Readonly<Record<string, unknown>>
    const asked = propertiesIn(ask)
    const check = asked.length > 0 ? asked : judgedOtherwise
    const parsed = parseScenario(stringify({ scenario: name, check, ...written }), this.file)
    if ('scenario' in parsed) return { base: null, scenario: parsed.scenario }
    for (const { message } of parsed.problems) this.problems.at(field.at, message)
    return null
  }

  private fields(spot: Spot, expected: { what: string; example: string }, known: Words): Fields {
    const fields = this.reader.fields(spot, expected, known) ?? []
    return new Map(fields.map((field) => [field.name, field]))
  }

  /** A text on one line; where `owner` is given, it must be there. */
  private line(fields: Fields, owner: Spot | null, name: string, example = 'some words'): string {
    const field = fields.get(name)
    if (field === undefined || isNothing(field)) {
      if (owner !== null) this.missing(owner, name, example)
      return ''
    }
    const text = (this.reader.text(field, { what: 'a text', example: `${name}: ${example}` }) ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (owner !== null && text === '') this.missing(field, name, example)
    return text
  }

  private oneOf<Word extends string>(fields: Fields, owner: Spot, name: string, known: readonly Word[]): Word {
    const text = this.line(fields, owner, name, known[0])
    const word = known.find((candidate) => candidate === text)
    if (word === undefined && text !== '')
      this.problems.at(
        fields.get(name)?.at ?? owner.at,
        `There is no ${name} ${quoted(text)}. ${suggestion(text, known)}`,
      )
    return word ?? (known[0] as Word)
  }

  private missing({ at }: Spot, name: string, example: string): null {
    this.problems.at(at, `There is no "${name}" here. Write e.g. ${name}: ${example}.`)
    return null
  }

  private lineOf({ at }: Spot): number {
    return this.problems.lines.linePos(at).line
  }
}
