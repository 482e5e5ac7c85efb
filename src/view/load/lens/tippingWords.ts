/** Where a stock tips, in words and numbers. */
import type { Workload } from '../../../model/load/workload/workload'
import { figures, shown } from '../format'
import type { Stock } from './flows'

const rate = (value: number): string => shown(value, 'per second')

/** The load at which it tips, in the workload's own terms. */
function tipsAtWords({ arrivals }: Workload, tipsAt: number): string {
  if (arrivals.kind === 'open') return `${rate(arrivals.perSecond * tipsAt)} operations`
  return `${figures(tipsAt)} times this load`
}

export function tippingWords(workload: Workload, { isQueue, balance }: Stock): string {
  const { fill, drain, tipsAt } = balance
  const what = isQueue ? 'The stock fills at' : 'The database is asked for the work of'
  const unit = isQueue ? '' : ' updates'
  if (drain === null) return `${what} ${rate(fill)}${unit}, and nothing limits how much is done: it never tips.`
  const now = `${what} ${rate(fill)}${unit} and ${isQueue ? 'drains at up to' : 'can do'} ${rate(drain)}.`
  if (tipsAt === null) return `${now} However many updates come, there are no more keys than that: it never tips.`
  if (tipsAt <= 1) return `${now} It has tipped: from ${tipsAtWords(workload, tipsAt)} on it only grows.`
  return `${now} It tips at ${tipsAtWords(workload, tipsAt)}.`
}
