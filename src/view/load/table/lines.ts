/** How long the programs of a strategy are, in lines of the text that runs; loaded when it is asked for. */
import type { Strategy } from '../../../model/load/strategy'

export async function loadLines(): Promise<(strategy: Strategy) => number> {
  const { sources } = await import('virtual:program-sources')
  const linesOf = (name: string): number =>
    (sources[name]?.lines ?? []).filter((line) =>
      line.some(({ text, tone }) => tone !== 'comment' && text.trim() !== ''),
    ).length
  return ({ protocol, guards }) =>
    [protocol.read, protocol.write, ...Object.keys(guards)].reduce((sum, name) => sum + linesOf(name), 0)
}
