/** The list of lies is complete and can be told, and a lie that nobody notices is reported. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faults } from '../../src/model/engine/faults'
import { requestKinds } from '../../src/model/engine/resources'
import { guards } from '../../src/model/guards'
import { properties } from '../../src/model/properties'
import { protocols } from '../../src/model/protocols'
import { projectRoot } from '../project.mjs'
import { openLane, type Ran } from './lane.mjs'
import { told, type Lie } from './lie.mjs'
import { lies, sample } from './list.mjs'
import { tellAll } from './tellAll.mjs'

/** Everything that is registered, with the file of lies where it belongs. */
const registered = [
  ...[...requestKinds.keys()].map((name) => ['request', name, 'cacheRequests or databaseRequests'] as const),
  ...guards.map(({ name }) => ['guard', name, 'fillGuards or writeGuards'] as const),
  ...[...Object.keys(protocols.read), ...Object.keys(protocols.write)].map(
    (name) => ['pattern', name, 'patterns'] as const,
  ),
  ...properties.map(({ name }) => ['property', name, 'properties'] as const),
  ...faults.map(({ name }) => ['fault', name, 'faults'] as const),
]

/** What to do about everything that no lie is about. */
const untoldAmong = (list: readonly Lie[]) =>
  registered
    .filter(([, name]) => !list.some(({ of }) => of === name))
    .map(([what, name, file]) => `No lie is about the ${what} "${name}". Add one to scripts/mutants/lies (${file}).`)

const twice = (items: readonly string[]) => items.filter((item, index) => items.indexOf(item) !== index)

describe('the list of lies', () => {
  it('has one about every request, guard, pattern, property and fault that is registered', () => {
    expect(untoldAmong(lies)).toEqual([])
    expect(twice(registered.map(([, name]) => name))).toEqual([])
  })

  it('says which is missing, and what to do', () => {
    expect(untoldAmong(lies.filter(({ of }) => of !== 'lease'))).toContain(
      'No lie is about the guard "lease". Add one to scripts/mutants/lies (fillGuards or writeGuards).',
    )
  })

  it('has at least thirty-two, no two of them alike, and a few of them in the sample', () => {
    expect(lies.length).toBeGreaterThanOrEqual(32)
    expect(twice(lies.map(({ of, says }) => `${of}: ${says}`))).toEqual([])
    expect(twice(lies.map(({ file, from, to }) => JSON.stringify([file, from, to])))).toEqual([])
    expect([sample.length >= 6, sample.length <= 16, sample.every((lie) => lies.includes(lie))]).toEqual([
      true,
      true,
      true,
    ])
  })

  it('can be told: what each one replaces stands exactly once in its file, and its tests are there', () => {
    const same = lies.filter((lie) => {
      const text = readFileSync(join(projectRoot, lie.file), 'utf8')
      return told(text, lie) === text
    })
    const missing = lies.flatMap(({ tests }) => tests).filter((path) => !existsSync(join(projectRoot, path)))
    expect([same, missing, lies.filter(({ tests }) => tests.length === 0)]).toEqual([[], [], []])
  })

  it('names what each is about as the registries do, and tells it in one sentence without a full stop', () => {
    const odd = lies.filter(
      ({ of, says }) => !/^[a-z]+[A-Za-z-]*(\.[A-Za-z]+)?$/.test(of) || !/^[a-z].{15,}[^.]$/.test(says),
    )
    expect(odd).toEqual([])
  })
})

const lie = (more: Partial<Lie> = {}): Lie => ({
  of: 'cache.compareAndSetNewer',
  says: 'an equal version counts as newer',
  file: 'src/model/engine/resources/compareAndSet.ts',
  from: 'version > present',
  to: 'version >= present',
  tests: ['src/model/engine/resources/compareAndSet.test.ts'],
  ...more,
})

describe('a lie', () => {
  it('cannot be told where what it replaces does not stand exactly once', () => {
    const words = (count: number) =>
      `src/model/engine/resources/compareAndSet.ts: the text that "an equal version counts as newer" replaces stands there ${count} times, not once. Write the lie anew.`
    expect(() => told('version', lie())).toThrow(words(0))
    expect(() => told('version > present, version > present', lie())).toThrow(words(2))
  })

  it('takes the place of the truth as it is written, signs and all', () => {
    expect(told('a b c', lie({ from: 'b', to: '$& $1' }))).toBe('a $& $1 c')
  })

  it('is caught where a test fails, and a change that changes nothing is missed', { timeout: 120_000 }, async () => {
    const lane = openLane('trial')
    try {
      const caught = await lane.tell(lie())
      const missed = await lane.tell(lie({ to: 'present < version' }))
      expect([caught.failed > 0, missed.failed > 0, missed.passed > 0]).toEqual([true, false, true])
      expect(caught.output).toMatch(/compareAndSet\.test\.ts: .* refuses an equal or newer one$/)
    } finally {
      lane.close()
    }
  })
})

describe('a run', () => {
  const ran = (passed: number, failed: number): Ran => ({ passed, failed, output: 'what the tests said' })
  const noticed = lie({ says: 'one that is noticed' })
  const unnoticed = lie({ says: 'one that is not' })

  async function report(list: readonly Lie[], truth = ran(3, 0)): Promise<readonly [number, readonly string[]]> {
    const said: string[] = []
    const lane = {
      run: () => Promise.resolve(truth),
      tell: (one: Lie) => Promise.resolve(one === noticed ? ran(1, 1) : ran(2, 0)),
    }
    return [await tellAll(list, [lane], (line) => void said.push(line)), said]
  }

  it('is good when every lie is caught', async () => {
    expect(await report([noticed])).toEqual([
      0,
      ['caught  cache.compareAndSetNewer     one that is noticed', '1 of 1 lies caught'],
    ])
  })

  it('fails when one is missed, and names it', async () => {
    expect(await report([unnoticed, noticed])).toEqual([
      1,
      [
        'MISSED  cache.compareAndSetNewer     one that is not',
        'caught  cache.compareAndSetNewer     one that is noticed',
        '1 of 2 lies caught',
      ],
    ])
  })

  it.each([
    ['fail', ran(2, 1)],
    ['do not run', ran(0, 0)],
  ])('tells nothing when the tests %s anyway', async (_what, truth) => {
    expect(await report([noticed], truth)).toEqual([
      1,
      ['The tests fail before any lie is told, so that they prove nothing. Mend them first.', 'what the tests said'],
    ])
  })
})
