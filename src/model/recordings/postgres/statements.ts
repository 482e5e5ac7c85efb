/**
 * The statements that recordings send to PostgreSQL, by the names that they go by there.
 *
 * `write` counts the row's version, `writeVer` is told it, `writeSeq` takes it from a sequence inside the statement,
 * `casWrite` changes the row only from a version. Each returns the row. Outside `begin` ... `commit` it commits at once.
 */
import type { Updated } from '../../engine/resources/transaction'
import type { Call, Command } from '../call'
import type { Answer } from '../reply'
import { isVersion, recordedVersion, versionOf } from '../texts'
import type { Asked } from '../world'
import type { Postgres } from './postgres'

/** The key of a row that is no row of a recording. */
export const OTHER_ROW = '(another row)'

const rowAnswer =
  (value: string) =>
  (updated: Updated): Answer =>
    updated.updated ? { v: value, version: recordedVersion(updated.version) } : null

const update = (
  key: string,
  value: string,
  evaluate: (postgres: Postgres) => Asked,
  answer: (updated: Updated) => Answer = rowAnswer(value),
): Call<Postgres> => ({
  keys: [key],
  commits: 1,
  perform: (postgres, by) => postgres.execute({ by, key, value, evaluate: () => evaluate(postgres), answer }),
})

const versionIn = (word: string | undefined): number | null =>
  word !== undefined && /^\d{1,10}$/.test(word) && isVersion(Number(word)) ? versionOf(Number(word)) : null

/** A key, a value that may itself hold commas, and a version. */
function withVersion(words: readonly string[]): { key: string; value: string; version: number } | null {
  const [key, version] = [words[0], versionIn(words.at(-1))]
  if (key === undefined || words.length < 3 || version === null) return null
  return { key, value: words.slice(1, -1).join(', '), version }
}

const write: Command<Postgres> = {
  name: 'write',
  usage: 'write(key, value)',
  read: ([key, ...value]) =>
    key === undefined || value.length === 0 ? null : update(key, value.join(', '), () => ({})),
}

const writeVersion: Command<Postgres> = {
  name: 'writeVer',
  usage: 'writeVer(key, value, version)',
  read(words) {
    const parts = withVersion(words)
    return parts && update(parts.key, parts.value, () => ({ version: parts.version }))
  },
}

const writeSequence: Command<Postgres> = {
  name: 'writeSeq',
  usage: 'writeSeq(key, value)',
  read: ([key, ...value]) =>
    key === undefined || value.length === 0
      ? null
      : update(key, value.join(', '), (postgres) => ({ version: versionOf(postgres.nextValue()) })),
}

const writeFrom: Command<Postgres> = {
  name: 'casWrite',
  usage: 'casWrite(key, value, version)',
  read(words) {
    const parts = withVersion(words)
    return parts && update(parts.key, parts.value, () => ({ expected: parts.version }))
  },
}

const touchOther: Command<Postgres> = {
  name: 'touchOther',
  usage: 'touchOther()',
  read: (words) =>
    words.length > 0
      ? null
      : update(
          OTHER_ROW,
          '',
          () => ({}),
          () => ({ n: 1 }),
        ),
}

/** A statement about one row that changes nothing. */
const reading = (
  name: string,
  perform: (postgres: Postgres, key: string, by: string) => Answer,
): Command<Postgres> => ({
  name,
  usage: `${name}(key)`,
  read: ([key, ...rest]) =>
    key === undefined || rest.length > 0
      ? null
      : { keys: [key], perform: (postgres, by) => perform(postgres, key, by) },
})

/** What is masked in every recording. */
const MASKED = '<xid>'

const bare = (name: string, perform: (postgres: Postgres, by: string) => Answer): Command<Postgres> => ({
  name,
  usage: `${name}()`,
  read: (words) => (words.length > 0 ? null : { keys: [], perform }),
})

/** Statements by name. */
export const postgresStatements: ReadonlyMap<string, Command<Postgres>> = new Map(
  [
    write,
    writeVersion,
    writeSequence,
    writeFrom,
    touchOther,
    reading('read', (postgres, key, by) => postgres.read(key, by)),
    reading('sread', (postgres, key) => postgres.log.read(key)),
    reading('xmin', (postgres, key, by) => {
      const row = postgres.read(key, by)
      return row && { v: row.v, xmin: MASKED }
    }),
    bare('begin', (postgres, by) => postgres.begin(by)),
    bare('commit', (postgres, by) => postgres.end(by, true)),
    bare('rollback', (postgres, by) => postgres.end(by, false)),
    bare('nextval', (postgres) => postgres.nextValue()),
    bare('slotCreate', (postgres) => postgres.log.createSlot()),
    bare('slotGet', (postgres) => postgres.log.take(true)),
    bare('slotPeek', (postgres) => postgres.log.take(false)),
    bare('replayPause', (postgres) => postgres.log.pause()),
    bare('replayResume', (postgres) => postgres.log.resume()),
  ].map((statement) => [statement.name, statement]),
)
