import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRecording } from './readRecording'
import { replayRecording } from './replayRecording'

const folder = new URL('./fixtures/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('_'))

describe('the model does what real servers were recorded to do', () => {
  it.each(names)('%s', (name) => {
    const read = readRecording(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), name)
    expect(read).not.toHaveProperty('problem')
    if ('recording' in read) expect(replayRecording(read.recording).difference).toBeNull()
  })
})
