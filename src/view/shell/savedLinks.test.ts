import { board } from 'virtual:claims'
import { describe, expect, it } from 'vitest'
import { allProperties } from '../../model/explore/matrix'
import { savedLinksIn, type SavedLink } from '../../model/testing/savedLinks'
import matrixLinks from '../../model/testing/savedLinks/matrix.txt?raw'
import pageLinks from '../../model/testing/savedLinks/pages.txt?raw'
import { setupOf } from '../matrix/setup'
import { pathOf } from './hashLocation'
import { routes } from './routes'

const blocks = (text: string) =>
  savedLinksIn(text).map(({ link, restores }): [string, SavedLink['restores']] => [link, restores])

/** The parts of a path that a route's pattern names; null where the path is not of this route. */
function partsOf(pattern: string, path: string): readonly (readonly [name: string, value: string])[] | null {
  const [wanted, given] = [pattern, path].map((text) => text.split('/').slice(1))
  if (wanted === undefined || given === undefined || given.length > wanted.length) return null
  const parts = wanted.map((part, index) => [part, given[index] ?? ''] as const)
  const fits = parts.every(([part, value]) =>
    part.startsWith(':') ? part.endsWith('?') || value !== '' : part === value,
  )
  if (!fits) return null
  return parts.flatMap(([part, value]) =>
    part.startsWith(':') && value ? [[part.slice(1).replace('?', ''), value]] : [],
  )
}

function openedPage(link: string): readonly string[] {
  for (const { path } of routes) {
    const parts = partsOf(path, pathOf(link))
    if (parts === null) continue
    const id = parts.find(([name]) => name === 'id')?.[1].toUpperCase()
    const claim = board.filter((row) => row.id === id).map((row) => `claim ${row.id}`)
    return [`page ${path}`, ...parts.map(([name, value]) => `${name} ${value}`), ...claim]
  }
  return ['no page']
}

function openedMatrix(link: string): readonly string[] {
  const { read, profile, isWarm, check } = setupOf(link)
  const properties = check.length === allProperties.length ? 'all' : check.join(' ')
  return [`read ${read}`, `faults ${profile.id}`, `start ${isWarm ? 'warm' : 'cold'}`, `check ${properties}`]
}

describe('an address that was given away', () => {
  it.each(blocks(pageLinks))('%s opens its page', (link, restores) => {
    expect(openedPage(link)).toEqual(restores)
  })

  it.each(blocks(matrixLinks))('%s opens its matrix', (link, restores) => {
    expect(openedMatrix(link)).toEqual(restores)
  })

  it('is there for every page and every claim', () => {
    const pages = blocks(pageLinks).flatMap(([, restores]) => restores)
    expect(routes.map(({ path }) => `page ${path}`).filter((page) => !pages.includes(page))).toEqual([])
    expect(board.map(({ id }) => `claim ${id}`).filter((claim) => !pages.includes(claim))).toEqual([])
  })
})
