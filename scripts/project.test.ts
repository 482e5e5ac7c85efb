import { describe, expect, it } from 'vitest'
import { findChromium } from './chromium.mjs'
import { holdsEveryPackage, nodeProblem } from './project.mjs'

const range = '^20.19 || ^22.13 || >=24'

describe('the Node check', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.13.1', 'v24.0.0', 'v25.1.0'])('accepts %s', (version) => {
    expect(nodeProblem(version, range)).toBeNull()
  })

  it.each(['v18.20.0', 'v20.18.3', 'v21.7.0', 'v22.12.0', 'v23.5.0'])('refuses %s in one sentence', (version) => {
    expect(nodeProblem(version, range)).toBe(`CacheScope needs Node ${range}, and this is ${version}.`)
  })

  it('does not guess at a range that it cannot read', () => {
    expect(() => nodeProblem('v20.19.0', '20.x')).toThrow('engines.node has a part that is not understood: "20.x"')
  })
})

describe('an install is complete', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  }

  it('without the packages of other platforms', () => {
    expect(holdsEveryPackage(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  })

  it('only with every package that is not optional', () => {
    expect(holdsEveryPackage(locked, { 'node_modules/b': { version: '2.0.0' } })).toBe(false)
  })

  it('only in the versions of the lock file', () => {
    expect(holdsEveryPackage(locked, { 'node_modules/a': { version: '1.0.1' } })).toBe(false)
  })
})

describe('finding Chromium', () => {
  it('takes the path that was asked for before any other', () => {
    expect(findChromium(process.execPath, { CHROMIUM_PATH: process.execPath, PATH: '' })).toBe(process.execPath)
  })

  it("passes over a path where nothing can be run and takes Playwright's own", () => {
    expect(findChromium(process.execPath, { CHROMIUM_PATH: '/nowhere/chromium', PATH: '' })).toBe(process.execPath)
  })

  it('finds none on an empty machine', () => {
    expect(findChromium('/nowhere/chromium', { PATH: '' })).toBeNull()
  })
})
