import { useEffect, useState } from 'react'
import type { Studio } from '../own/studio'
import type { Player } from '../player/player'
import { replaceAddress } from '../shell/hashLocation'
import { addressOf, openedBy } from './opening'

/**
 * Keeps the address and the player in step. The address is only rewritten when the player moves, so that a broken link
 * stays to be looked at until then.
 * @returns what is wrong with the link that was followed last, and how to send that away
 */
export function useAddress(player: Player, studio: Studio, problemAtFirst: string | null) {
  const [problem, setProblem] = useState(problemAtFirst)
  useEffect(() => {
    const stop = player.store.subscribe((state, before) => {
      const isSame = (['playhead', 'tip', 'scenario', 'beside'] as const).every((name) => state[name] === before[name])
      if (isSame) return
      replaceAddress(addressOf(state))
    })
    const follow = () => {
      if (!/^#?\/?lab(\/|\?|$)/.test(location.hash) || location.hash === addressOf(player.store.getState())) return
      const { opening, own, problem: found } = openedBy(location.hash)
      setProblem(found)
      studio.stop()
      if (found === null) player.open(opening)
      if (own !== undefined) void studio.open(opening, own)
    }
    addEventListener('hashchange', follow)
    return () => {
      stop()
      removeEventListener('hashchange', follow)
    }
  }, [player, studio])
  return { problem, dismissProblem: () => setProblem(null) }
}
