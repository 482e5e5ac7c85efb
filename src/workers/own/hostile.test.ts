import variant from '@jitl/quickjs-wasmfile-release-sync'
import { describe, expect, it } from 'vitest'
import { ProgramRefused } from '../../model/engine/script'
import { check } from '../../model/explore/check'
import { adopted } from '../../model/own/adopt'
import { OwnRefused, type Role } from '../../model/own/own'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { hostile, type Hostile } from './hostile.fixture'
import { Teacher } from './teacher'

const teacher = new Teacher(variant)
const scenario = scenarioNamed('stale-fill')!

const textOf = ({ text, lines = [] }: Hostile): string =>
  text ?? ['export const f = function* ({ cache, database, queue, timer, fill }, key) {', ...lines, '}'].join('\n')

/** Reads, adopts and checks a program; what was wrong with it. */
async function troubleWith(role: Role, text: string): Promise<OwnRefused | ProgramRefused | null> {
  try {
    const { uses } = await teacher.read(role, text)
    const own = adopted(scenario, role, { text, packed: '' }, { begunFrom: scenario.protocol[role], uses })
    check(own)
    return null
  } catch (error) {
    if (error instanceof OwnRefused || error instanceof ProgramRefused) return error
    throw error
  }
}

describe('a program that', () => {
  it.each(hostile)('$is is refused in one sentence with its line', async (each) => {
    const trouble = await troubleWith(each.role ?? 'read', textOf(each))
    const said = trouble instanceof ProgramRefused ? trouble.why : trouble?.message
    if (typeof each.says === 'string') expect(said).toBe(each.says)
    else expect(said).toMatch(each.says)
    expect(trouble?.line).toBe(each.line)
  })

  it('was refused leaves nothing behind for the next one', async () => {
    const good =
      'export const f = function* ({ cache, database, fill }, key) {\n  const hit = yield* cache.get(key)\n  if (hit.found) return hit.version\n  const row = yield* database.select(key)\n  yield* fill(key, row)\n  return row.version\n}'
    for (const each of hostile.slice(0, 8)) {
      await troubleWith('read', textOf(each))
      expect(await troubleWith('read', good)).toBeNull()
    }
  })

  it('was refused is refused again in the same words', async () => {
    for (const each of hostile) {
      const [first, second] = [
        await troubleWith(each.role ?? 'read', textOf(each)),
        await troubleWith(each.role ?? 'read', textOf(each)),
      ]
      expect([second?.message, second?.line]).toEqual([first?.message, first?.line])
    }
  })
})
