/**
 * What clients cannot do in a scenario, because it would mean nothing there. Each rule answers with one sentence and
 * the nearest thing that works, or null.
 */
import { operationText } from './operations'
import { quoted } from './problem'
import { settingOf, type Chosen, type Setting } from './setting'
import { keysNamed, mayWrite, type Client, type Composed, type Operation, type Scenario } from './scenario'

/** The first operation that means nothing, with its client. */
export interface Pointless {
  readonly client: string
  readonly message: string
}

/** Who does what, from where, beside the choices. */
export interface Workload extends Chosen {
  readonly clients: readonly Client[]
  readonly start: Scenario['start']
}

export function pointlessIn(chosen: Workload): Pointless | null {
  const setting = settingOf(chosen)
  const all = chosen.clients.flatMap(({ operations }) => operations)
  for (const { name, operations } of chosen.clients)
    for (const operation of operations)
      for (const rule of rules) {
        const message = rule(operation, setting, all)
        if (message !== null) return { client: name, message }
      }
  return null
}

/** What is wrong with the start, beside what is chosen. */
export function startProblem({ start, guards, composed = {} }: Workload): string | null {
  const cached = Object.entries(start.cache).find(([, version]) => version === 0)
  if (cached !== undefined && guards['cache-absent'] === undefined)
    return `Only the guard cache-absent caches that ${cached[0]} is absent. Add it, or leave ${cached[0]} out of the cache.`
  const missing = Object.entries(composed).flatMap(([key, rows]) =>
    rows.flatMap((row) => (start.database[row] === 0 ? [{ key, row }] : [])),
  )[0]
  if (missing === undefined) return null
  return `${missing.key} is made of ${missing.row}, which is absent. Let ${missing.row} begin with a version.`
}

type Rule = (operation: Operation, setting: Setting, all: readonly Operation[]) => string | null

const rules: readonly Rule[] = [
  function writesComposed(operation, { composed }) {
    const key = mayWrite(operation) ? keysNamed(operation).find((each) => composed[each] !== undefined) : undefined
    return key === undefined
      ? null
      : `${said(operation)} writes ${key}, which is made of ${rowsOf(composed, key)}. Write one of them.`
  },
  function transfersThroughQueue(operation, { write, protocol }) {
    if (operation.kind !== 'transfer' || write.queues !== true) return null
    return `${said(operation)} is one transaction of the database, and ${protocol.write} commits row by row, later. Write with write-through, or write the rows one by one.`
  },
  function countsAndWrites(operation, _setting, all) {
    const counted = all.flatMap((each) => (each.kind === 'increment' ? [each.key] : []))
    const key = operation.kind === 'any' ? counted[0] : keysNamed(operation).find((each) => counted.includes(each))
    if (key === undefined || operation.kind === 'increment' || !mayWrite(operation)) return null
    return `${said(operation)} writes ${key}, and somebody increments it: nobody could say what it counts then. Let all increment it, or all write it.`
  },
  function reloadsComposed(operation, { composed, read, protocol }) {
    const key = keysNamed(operation).find((each) => composed[each] !== undefined)
    if (key === undefined || read.refreshes !== true) return null
    return `${said(operation)} reads what is made of ${rowsOf(composed, key)}, and ${protocol.read} reloads one row at a time. Read with read-through.`
  },
]

const said = (operation: Operation) => quoted(operationText(operation))

const rowsOf = (composed: Composed, key: string) => (composed[key] ?? []).join(' and ')
