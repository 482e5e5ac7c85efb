/** How long the programs of a strategy are, in lines of the text that runs. */
import { sources } from 'virtual:program-sources'
import type { Strategy } from '../../model/load/strategy'

const linesIn = (name: string): number =>
  (sources[name]?.lines ?? []).filter((line) => line.some(({ text, tone }) => tone !== 'comment' && text.trim() !== ''))
    .length

export const linesOf = ({ protocol, guards }: Strategy): number =>
  [protocol.read, protocol.write, ...Object.keys(guards)].reduce((sum, name) => sum + linesIn(name), 0)
