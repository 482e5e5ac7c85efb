import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { Scenario } from '../../model/scenario/scenario'
import { useCommands } from '../commands/useCommands'
import { playerWithStudio, StudioContext, useStudio } from '../own/useStudio'
import type { Player } from '../player/player'
import { usePlayer } from '../player/usePlayer'
import { preferences } from '../preferences/preferences'
import { announcer } from '../shell/announcer'
import { ErrorBoundary } from '../shell/ErrorBoundary'
import { HeaderSlot } from '../shell/HeaderSlot'
import { PageSkeleton } from '../shell/PageSkeleton'
import { usePageTitle } from '../shell/usePageTitle'
import { contentsInWords } from './contentsInWords'
import { ExportButton } from './ExportButton'
import { headingOf } from './heading'
import { labCommands } from './labCommands'
import { LabContext } from './labContext'
import { labTools } from './labTools'
import { Layout } from './Layout'
import { MoreButton } from './MoreButton'
import { Notes } from './Notes'
import { OpenFile } from './OpenFile'
import { openedBy, type Opened } from './opening'
import { stateInWords } from './SentenceCard'
import { ShareButton } from './ShareButton'
import { PhoneMore, PhoneTransport, Transport } from './Transport'
import { useAddress } from './useAddress'
import { useMedia } from './useMedia'

const Compare = lazy(async () => ({ default: (await import('../compare')).Compare }))

function useLabCommands(player: Player, scenario: Scenario, beside: readonly Scenario[]) {
  const list = useMemo(
    () =>
      labCommands(
        player,
        scenario,
        {
          announceState() {
            const { trace, playhead } = player.store.getState()
            announcer.announce(`${stateInWords(trace, playhead)} ${contentsInWords(trace, playhead)}`)
          },
          share: () => labTools.share(true),
          preferSpeed: (speed) => preferences.prefer({ speed }),
        },
        beside,
      ),
    [player, scenario, beside],
  )
  useCommands(list)
  return useMemo(() => new Map(list.map((command) => [command.id, command])), [list])
}

/** The Lab: a run of any scenario, to be stepped, broken and repaired. It opens what the address says, or `opened`. */
export function Lab({ opened }: { readonly opened?: Opened }) {
  const [first] = useState(() => opened ?? openedBy(location.hash))
  const [{ player, studio }] = useState(() => playerWithStudio(first.opening, preferences.store.getState().speed))
  const { scenario, beside, title } = usePlayer(player, (state) => ({
    scenario: state.scenario,
    beside: state.beside,
    title: headingOf(state).title,
  }))
  const { problem, dismissProblem } = useAddress(player, studio, first.problem)
  const linkProblem = useStudio(studio, (state) => state.linkProblem)
  const dismiss = () => {
    dismissProblem()
    studio.dismissProblem()
  }
  const notes = <Notes problem={problem ?? linkProblem} onDismissProblem={dismiss} />
  const commands = useLabCommands(player, scenario, beside)
  const lab = useMemo(() => ({ player, commands }), [player, commands])
  const isPhone = useMedia('(width < 700px)')
  usePageTitle(title)
  useEffect(() => player.pause, [player])
  useEffect(() => {
    if (first.own !== undefined) void studio.open(first.opening, first.own)
    return studio.stop
  }, [studio, first])
  return (
    <LabContext value={lab}>
      <HeaderSlot>
        <ShareButton />
        {!isPhone && <ExportButton />}
        {!isPhone && <MoreButton />}
      </HeaderSlot>
      <OpenFile />
      <StudioContext value={studio}>
        {beside.length === 0 ? (
          <Layout notes={notes} />
        ) : (
          <ErrorBoundary name="The comparison">
            <Suspense fallback={<PageSkeleton />}>
              <Compare
                notes={notes}
                isPhone={isPhone}
                transport={isPhone ? <PhoneTransport /> : <Transport />}
                more={<PhoneMore />}
              />
            </Suspense>
          </ErrorBoundary>
        )}
      </StudioContext>
    </LabContext>
  )
}
