/** The address that opens a zoomed read in the Lab, at its end. */
import staleFill from '../../scenario/catalogue/stale-fill.scenario.yaml'
import { withRun } from '../../scenario/linkRun'
import { linkTo } from '../../scenario/linkWords'
import type { Zoomed } from './zoom'

export const zoomLink = ({ scenario, schedule }: Pick<Zoomed, 'scenario' | 'schedule'>): string =>
  withRun(linkTo(staleFill, scenario), schedule, schedule.length)
