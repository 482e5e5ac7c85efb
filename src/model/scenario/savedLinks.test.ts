import { describe, expect, it } from 'vitest'
import { faults } from '../engine/faults'
import { guards } from '../guards'
import { restoredMoment, savedLinksIn } from '../testing/savedLinks'
import corpus from '../testing/savedLinks/lab.txt?raw'
import { catalogue } from './catalogue'
import { isProblem, readLink, writeLink } from './link'
import { readWords, writeWords } from './vocabulary'
import { workloadWords } from './workload'

const saved = savedLinksIn(corpus)

describe('a link that was given away', () => {
  it.each(saved.map(({ link, restores }) => [link, restores] as const))('%s restores what it did', (link, restores) => {
    const read = readLink(link)
    expect(isProblem(read) ? [read.message] : restoredMoment(read)).toEqual(restores)
  })

  it('and was read is written to a link that restores the same', () => {
    for (const { link, restores } of saved) {
      const read = readLink(link)
      if (isProblem(read)) throw new Error(`${link}: ${read.message}`)
      const again = readLink(writeLink(read))
      expect(isProblem(again) ? [link, again.message] : restoredMoment(again)).toEqual(restores)
    }
  })
})

/** The words of all saved links, `name` and `name=value`. */
const words = new Set(
  saved.flatMap(({ link }) =>
    (link.split('?')[1] ?? '').split('&').flatMap((word) => [word.split('=')[0] ?? '', word]),
  ),
)

describe('the corpus of saved links', () => {
  it('has every scenario of the catalogue by its name alone', () => {
    const names = new Set(saved.map(({ link }) => link))
    expect(catalogue.filter(({ scenario }) => !names.has(`#/lab/${scenario}`)).map(({ scenario }) => scenario)).toEqual(
      [],
    )
  })

  it('has every kind of word: each guard, pattern and fault, and what says who does what and which run', () => {
    const wanted = [
      ...guards.map(({ name }) => name),
      ...faults.map(({ name }) => name),
      ...readWords.built.map((name) => `read=${name}`),
      ...writeWords.built.map((name) => `write=${name}`),
      ...workloadWords,
      ...['beside', 'run', 'drawn', 'at'],
    ]
    expect(wanted.filter((word) => !words.has(word))).toEqual([])
  })
})
