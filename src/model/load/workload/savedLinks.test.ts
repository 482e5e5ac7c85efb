import { describe, expect, it } from 'vitest'
import { savedLinksIn } from '../../testing/savedLinks'
import corpus from '../../testing/savedLinks/load.txt?raw'
import { isLoadProblem, readLoadLink, writeLoadLink } from './link'
import { letters } from './linkWords'
import { parts } from './parts'
import { printWorkload } from './print'

const saved = savedLinksIn(corpus)

/** What is run and compared; titles and texts may be improved. */
function restored(link: string): readonly string[] {
  const read = readLoadLink(link)
  if (isLoadProblem(read)) return [read.message]
  const workload = { ...read.workload, title: '', about: '' }
  return printWorkload({ ...read, workload })
    .trim()
    .split('\n')
}

describe('a link to runs under load that was given away', () => {
  it.each(saved.map(({ link, restores }) => [link, restores] as const))('%s restores what it did', (link, restores) => {
    expect(restored(link)).toEqual(restores)
    const read = readLoadLink(link)
    expect(isLoadProblem(read) ? [read.message] : restored(writeLoadLink(read))).toEqual(restores)
  })

  it('is there for every word that such a link may have', () => {
    const used = new Set(
      saved.flatMap(({ link }) => (link.split('?')[1] ?? '').split('&').map((word) => word.split('=')[0])),
    )
    expect([...parts.map(({ name }) => name), ...letters, 'on'].filter((name) => !used.has(name))).toEqual([])
  })
})
