/**
 * What real servers answered, replayed on the model; and recordings that nobody recorded, derived from what the
 * servers' documents say, for requests that no real one holds.
 */
import { describe, expect, it } from 'vitest'
import { derived, fixture, recorded } from './fixtures.fixture'
import { replayRecording } from './replayRecording'

describe('the model answers as redis, memcached and PostgreSQL did when this was recorded', () => {
  it.each(recorded)('%s', (name) => {
    expect(replayRecording(fixture(name))).toMatchObject({ difference: null })
  })
})

describe('the model answers as the documents of the servers say (derived, not recorded)', () => {
  it.each(derived)('%s', (name) => {
    expect(replayRecording(fixture(name))).toMatchObject({ difference: null })
  })
})
