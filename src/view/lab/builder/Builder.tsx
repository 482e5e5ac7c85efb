/**
 * The Lab's scenario, to be changed: a form and the text of its file beside each other, each editing the other, and the Lab
 * following. Loaded when it is first asked for, because reading files needs a library that the Lab does without.
 */
import { useMemo, useState } from 'react'
import { linkLosses } from '../../../model/scenario/linkLosses'
import { parseScenario } from '../../../model/scenario/parse'
import { openingOf } from '../../../model/run/course'
import { scenarioNamed } from '../../../model/scenario/catalogue'
import { saveBlob } from '../../panels/export/saveBlob'
import { CopyButton } from '../../shell/CopyButton'
import { Button, IconButton } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { Tabs } from '../../ui/Tabs'
import { useLab, useLabState } from '../labContext'
import { addressOf, momentShown } from '../opening'
import { useMedia } from '../useMedia'
import styles from './Builder.module.css'
import { BuilderForm } from './BuilderForm'
import { savedScenarios, type SavedScenario } from './saved'
import { SavedBar } from './SavedBar'
import { ScenarioText } from './ScenarioText'
import { useBuilder, type BuilderState } from './useBuilder'

/** What the editor thinks of the text, in a line that is read out when it changes. */
function stateInWords({ problems, scenario }: BuilderState): string {
  if (scenario !== null) return 'The Lab follows what stands here.'
  const count = problems.length === 1 ? 'one thing is' : `${problems.length} things are`
  return `The Lab shows the last scenario that was sound: ${count} to be mended first.`
}

function Form({ builder }: { readonly builder: BuilderState }) {
  if (builder.sketch !== null) return <BuilderForm builder={builder} sketch={builder.sketch} />
  return (
    <p className={styles['says']}>
      The text cannot be taken apart as it stands, so there is no form for it. Mend the text, and the form is back.
    </p>
  )
}

/** Its address, as far as a link can tell it, and its file, which says all. */
function Away({ builder }: { readonly builder: BuilderState }) {
  const { player } = useLab()
  const { base, scenario, tree, tip, playhead, beside } = useLabState((state) => state)
  const losses = useMemo(
    () => linkLosses(momentShown({ base, scenario, tree, tip, playhead, beside })),
    [base, scenario, tree, tip, playhead, beside],
  )
  const name = builder.scenario?.scenario ?? builder.sketch?.scenario ?? ''
  const file = `${/^[a-z0-9-]{1,60}$/.test(name) ? name : 'scenario'}.scenario.yaml`
  return (
    <div className={styles['stack']}>
      <div className={styles['row']}>
        <Button onClick={() => saveBlob(file, new Blob([builder.text], { type: 'text/yaml' }))}>Download {file}</Button>
        <CopyButton
          text={() => new URL(addressOf(player.store.getState()), location.href).href}
          said="The link to this scenario is copied."
        >
          Copy a link
        </CopyButton>
      </div>
      {losses.length > 0 && (
        <p className={styles['says']}>The link leaves out {losses.join(', ')}. The file has all of it.</p>
      )}
    </div>
  )
}

export function Builder({ onClose }: { readonly onClose: () => void }) {
  const { player } = useLab()
  const builder = useBuilder(player)
  const isNarrow = useMedia('(width < 700px)')
  const [tab, setTab] = useState<'form' | 'text'>('form')
  const open = (item: SavedScenario) => {
    const parsed = parseScenario(item.text, item.name)
    if ('scenario' in parsed) {
      const { scenario } = parsed
      const base = scenarioNamed(item.base) ?? player.store.getState().base
      player.open({ base, scenario, schedule: openingOf(scenario), step: 0 })
    }
    builder.write(item.text)
  }
  const save = (name: string) =>
    savedScenarios.save({ name, text: builder.text, base: player.store.getState().base.scenario })
  const form = <Form builder={builder} />
  const text = <ScenarioText text={builder.text} problems={builder.problems} onChange={builder.write} />
  return (
    <section className={styles['builder']} aria-label="Edit this scenario">
      <header className={styles['head']}>
        <h2 className={styles['title']}>Your scenario</h2>
        <IconButton icon="close" label="Close the editor" look="quiet" onClick={onClose} />
      </header>
      <SavedBar name={builder.scenario?.title ?? builder.sketch?.title ?? ''} onSave={save} onOpen={open} />
      {builder.aside !== null && (
        <Note onDismiss={builder.dismissAside} actions={<Button onClick={builder.bringBack}>Bring it back</Button>}>
          Another scenario was opened. What you had typed is put aside.
        </Note>
      )}
      <p role="status" className={styles['state']} data-sound={builder.scenario !== null}>
        {stateInWords(builder)}
      </p>
      <Away builder={builder} />
      {isNarrow ? (
        <Tabs
          label="How to edit"
          chosen={tab}
          onChoose={setTab}
          tabs={[
            { name: 'form', title: 'Form', content: form },
            { name: 'text', title: 'Text', content: text },
          ]}
        />
      ) : (
        <div className={styles['halves']}>
          {form}
          <div className={styles['beside']}>{text}</div>
        </div>
      )}
    </section>
  )
}
