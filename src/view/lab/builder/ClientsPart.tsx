import type { Actor } from '../../../model/scenario/draft/sketch'
import { Button, IconButton } from '../../ui/Button'
import { Select } from '../../ui/Select'
import styles from './Builder.module.css'
import { Line } from './Line'
import { doings, partsOf, withDoing, wordsOf, type Doing } from './operationParts'
import { problemsAt, Said } from './Said'
import type { BuilderState } from './useBuilder'

/** What is in the list, with one of its items changed, or gone where there is none. */
const replaced = <Item,>(items: readonly Item[], at: number, item: Item | null): readonly Item[] =>
  item === null ? items.toSpliced(at, 1) : items.toSpliced(at, 1, item)

function nextName(clients: readonly Actor[]): string {
  for (let number = clients.length + 1; ; number++)
    if (!clients.some(({ name }) => name === `T${number}`)) return `T${number}`
}

function OperationRow(props: {
  readonly words: string
  readonly name: string
  readonly keys: readonly string[]
  readonly onChange: (words: string | null) => void
}) {
  const { words, name, keys, onChange } = props
  const parts = partsOf(words)
  const choose = (doing: Doing) => onChange(wordsOf(withDoing(parts, doing, keys[0] ?? 'x')))
  return (
    <li className={styles['row']}>
      <Select label={`What ${name} does`} value={parts.doing} options={doings} onChange={choose} />
      {parts.doing !== 'any' && (
        <Line
          isBare
          label={parts.doing === '' ? `What ${name} does, in words` : `The key that ${name} is about`}
          value={parts.rest}
          suggestions={parts.doing === '' || parts.doing === 'transfer' ? [] : keys}
          onChange={(rest) => onChange(wordsOf({ ...parts, rest }))}
        />
      )}
      <IconButton icon="close" look="quiet" label={`Remove “${words}” of ${name}`} onClick={() => onChange(null)} />
    </li>
  )
}

function ActorCard(props: {
  readonly builder: BuilderState
  readonly actor: Actor
  readonly at: number
  readonly keys: readonly string[]
  readonly onChange: (actor: Actor | null) => void
}) {
  const { builder, actor, at, keys, onChange } = props
  const { name, operations } = actor
  const problems = problemsAt(builder, `clients.${at}`)
  const shown = name === '' ? `client ${at + 1}` : name
  return (
    <li className={styles['card']}>
      <div className={styles['row']}>
        <Line
          isBare
          label={`Name of client ${at + 1}`}
          value={name}
          isWrong={problems.length > 0}
          onChange={(next) => onChange({ ...actor, name: next })}
        />
        <Button onClick={() => onChange({ ...actor, operations: [...operations, `read ${keys[0] ?? 'x'}`] })}>
          Add an operation
        </Button>
        <IconButton icon="close" look="quiet" label={`Remove ${shown}`} onClick={() => onChange(null)} />
      </div>
      <ol className={styles['rows']} aria-label={`What ${shown} does, in order`}>
        {operations.map((words, index) => (
          <OperationRow
            key={index}
            words={words}
            name={shown}
            keys={keys}
            onChange={(next) => onChange({ ...actor, operations: replaced(operations, index, next) })}
          />
        ))}
      </ol>
      <Said problems={problems} />
    </li>
  )
}

/** Who there is and what each does. */
export function ClientsPart({ builder, keys }: { readonly builder: BuilderState; readonly keys: readonly string[] }) {
  const clients = builder.sketch?.clients ?? []
  const add = () =>
    builder.change({ clients: [...clients, { name: nextName(clients), operations: [`read ${keys[0] ?? 'x'}`] }] })
  return (
    <>
      <ul className={styles['rows']}>
        {clients.map((actor, at) => (
          <ActorCard
            key={at}
            {...{ builder, actor, at, keys }}
            onChange={(next) => builder.change({ clients: replaced(clients, at, next) })}
          />
        ))}
      </ul>
      <Said problems={problemsAt(builder, 'clients')} />
      <div>
        <Button onClick={add}>Add a client</Button>
      </div>
    </>
  )
}
