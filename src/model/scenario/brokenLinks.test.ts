import { describe, expect, it } from 'vitest'
import { replay } from '../engine/replay'
import { brokenLinks } from '../testing/brokenLinks'
import { isProblem, readLink } from './link'

/** `npm run bench` follows a hundred thousand. */
const COUNT = 2_000

describe('broken links', () => {
  it('are each refused with one sentence and a place in the link, or open a run that can be played', () => {
    const links = brokenLinks(1)
    let opened = 0
    for (let count = 0; count < COUNT; count++) {
      const link = links.next().value
      const read = readLink(link)
      if (isProblem(read)) {
        const { message, line, column } = read
        expect({ link, message, line }).toEqual({
          link,
          message: expect.stringMatching(/^\S.*[.?]$/s) as string,
          line: 1,
        })
        expect(column >= 1 && column <= Math.max(1, link.length + 1)).toBe(true)
      } else {
        opened++
        const { steps } = replay(read.edited, read.schedule.slice(0, 200))
        expect(steps.length).toBeLessThanOrEqual(200)
      }
    }
    expect(opened).toBeGreaterThan(COUNT / 10)
    expect(opened).toBeLessThan(COUNT / 2)
  })

  it('are the same for the same seed', () => {
    const some = (seed: number) =>
      Array.from(
        { length: 50 },
        (
          (links) => () =>
            links.next().value
        )(brokenLinks(seed)),
      )
    expect(some(3)).toEqual(some(3))
    expect(some(3)).not.toEqual(some(4))
  })
})
