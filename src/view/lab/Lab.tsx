import { useEffect, useMemo, useState } from 'react'
import type { Scenario } from '../../model/scenario/scenario'
import { useCommands } from '../commands/useCommands'
import { wallClock } from '../player/clock'
import { createPlayer, type Player } from '../player/player'
import { usePlayer } from '../player/usePlayer'
import { preferences } from '../preferences/preferences'
import { announcer } from '../shell/announcer'
import { CopyButton } from '../shell/CopyButton'
import { copyText } from '../shell/copyText'
import { HeaderSlot } from '../shell/HeaderSlot'
import { usePageTitle } from '../shell/usePageTitle'
import { contentsInWords } from './contentsInWords'
import { ExportButton } from './ExportButton'
import { headingOf } from './heading'
import { labCommands } from './labCommands'
import { LabContext } from './labContext'
import { Layout } from './Layout'
import { MoreButton } from './MoreButton'
import { Notes } from './Notes'
import { OpenFile } from './OpenFile'
import { addressOf, openedBy, type Opened } from './opening'
import { stateInWords } from './SentenceCard'
import { useAddress } from './useAddress'
import { useMedia } from './useMedia'

const copied = 'The link to this moment is copied.'

/** The whole link to what the player shows. */
const linkTo = (player: Player): string => new URL(addressOf(player.store.getState()), location.href).href

function useLabCommands(player: Player, scenario: Scenario) {
  const list = useMemo(
    () =>
      labCommands(player, scenario, {
        announceState() {
          const { trace, playhead } = player.store.getState()
          announcer.announce(`${stateInWords(trace, playhead)} ${contentsInWords(trace, playhead)}`)
        },
        share: () => void copyText(linkTo(player)).then((isCopied) => isCopied && announcer.announce(copied)),
        preferSpeed: (speed) => preferences.prefer({ speed }),
      }),
    [player, scenario],
  )
  useCommands(list)
  return useMemo(() => new Map(list.map((command) => [command.id, command])), [list])
}

/** The Lab: a run of any scenario, to be stepped, broken and repaired. It opens what the address says, or `opened`. */
export function Lab({ opened }: { readonly opened?: Opened }) {
  const [first] = useState(() => opened ?? openedBy(location.hash))
  const [player] = useState(() => createPlayer(first.opening, wallClock, preferences.store.getState().speed))
  const { scenario, title } = usePlayer(player, (state) => ({ scenario: state.scenario, ...headingOf(state) }))
  const { problem, dismissProblem } = useAddress(player, first.problem)
  const commands = useLabCommands(player, scenario)
  const lab = useMemo(() => ({ player, commands }), [player, commands])
  const isPhone = useMedia('(width < 700px)')
  usePageTitle(title)
  useEffect(() => player.pause, [player])
  return (
    <LabContext value={lab}>
      <HeaderSlot>
        <CopyButton icon="link" text={() => linkTo(player)} said={copied}>
          Share this moment
        </CopyButton>
        {!isPhone && <ExportButton />}
        {!isPhone && <MoreButton />}
      </HeaderSlot>
      <OpenFile />
      <Layout notes={<Notes problem={problem} onDismissProblem={dismissProblem} />} />
    </LabContext>
  )
}
