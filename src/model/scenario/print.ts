/**
 * A scenario as the text of its file, such that parsing the text gives the scenario back. Written by
 * hand, so that showing or saving a scenario needs no YAML library; texts that YAML could misread are
 * put in double quotes, whose rules are those of JSON.
 */
import { faults } from '../engine/faults'
import { isSameValue, printedValue } from './faultValues'
import { printedGuardValue } from './guardValues'
import { operationText } from './operations'
import type { Operation, Scenario, Versions } from './scenario'
import { versionText } from './versionText'
import { list, map, text } from './yamlText'

/** The text, ending with a line break. Fields that say nothing are left out. */
export function printScenario(scenario: Scenario): string {
  const { start, composed = {}, protocol, guards, clients } = scenario
  const versions = (found: Versions) =>
    Object.entries(found).map(([key, version]): [string, string] => [key, versionText(key, version, composed)])
  const lines: [name: string, text: string][] = [
    ['scenario', text(scenario.scenario)],
    ['title', text(scenario.title)],
    ['about', text(scenario.about)],
    ['twin', text(scenario.twin)],
    [
      'start',
      map([
        ['database', map(versions(start.database))],
        ['cache', map(versions(start.cache)) || '{}'],
      ]),
    ],
    ['composed', map(Object.entries(composed).map(([key, rows]) => [key, list(rows)]))],
    [
      'protocol',
      map([
        ['read', protocol.read],
        ['write', protocol.write],
      ]),
    ],
    ['guards', map(Object.entries(guards).map(([name, value]) => [name, printedGuardValue(name, value)]))],
    ['clients', map(clients.map(({ name, operations }) => [name, list(grouped(operations))]))],
    ['repeat', scenario.repeat === undefined ? '' : String(scenario.repeat)],
    ['seed', scenario.seed === undefined ? '' : String(scenario.seed)],
    ['faults', map(faultEntries(scenario.faults))],
    ['check', list(scenario.check)],
    ['expect', map(entries(scenario.expect))],
    ['schedule', scenario.schedule.join(' ')],
  ]
  return lines.map(([name, value]) => (value === '' ? '' : `${name}: ${value}\n`)).join('')
}

const entries = (record: Readonly<Record<string, string | number>>): [string, string][] =>
  Object.entries(record).map(([name, value]) => [name, String(value)])

const faultEntries = (chosen: Scenario['faults']): [string, string][] =>
  faults
    .filter(({ name, absent }) => !isSameValue(chosen[name], absent))
    .map(({ name }) => [name, printedValue(chosen[name])])

/** Operations as words; neighbouring open choices become `3 any`. */
function grouped(operations: readonly Operation[]): string[] {
  const words: string[] = []
  let open = 0
  const close = () => {
    if (open > 0) words.push(open === 1 ? 'any' : `${open} any`)
    open = 0
  }
  for (const operation of operations) {
    if (operation.kind === 'any') open++
    else {
      close()
      words.push(operationText(operation))
    }
  }
  close()
  return words
}
