import { useMemo, useRef, useState, type RefObject } from 'react'
import { board } from 'virtual:claims'
import { nearest } from '../../model/scenario/names'
import { quoted } from '../../model/scenario/problem'
import { chosen, everything, type Choice } from '../claims/choose'
import { ClaimList } from '../claims/ClaimList'
import { Filters } from '../claims/Filters'
import { HowToRead } from '../claims/HowToRead'
import { always, type Command } from '../commands/command'
import { useCommands } from '../commands/useCommands'
import type { PageProps } from '../shell/routes'
import { usePageTitle } from '../shell/usePageTitle'
import { Button } from '../ui/Button'
import { Note } from '../ui/Note'
import styles from './ClaimsPage.module.css'

/** What the page shows, and what it shows again when a link names a row that the choice would hide. */
function useChoice(named: string | null) {
  const [choice, setChoice] = useState<Choice>(everything)
  const [shownFor, setShownFor] = useState(named)
  if (shownFor !== named) {
    setShownFor(named)
    if (named !== null && !chosen(board, choice).some(({ id }) => id === named)) setChoice(everything)
  }
  return [choice, setChoice] as const
}

function useClaimCommands(search: RefObject<HTMLInputElement | null>, choose: (choice: Choice) => void) {
  const commands = useMemo<readonly Command[]>(() => {
    const command = (id: string, title: string, keys: readonly string[], run: () => void): Command => ({
      ...{ id, title, keys, run },
      group: 'Claims',
      reason: always,
    })
    return [
      command('claims.find', 'Find a claim', ['/'], () => search.current?.focus()),
      command('claims.all', 'Show all claims', [], () => choose(everything)),
    ]
  }, [search, choose])
  useCommands(commands)
}

function NoClaim({ asked }: { asked: string }) {
  const near = nearest(
    asked,
    board.map(({ id }) => id),
  )
  return (
    <Note tone="bad">
      There is no claim {quoted(asked)}. {near === null ? 'All of them stand below.' : `Did you mean ${near}?`}
    </Note>
  )
}

/** Every checkable statement of the sources, with what the engine found. */
export default function ClaimsPage({ params }: PageProps) {
  const asked = params['id'] ?? null
  const named = board.find(({ id }) => id === asked?.toUpperCase())?.id ?? null
  usePageTitle(named === null ? 'Claims' : `Claim ${named}`)
  const [choice, setChoice] = useChoice(named)
  const search = useRef<HTMLInputElement>(null)
  useClaimCommands(search, setChoice)
  const found = useMemo(() => chosen(board, choice), [choice])
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>Claims</h1>
      <p className={styles['lead']}>
        What the course document, the article and the servers’ manuals say, one statement at a time. No verdict here was
        typed: each statement was put to the engine when this page was built, and each run opens in the Lab.
      </p>
      <HowToRead />
      {asked !== null && named === null && <NoClaim asked={asked} />}
      <Filters rows={board} choice={choice} onChange={setChoice} search={search} />
      <ClaimList rows={found} named={named} />
      {found.length === 0 && (
        <p className={styles['none']}>
          No claim is like that. <Button onClick={() => setChoice(everything)}>Show all again</Button>
        </p>
      )}
    </div>
  )
}
