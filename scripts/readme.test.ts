/**
 * The README and the documents, held to the product: links to moments replay, links to files lead somewhere, what a command
 * is said to print is what it prints, and the index of decisions lists them all.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../src/cli/runCommand'
import { replay } from '../src/model/engine/replay'
import { isProblem, readLink } from '../src/model/scenario/link'
import { projectRoot } from './project.mjs'

const PICTURE_MAX_BYTES = 150 * 1024

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const namesIn = (folder: string, pattern: RegExp) =>
  readdirSync(join(projectRoot, folder)).filter((name) => pattern.test(name))

const readme = read('README.md')
const records = namesIn('docs/adr', /^\d{4}-.*\.md$/)
const documents = [
  'README.md',
  'docs/model.md',
  'docs/lesson-authors.md',
  'docs/claims.md',
  'docs/recordings.md',
  'docs/load.md',
  'docs/load-metrics.md',
  'docs/lies.md',
  'docs/adr/README.md',
].concat(records.map((name) => `docs/adr/${name}`))

/** First groups of all matches. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

const moments = all(readme, /\(http:\/\/127\.0\.0\.1:4173\/(#\/lab\/[^)\s]+)\)/g)

describe('the gallery', () => {
  it('has eleven moments, each once', () => {
    expect(moments).toHaveLength(11)
    expect(new Set(moments).size).toBe(11)
  })

  it.each(moments)('%s opens, and its run replays to the last word', (link) => {
    const moment = readLink(link)
    if (isProblem(moment)) throw new Error(moment.message)
    const trace = replay(moment.edited, moment.schedule)
    expect(trace.refused).toBeNull()
    expect(moment.step).toBeGreaterThan(0)
  })

  it('leads to a lesson that is there', () => {
    const slugs = readdirSync(join(projectRoot, 'lessons'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('lesson.md'))
      .map((path) => /(\d+)-([^\\/]+)[\\/]lesson\.md$/.exec(path)?.[2])
    const named = all(readme, /#\/lesson\/([a-z0-9-]+)/g)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((slug) => !slugs.includes(slug))).toEqual([])
  })
})

describe('what a command is said to print', () => {
  const blocks = [...readme.matchAll(/```console\n\$ npm run --silent cachescope -- (.*)\n([\s\S]*?)```/g)]

  it.each(blocks.map(([, command = '', output = '']) => ({ command, output })))('$command', ({ command, output }) => {
    const said: string[] = []
    const args = command
      .split(' ')
      .map((word) => (existsSync(join(projectRoot, word)) ? join(projectRoot, word) : word))
    const code = runCommand(args, { say: (line) => void said.push(line), note: () => undefined, now: () => 0 })
    expect([code, said.map((line) => `${line}\n`).join('')]).toEqual([0, output])
  })

  it('is shown of three runs', () => {
    expect(blocks).toHaveLength(3)
  })
})

describe('the documents', () => {
  it.each(documents)('%s names only files that are there', (document) => {
    const targets = all(read(document), /\]\(([^)#\s]+)\)/g).filter((target) => !/^https?:/.test(target))
    expect(targets.filter((target) => !existsSync(join(projectRoot, dirname(document), target)))).toEqual([])
  })

  it('show pictures of their own, and small ones', () => {
    const shown = all(readme, /\b(?:src|srcset)="([^"]+)"/g)
    expect(
      shown.map((path) => statSync(join(projectRoot, path)).size).filter((size) => size > PICTURE_MAX_BYTES),
    ).toEqual([])
    expect(shown.map((path) => path.replace('docs/pictures/', '')).sort()).toEqual(namesIn('docs/pictures', /./))
  })

  it('list every decision under its own title', () => {
    const titles = records.map((name) => {
      const title = /^# (.*)\n/.exec(read(`docs/adr/${name}`))?.[1] ?? ''
      return `[${title}](${name})`
    })
    expect(all(read('docs/adr/README.md'), /^\| (\[\d.*?\]\(.*?\)) /gm)).toEqual(titles)
  })
})
