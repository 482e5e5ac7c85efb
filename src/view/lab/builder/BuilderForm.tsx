import { useMemo, type ReactNode } from 'react'
import { properties } from '../../../model/properties'
import { protocols } from '../../../model/protocols'
import type { LineName, Sketch } from '../../../model/scenario/draft/sketch'
import { Disclosure } from '../../ui/Disclosure'
import { Select } from '../../ui/Select'
import styles from './Builder.module.css'
import { faultForms, guardForms } from './choiceForms'
import { ClientsPart } from './ClientsPart'
import { ChoiceRows, KeyRows } from './EntriesPart'
import { Line } from './Line'
import { problemsAt, Said } from './Said'
import type { BuilderState } from './useBuilder'

const reads = Object.entries(protocols.read).map(([value, { title }]) => ({ value, title }))
const writes = Object.entries(protocols.write).map(([value, { title }]) => ({ value, title }))

/** A part of the form; one whose field has a shape that no form shows says so. */
function Part(props: {
  readonly builder: BuilderState
  readonly title: string
  readonly field: string
  readonly children: ReactNode
}) {
  const isStrange = props.builder.sketch?.strange.includes(props.field) === true
  return (
    <fieldset className={styles['part']}>
      <legend className={styles['legend']}>{props.title}</legend>
      {isStrange ? (
        <>
          <p className={styles['says']}>What stands under “{props.field}” is no such list. Mend it in the text.</p>
          <Said problems={problemsAt(props.builder, props.field, true)} />
        </>
      ) : (
        props.children
      )}
    </fieldset>
  )
}

/** The keys that the sketch knows of, for suggestions. */
function keysIn({ database, cache, composed, clients }: Sketch): readonly string[] {
  const named = clients.flatMap(({ operations }) => operations.flatMap((words) => words.split(' ').slice(1)))
  const keys = [...database, ...cache, ...composed].map(({ name }) => name).concat(named)
  return [...new Set(keys)].filter((key) => /^[a-z]\w*$/i.test(key) && key !== 'read')
}

function Pattern(props: { readonly builder: BuilderState; readonly role: 'read' | 'write'; readonly value: string }) {
  const { builder, role, value } = props
  const known = role === 'read' ? reads : writes
  const options = known.some((each) => each.value === value) ? known : [{ value, title: value || 'none yet' }, ...known]
  const label = role === 'read' ? 'Reads' : 'Writes'
  return (
    <div className={styles['stack']}>
      <label className={styles['label']}>
        <span>{label}</span>
        <Select
          label={label}
          value={value}
          options={options}
          onChange={(chosen) => builder.change({ [role]: chosen })}
        />
      </label>
      <Said problems={problemsAt(builder, `protocol.${role}`)} />
    </div>
  )
}

function LineOf(props: {
  readonly builder: BuilderState
  readonly name: LineName
  readonly label: string
  readonly example?: string
}) {
  const { builder, name, label, example = '' } = props
  const problems = problemsAt(builder, name, true)
  return (
    <div className={styles['stack']}>
      <Line
        label={label}
        width="long"
        value={builder.sketch?.[name] ?? ''}
        example={example}
        isWrong={problems.length > 0}
        onChange={(value) => builder.change({ [name]: value })}
      />
      <Said problems={problems} />
    </div>
  )
}

