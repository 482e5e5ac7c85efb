/** The catalogue of faults, in the order in which their steps are listed. */
import { crash } from './crash'
import { evict } from './evict'
import { expire } from './expire'
import type { Fault } from './fault'

export const faults: readonly Fault[] = [crash, evict, expire]
