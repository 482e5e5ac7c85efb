/** What the tests of hostile scenario files share: a harmless file to spoil, and what the parser says of it. */
import { parseScenario } from './parse'

const harmless = {
  scenario: 'stale-fill',
  protocol: '{ read: cache-aside, write: write-invalidate }',
  clients: '{ T1: [read x], T2: [write x] }',
}

/** A good file with some fields replaced or added, one a line. */
export const file = (fields: Readonly<Record<string, string>>): string =>
  Object.entries({ ...harmless, ...fields })
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')

/** `line:column sentence` for each problem. */
export function sentences(text: string): readonly string[] {
  const parsed = parseScenario(text, 'f.yaml')
  if ('scenario' in parsed) return ['nothing is wrong']
  return parsed.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
}
