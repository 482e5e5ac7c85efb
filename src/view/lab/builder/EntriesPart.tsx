import type { ReactNode } from 'react'
import type { Entry } from '../../../model/scenario/draft/sketch'
import { Button, IconButton } from '../../ui/Button'
import { Select } from '../../ui/Select'
import styles from './Builder.module.css'
import { Line } from './Line'
import { problemsAt, Said } from './Said'
import type { BuilderState } from './useBuilder'

interface RowsProps {
  readonly builder: BuilderState
  /** Where the entries stand in the text. */
  readonly place: string
  readonly entries: readonly Entry[]
  readonly onChange: (entries: readonly Entry[]) => void
}

const withEntry = (entries: readonly Entry[], at: number, entry: Entry): readonly Entry[] =>
  entries.toSpliced(at, 1, entry)

/** Keys with a version or what they are made of, one in a row. */
export function KeyRows(props: RowsProps & { readonly what: string; readonly example: string; readonly fresh: Entry }) {
  const { builder, place, entries, onChange, what, example, fresh } = props
  const bare = (value: string) => value.replace(/^\[(.*)\]$/, '$1')
  const inBrackets = (value: string) => (value.includes(',') || example.includes(',') ? `[${value}]` : value)
  return (
    <div className={styles['stack']}>
      {entries.length > 0 && <p className={styles['says']}>{what.charAt(0).toUpperCase() + what.slice(1)}</p>}
      <ul className={styles['rows']}>
        {entries.map((entry, at) => (
          <li key={at} className={styles['row']}>
            <Line
              isBare
              label={`Key ${at + 1} ${what}`}
              value={entry.name}
              onChange={(name) => onChange(withEntry(entries, at, { ...entry, name }))}
            />
            <Line
              isBare
              label={`${entry.name === '' ? `Key ${at + 1}` : entry.name} ${what}`}
              value={bare(entry.value)}
              example={example}
              onChange={(value) => onChange(withEntry(entries, at, { ...entry, value: inBrackets(value) }))}
            />
            <IconButton
              icon="close"
              look="quiet"
              label={`Remove ${entry.name} ${what}`}
              onClick={() => onChange(entries.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ul>
      <Said problems={problemsAt(builder, place, true)} />
      <div>
        <Button onClick={() => onChange([...entries, fresh])}>Add a key {what}</Button>
      </div>
    </div>
  )
}

export interface ChoiceForm {
  readonly name: string
  readonly title: string
  readonly says: string
  /** The values that it may have; none where it is typed. */
  readonly values: readonly string[]
  /** What stands there when it is chosen. */
  readonly first: string
  readonly example: string
}

/** Guards or faults: those that are chosen, each with its value, and one more to choose. */
export function ChoiceRows(props: RowsProps & { readonly choices: readonly ChoiceForm[]; readonly what: string }) {
  const { builder, place, entries, onChange, choices, what } = props
  const others = choices.filter(({ name }) => !entries.some((entry) => entry.name === name))
  const options = [
    { value: '', title: `Add a ${what} …` },
    ...others.map(({ name, title }) => ({ value: name, title })),
  ]
  const add = (name: string) => {
    const choice = choices.find((each) => each.name === name)
    if (choice !== undefined) onChange([...entries, { name, value: choice.first }])
  }
  return (
    <div className={styles['stack']}>
      <ul className={styles['rows']}>
        {entries.map((entry, at) => {
          const choice = choices.find(({ name }) => name === entry.name)
          const set = (value: string) => onChange(withEntry(entries, at, { ...entry, value }))
          return (
            <li key={at} className={styles['card']}>
              <div className={styles['row']}>
                <Named choice={choice} name={entry.name} />
                <Value choice={choice} entry={entry} onChange={set} />
                <IconButton
                  icon="close"
                  look="quiet"
                  label={`Remove ${choice?.title ?? entry.name}`}
                  onClick={() => onChange(entries.toSpliced(at, 1))}
                />
              </div>
              <Said problems={problemsAt(builder, `${place}.${at}`)} />
            </li>
          )
        })}
      </ul>
      <Said problems={problemsAt(builder, place)} />
      <div>
        <Select label={`Add a ${what}`} value="" options={options} onChange={add} />
      </div>
    </div>
  )
}

const Named = ({ choice, name }: { readonly choice: ChoiceForm | undefined; readonly name: string }): ReactNode => (
  <span className={styles['named']}>
    {choice?.title ?? name}
    {choice !== undefined && choice.says !== '' && <span className={styles['says']}>{choice.says}</span>}
  </span>
)

function Value(props: {
  readonly choice: ChoiceForm | undefined
  readonly entry: Entry
  readonly onChange: (value: string) => void
}) {
  const { choice, entry, onChange } = props
  const title = choice?.title ?? entry.name
  const values = choice?.values ?? []
  // A guard without values is written as a bare name or as `true`.
  if (values.length === 1 && ['', 'true'].includes(entry.value)) return null
  if (values.includes(entry.value))
    return (
      <Select
        label={`Value of ${title}`}
        value={entry.value}
        options={values.map((value) => ({ value, title: value }))}
        onChange={onChange}
      />
    )
  const brackets = /^[[{]/.exec(choice?.example ?? '')?.[0]
  const bare = brackets === undefined ? entry.value : entry.value.replace(/^[[{] ?(.*?) ?[\]}]$/, '$1')
  const closed = (typed: string) => (brackets === '[' ? `[${typed}]` : brackets === '{' ? `{ ${typed} }` : typed)
  return (
    <Line
      isBare
      label={`Value of ${title}`}
      value={bare}
      example={choice?.example.replaceAll(/[[\]{}]/g, '').trim() ?? ''}
      onChange={(typed) => onChange(closed(typed))}
    />
  )
}