/** None chosen means all that these clients make sense of. */
function Properties({ builder, check }: { readonly builder: BuilderState; readonly check: readonly string[] }) {
  const unknown = check.filter((name) => !properties.some((property) => property.name === name))
  const toggle = (name: string, on: boolean) => {
    const known = properties.map((property) => property.name)
    const wanted = known.filter((each) => (each === name ? on : check.includes(each)))
    builder.change({ check: [...wanted, ...unknown] })
  }
  return (
    <Disclosure title={check.length === 0 ? 'All that mean something here' : `${check.length} of ${properties.length}`}>
      <div className={styles['checks']}>
        {properties.map(({ name, title }) => (
          <label key={name} className={styles['check']}>
            <input
              type="checkbox"
              checked={check.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
            {title}
          </label>
        ))}
      </div>
      <Said problems={problemsAt(builder, 'check', true)} />
    </Disclosure>
  )
}

/** The scenario as a form. It shows what stands in the text, right or wrong, and changes nothing else in it. */
export function BuilderForm({ builder, sketch }: { readonly builder: BuilderState; readonly sketch: Sketch }) {
  const { change } = builder
  const keys = useMemo(() => keysIn(sketch), [sketch])
  const key = keys[0] ?? 'x'
  const client = sketch.clients[0]?.name ?? 'T1'
  const forms = useMemo(() => ({ guards: guardForms(key, client), faults: faultForms(client) }), [key, client])
  return (
    <div className={styles['form']}>
      <Said problems={problemsAt(builder, '')} />
      <Part builder={builder} title="Clients" field="clients">
        <ClientsPart builder={builder} keys={keys} />
      </Part>
      <Part builder={builder} title="Patterns" field="protocol">
        <div className={styles['pair']}>
          <Pattern builder={builder} role="read" value={sketch.read} />
          <Pattern builder={builder} role="write" value={sketch.write} />
        </div>
        <Said problems={problemsAt(builder, 'protocol')} />
      </Part>
      <Part builder={builder} title="Guards" field="guards">
        <ChoiceRows
          {...{ builder, place: 'guards', entries: sketch.guards, choices: forms.guards, what: 'guard' }}
          onChange={(guards) => change({ guards })}
        />
      </Part>
      <Part builder={builder} title="Faults" field="faults">
        <ChoiceRows
          {...{ builder, place: 'faults', entries: sketch.faults, choices: forms.faults, what: 'fault' }}
          onChange={(faults) => change({ faults })}
        />
      </Part>
      <Part builder={builder} title="Start" field="start">
        <StartRows builder={builder} sketch={sketch} freshKey={key} />
      </Part>
      <Part builder={builder} title="Properties" field="check">
        <Properties builder={builder} check={sketch.check} />
      </Part>
      <Disclosure title="One run, repetitions, and words">
        <div className={styles['stack']}>
          <LineOf builder={builder} name="repeat" label="Each client goes through its list" example="once" />
          <LineOf builder={builder} name="seed" label="Seed: plays one run, drawn by this number" example="none" />
          <LineOf builder={builder} name="schedule" label="Steps to open with" example="T1 T1 T2" />
          <LineOf builder={builder} name="scenario" label="Name of the file" example="my-scenario" />
          <LineOf builder={builder} name="title" label="Title" />
          <LineOf builder={builder} name="about" label="What it is about" />
        </div>
      </Disclosure>
    </div>
  )
}

function StartRows(props: { readonly builder: BuilderState; readonly sketch: Sketch; readonly freshKey: string }) {
  const { builder, sketch, freshKey } = props
  const { change } = builder
  const composed = { name: 'card', value: '[x, y]' }
  return (
    <>
      <KeyRows
        {...{ builder, place: 'start.database', entries: sketch.database, what: 'in the database', example: '1' }}
        fresh={{ name: sketch.database.length === 0 ? freshKey : '', value: '1' }}
        onChange={(database) => change({ database })}
      />
      <KeyRows
        {...{ builder, place: 'start.cache', entries: sketch.cache, what: 'in the cache', example: '1' }}
        fresh={{ name: freshKey, value: '1' }}
        onChange={(cache) => change({ cache })}
      />
      <Said problems={problemsAt(builder, 'start')} />
      <Disclosure title={`Values made of two rows (${sketch.composed.length})`} isOpen={sketch.composed.length > 0}>
        <KeyRows
          {...{ builder, place: 'composed', entries: sketch.composed, what: 'made of two rows', example: 'x, y' }}
          fresh={composed}
          onChange={(next) => change({ composed: next })}
        />
      </Disclosure>
    </>
  )
}
