/**
 * A run as a handout: on the first page who asks what, with empty boxes for what comes of it and a question, on the next one
 * the answers. On paper it is black on white, whatever the theme is.
 */
import { protocols } from '../../../../model/protocols'
import { excerptOf } from '../../../scene/excerpt'
import { tableOf, type TableRow } from '../../../scene/tableOf'
import { isLarge } from '../../../scene'
import { contentsInWords } from '../../../lab/contentsInWords'
import { classes } from '../../../ui/classes'
import { takenOf } from '../picture/range'
import type { ExportedRun } from '../run'
import styles from './Handout.module.css'

/** Steps that two pages have room for. */
export const STEPS_MAX = 40

/** The rows of the steps that are printed, under their own numbers. */
function rowsOf({ trace, playhead }: ExportedRun): readonly TableRow[] {
  const { first, last } = takenOf(trace.steps.length, playhead, STEPS_MAX)
  if (first === 1 && last === trace.steps.length && !isLarge(trace)) return tableOf(trace)
  return tableOf(excerptOf(trace, first - 1, last)).map((row) => ({ ...row, step: row.step + first - 1 }))
}

const settingOf = ({ trace: { scenario } }: ExportedRun): string => {
  const read = protocols.read[scenario.protocol.read]?.title ?? scenario.protocol.read
  const write = protocols.write[scenario.protocol.write]?.title ?? scenario.protocol.write
  const guards = Object.entries(scenario.guards).map(([name, value]) => (value === 'true' ? name : `${name}: ${value}`))
  return `${read}; ${write.toLowerCase()}; ${guards.length === 0 ? 'no guards' : guards.join(', ')}.`
}

/** Which columns the run has beside cache and database. */
const extraColumns = (rows: readonly TableRow[]): readonly ('queue' | 'replica')[] =>
  (['queue', 'replica'] as const).filter((column) => rows.some((row) => row[column] !== ''))

const titles = { queue: 'Queue', replica: 'Replica' } as const

function Table({
  rows,
  isBlank,
  caption,
}: {
  readonly rows: readonly TableRow[]
  readonly isBlank: boolean
  readonly caption: string
}) {
  const extra = extraColumns(rows)
  const cell = (text: string, name: string) => (
    <td>{isBlank ? <span className={styles['box']} role="img" aria-label={`empty box: ${name}`} /> : text}</td>
  )
  return (
    <table className={styles['table']}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Who</th>
          <th scope="col">asks</th>
          <th scope="col">is answered</th>
          <th scope="col">Cache after it</th>
          {extra.map((column) => (
            <th key={column} scope="col">
              {titles[column]} after it
            </th>
          ))}
          <th scope="col">Database after it</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.step}>
            <th scope="row">{row.step}</th>
            <td>{row.actor}</td>
            <td>
              <code>{row.request}</code>
            </td>
            {cell(row.reply, 'the answer')}
            {cell(row.cache, 'the cache')}
            {extra.map((column) => (
              <td key={column}>
                {isBlank ? (
                  <span className={styles['box']} role="img" aria-label={`empty box: the ${column}`} />
                ) : (
                  row[column]
                )}
              </td>
            ))}
            {cell(row.database, 'the database')}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Lines = ({ count }: { readonly count: number }) =>
  Array.from({ length: count }, (_, index) => <span key={index} className={styles['line']} />)

function Questions() {
  return (
    <ol className={styles['questions']}>
      <li>
        Does the cache agree with the database after the last step? <span className={styles['tick']} /> yes{' '}
        <span className={styles['tick']} /> no
      </li>
      <li>
        Which step decides it, and why?
        <Lines count={2} />
      </li>
      <li>
        Which other order of the same steps ends differently?
        <Lines count={1} />
      </li>
    </ol>
  )
}

/** `isPrinted` for the one that is on paper and not on the screen. */
export function Handout({ run, isPrinted = false }: { readonly run: ExportedRun; readonly isPrinted?: boolean }) {
  const rows = rowsOf(run)
  const Title = isPrinted ? 'h1' : 'h3'
  const Part = isPrinted ? 'h2' : 'h4'
  return (
    <article className={classes(styles['handout'], styles[isPrinted ? 'printed' : 'shown'])} data-theme="light">
      <section className={styles['page']}>
        <Title className={styles['title']}>{run.title}</Title>
        {run.about !== '' && <p>{run.about}</p>}
        <p className={styles['setting']}>
          {settingOf(run)} At the start: {contentsInWords(run.trace, (rows[0]?.step ?? 1) - 1)}
        </p>
        <Table rows={rows} isBlank caption="Fill in each box before you look at the next step." />
        <Questions />
      </section>
      <section className={classes(styles['page'], styles['answers'])}>
        <Part className={styles['title']}>{run.title}: the answers</Part>
        <Table rows={rows} isBlank={false} caption="The same steps as they happened." />
        <ol className={styles['sentences']} start={rows[0]?.step ?? 1}>
          {rows.map((row) => (
            <li key={row.step}>{row.says}</li>
          ))}
        </ol>
        <p className={styles['setting']}>At the end: {contentsInWords(run.trace, rows.at(-1)?.step ?? 0)}</p>
      </section>
    </article>
  )
}
