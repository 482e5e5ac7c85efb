/** Everything that happens without being asked for, each in its own file, in the order in which it starts. */
import type { Part } from './part'

const parts: readonly Part[] = []

/** What has to be started for this workload and strategy. */
export const daemons = (crew: Parameters<Part>[0]): readonly (() => void)[] => parts.flatMap((part) => part(crew) ?? [])
