/** The Lab's screen at three widths: three columns, two, or one with tabs and the transport under the thumb. */
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { ErrorBoundary } from '../shell/ErrorBoundary'
import { classes } from '../ui/classes'
import { Tabs } from '../ui/Tabs'
import { Intro } from './Intro'
import { LabCode, LabGuards, LabMap, LabVerdicts } from './LabPanels'
import { LabStage } from './LabStage'
import { labTools } from './labTools'
import styles from './Layout.module.css'
import { SentenceCard } from './SentenceCard'
import { PhoneMore, PhoneTransport, Transport } from './Transport'
import { useMedia } from './useMedia'

/** Each panel breaks on its own: the others, and the run, go on. */
const code = (
  <section aria-labelledby="programs">
    <h2 id="programs" className={styles['unseen']}>
      Programs
    </h2>
    <ErrorBoundary name="The code panel">
      <LabCode />
    </ErrorBoundary>
  </section>
)
const map = (
  <ErrorBoundary name="The schedule map">
    <LabMap />
  </ErrorBoundary>
)
const guards = (
  <ErrorBoundary name="The guards panel">
    <LabGuards />
  </ErrorBoundary>
)
const verdicts = (
  <ErrorBoundary name="The verdicts panel">
    <LabVerdicts />
  </ErrorBoundary>
)
const stage = (
  <ErrorBoundary name="The picture">
    <LabStage />
  </ErrorBoundary>
)

const LabRuns = lazy(async () => ({ default: (await import('./LabRuns')).LabRuns }))

const useIsTreeShown = () => useStore(labTools.store, ({ isTreeShown }) => isTreeShown)

const runs = (isList: boolean) => (
  <ErrorBoundary name="The run tree">
    <Suspense>
      <LabRuns isList={isList} />
    </Suspense>
  </ErrorBoundary>
)

const Builder = lazy(async () => ({ default: (await import('./builder/Builder')).Builder }))

const useIsEditing = () => useStore(labTools.store, ({ isEditing }) => isEditing)

const builder = (
  <ErrorBoundary name="The editor">
    <Suspense>
      <Builder onClose={() => labTools.edit(false)} />
    </Suspense>
  </ErrorBoundary>
)

/** The run tree, once somebody has asked for it. */
const Runs = () => (useIsTreeShown() ? runs(false) : null)

const sentence = (
  <div className={styles['sentence']}>
    <SentenceCard />
  </div>
)

const Wide = ({ notes, isEditing }: { notes: ReactNode; isEditing: boolean }) => (
  <div className={classes(styles['wide'], isEditing && styles['editing'])}>
    <div className={styles['left']}>
      {isEditing ? (
        builder
      ) : (
        <>
          <Intro />
          {code}
          {sentence}
        </>
      )}
    </div>
    <div className={styles['middle']}>
      {isEditing && (
        <div className={styles['above']}>
          <Intro isShort />
        </div>
      )}
      <div className={styles['stage']}>{stage}</div>
      <div className={styles['notes']}>{notes}</div>
      {isEditing && (
        <div className={styles['told']}>
          <SentenceCard />
        </div>
      )}
      <div className={styles['below']}>{verdicts}</div>
    </div>
    <div className={styles['right']}>
      <Runs />
      {map}
      {guards}
    </div>
    <div className={styles['transport']}>
      <Transport />
    </div>
  </div>
)

const Medium = ({ notes, isEditing }: { notes: ReactNode; isEditing: boolean }) => (
  <div className={classes(styles['medium'], isEditing && styles['editing'])}>
    <div className={styles['stage']}>
      <Intro />
      {stage}
      <div className={styles['notes']}>{notes}</div>
      {sentence}
    </div>
    <div className={styles['right']}>
      {isEditing && builder}
      <Runs />
      {map}
      {guards}
      {verdicts}
      {code}
    </div>
    <div className={styles['transport']}>
      <Transport />
    </div>
  </div>
)

function Phone({ notes }: { notes: ReactNode }) {
  const [tab, setTab] = useState<'guards' | 'map' | 'verdicts' | 'code' | 'more' | 'runs' | 'edit'>('guards')
  const isTreeShown = useIsTreeShown()
  const isEditing = useIsEditing()
  useEffect(() => setTab((last) => (isEditing ? 'edit' : last === 'edit' ? 'more' : last)), [isEditing])
  useEffect(() => setTab((last) => (isTreeShown ? 'runs' : last === 'runs' ? 'more' : last)), [isTreeShown])
  return (
    <div className={styles['phone']}>
      <Intro isShort />
      <div className={styles['stage']}>{stage}</div>
      <div className={styles['under']}>
        <SentenceCard />
        <div className={styles['notes']}>{notes}</div>
        <Tabs
          label="Panels"
          chosen={tab}
          onChoose={setTab}
          tabs={[
            ...(isEditing ? [{ name: 'edit' as const, title: 'Edit', content: builder }] : []),
            ...(isTreeShown ? [{ name: 'runs' as const, title: 'Runs', content: runs(true) }] : []),
            { name: 'guards', title: 'Guards', content: guards },
            { name: 'map', title: 'Map', content: map },
            { name: 'verdicts', title: 'Verdicts', content: verdicts },
            { name: 'code', title: 'Code', content: code },
            { name: 'more', title: 'More', content: <PhoneMore /> },
          ]}
        />
      </div>
      <div className={styles['transport']}>
        <PhoneTransport />
      </div>
    </div>
  )
}

export function Layout({ notes }: { notes: ReactNode }) {
  const isWide = useMedia('(width >= 1100px)')
  const isPhone = useMedia('(width < 700px)')
  const isEditing = useIsEditing()
  if (isPhone) return <Phone notes={notes} />
  return isWide ? <Wide {...{ notes, isEditing }} /> : <Medium {...{ notes, isEditing }} />
}
