/** The sweeps. Adding one means its own file, its line here and its tests. */
import { delay } from './delay'
import { flush } from './flush'
import { lag } from './lag'
import { lifetime } from './lifetime'
import type { Sweep } from './sweep'

export type { Boundary, Sweep, Zero } from './sweep'
export type { Proof } from './proof'

export const sweeps: readonly Sweep[] = [delay, flush, lifetime, lag]
