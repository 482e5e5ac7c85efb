/** A machine for tests: catches what a command prints, and keeps files in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCommand } from './runCommand'

export interface Printed {
  readonly code: number
  readonly said: readonly string[]
  /** Lines of stderr; the test's folder is written as `.`. */
  readonly noted: readonly string[]
}

/** Writes files into a new folder, hands `use` a way to run commands on it, and removes it. */
export function withFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (run: (...args: string[]) => Printed, folder: string) => void,
  now = () => 0,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'cachescope-'))
  const at = (arg: string) => (arg.startsWith('./') || arg === '.' ? join(folder, arg) : arg)
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    use((...args) => {
      const said: string[] = []
      const noted: string[] = []
      const note = (line: string) => void noted.push(line.replaceAll(folder, '.'))
      const code = runCommand(args.map(at), { say: (line) => void said.push(line), note, now })
      return { code, said, noted }
    }, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A file of the stale fill, with more fields. */
export const staleFill = (more = ''): string =>
  [
    'scenario: stale-fill',
    'title: The stale fill',
    'start: { database: { x: 1 }, cache: {} }',
    'protocol: { read: cache-aside, write: write-invalidate }',
    'clients: { T1: [read x], T2: [write x] }',
    'check: [converges, durable]',
    more,
  ].join('\n')
