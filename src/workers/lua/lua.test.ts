/** Real Lua on the model's cache, compared with what Redis answered. */
import { describe, expect, it } from 'vitest'
import edgeCases from '../../model/recordings/fixtures/_seed-cas-edge-cases.json'
import { callOf, ttlAgrees } from './edgeCase'
import { Lua } from './luaScript'
import type { ScriptCall } from './messages'
import { equalRule, newerRule } from './scripts'

const lua = new Lua()
const now = () => Date.now()
const call = (before: ScriptCall['before'], ...args: string[]): ScriptCall => ({
  key: 'x',
  before,
  lasts: null,
  passes: 0,
  args,
})

describe('the rule that compares for equality answers as it did on a real server', () => {
  it.each(edgeCases.cases.map((each) => [each.case, each] as const))('%s', async (_name, recorded) => {
    const answer = await lua.run(equalRule, callOf(recorded), now)
    const reply = answer.error === null ? answer.reply : `ERR: ${answer.error.replace(/^line \d+: /, '')}`
    expect([reply, answer.after]).toEqual([recorded.reply, recorded.after])
    expect(ttlAgrees(recorded.ttl, answer.lasts)).toBe(true)
  })
})

describe('two writers, the second one’s store arriving first', () => {
  it('end with the older version under the rule that compares for equality', async () => {
    const first = await lua.run(equalRule, call('1:a', '2', '3', 'c', '60'), now)
    const second = await lua.run(equalRule, call(first.after, '1', '2', 'b', '60'), now)
    expect([first.reply, second.reply, second.after]).toEqual([1, 0, '2:b'])
  })

  it('end with the newer version under the rule that asks which is newer', async () => {
    const first = await lua.run(newerRule, call('1:a', '2', '3', 'c', '60'), now)
    const second = await lua.run(newerRule, call(first.after, '1', '2', 'b', '60'), now)
    expect([first.reply, second.reply, second.after]).toEqual([0, 1, '3:c'])
  })
})

describe('a script that does harm', () => {
  it.each([
    ['loops for ever', 'while true do end', /more than 500 ms/],
    ['grows for ever', 'local t = {} for i = 1, 1e9 do t[i] = i .. "x" end', /memory|more than 500 ms/],
    ['does not parse', 'return return', /^line 1: /],
    ['asks for a key that it did not name', "return redis.call('GET', 'y')", /not in KEYS/],
    ['asks for an unknown command', "return redis.call('KEYS', '*')", /Unknown Redis command/],
    ['wants to load code', "return load('return 1')()", /nil value/],
    ['wants the system', 'return os.exit()', /nil value/],
    ['raises an error of its own', "error('enough')", /enough/],
    ['asks with a table', "return redis.call('GET', {})", /must be strings or integers/],
  ])('%s and is answered with one sentence', async (_what, script, sentence) => {
    const { error, after } = await lua.run(script, call('1:a'), now)
    expect(error).toMatch(sentence)
    expect(error).not.toContain('\n')
    expect(after).toBe('1:a')
  })
})
