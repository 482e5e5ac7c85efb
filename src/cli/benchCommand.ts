/**
 * `bench FILE [--json] [--every-world]`: explores a scenario's worlds three times, without judging them, and says how
 * fast; `--every-world` stores also those in which alike clients have changed places.
 */
import { exitCodes, type ExitCode, type Host } from './host'
import { scenariosIn } from './scenarioFiles'
import { checking } from '../model/explore/check'
import { problemText } from '../model/scenario/problem'
import type { Scenario } from '../model/scenario/scenario'

const REPEATS = 3

interface Measured {
  readonly scenario: string
  readonly states: number
  readonly transitions: number
  /** The fastest of the repeats. */
  readonly milliseconds: number
  /** Of the explorer's tables. */
  readonly bytes: number
}

export function benchCommand(args: readonly string[], host: Host): ExitCode {
  const files = args.filter((arg) => !['--json', '--every-world'].includes(arg))
  if (files.length === 0 || files.some((file) => file.startsWith('-'))) {
    host.note('"bench" takes a scenario file. Write: bench FILE [--json] [--every-world].')
    return exitCodes.wrong
  }
  const { found, problems } = scenariosIn(files)
  for (const problem of problems) host.note(problemText(problem))
  if (problems.length > 0) return exitCodes.wrong
  for (const { scenario } of found) {
    const measured = measure(scenario, host, !args.includes('--every-world'))
    host.say(args.includes('--json') ? JSON.stringify(measured) : inWords(measured))
  }
  return exitCodes.fine
}

function measure(scenario: Scenario, host: Host, isSymmetric: boolean): Measured {
  const times: number[] = []
  let states = 0
  let transitions = 0
  let bytes = 0
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const began = host.now()
    const steps = checking({ ...scenario, check: [] }, { budget: { worlds: Infinity }, isSymmetric })
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        ;({ states, transitions } = step.value)
        break
      }
      bytes = step.value.bytes
    }
    times.push(host.now() - began)
    host.note(`${scenario.scenario}: ${repeat + 1} of ${REPEATS}`)
  }
  return { scenario: scenario.scenario, states, transitions, milliseconds: Math.min(...times), bytes }
}

function inWords({ scenario, states, transitions, milliseconds, bytes }: Measured): string {
  const count = (value: number) => value.toLocaleString('en')
  const rate = count(Math.round((states / milliseconds) * 1000))
  const each = (bytes / states).toFixed(1)
  return `${scenario}: ${count(states)} worlds, ${count(transitions)} transitions, ${rate} worlds a second, ${each} bytes a world`
}
