/**
 * THIRD-PARTY-NOTICES.md from the packages that reach the built page or the command line, each with its licence's text.
 * With --check it writes nothing and fails when the file is out of date or a licence is not on the list below.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project.mjs'

const noticesPath = join(projectRoot, 'THIRD-PARTY-NOTICES.md')

/** Licences that ask for no more than their own text. */
const permissive = new Set(
  [
    'MIT',
    'MIT-0',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'Apache-2.0',
    'OFL-1.1',
    'Unlicense',
    'CC0-1.0',
  ].concat(['BlueOak-1.0.0', 'Python-2.0', 'Zlib']),
)

/**
 * Packages whose package.json names no licence although they carry the text of one.
 * @type {Record<string, string>}
 */
const namedByTheirText = { khroma: 'MIT' }

/**
 * Whether a licence expression can be met with permissive licences alone. Understands OR, AND and one level of brackets.
 * @param {string} expression
 */
export function isPermissive(expression) {
  const plain = expression.replace(/[()]/g, ' ').trim()
  if (/\bOR\b/.test(plain) && /\bAND\b/.test(plain)) return false
  if (/\bOR\b/.test(plain)) return plain.split(/\s+OR\s+/).some((part) => permissive.has(part.trim()))
  return plain.split(/\s+AND\s+/).every((part) => permissive.has(part.trim()))
}

/**
 * @typedef {{ name: string, version: string, licence: string, text: string }} Notice
 */

/**
 * @param {string} folder
 * @returns {string}
 */
function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|ofl)/i.test(name))
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
}

/** @returns {Notice[]} */
function collect() {
  /** @type {[string, { dev?: boolean, optional?: boolean, devOptional?: boolean }][]} */
  const locked = Object.entries(JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')).packages)
  /** @type {Map<string, Notice>} */
  const notices = new Map()
  for (const [path, entry] of locked) {
    if (path === '' || entry.dev === true || entry.devOptional === true || entry.optional === true) continue
    const folder = join(projectRoot, path)
    if (!existsSync(folder)) continue
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const licence = String(license?.type ?? license ?? namedByTheirText[name] ?? 'none')
    notices.set(`${name}@${version}`, { name, version, licence, text: licenceText(folder).trim() })
  }
  return [...notices.values()].sort((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1))
}

/** @param {string} text */
const normalised = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()

/** @param {Notice[]} notices */
function render(notices) {
  const opening = [
    '# Third-party notices',
    '',
    'CacheScope is built from these packages. Made by `npm run notices` from the lock file; do not edit.',
    '',
  ]
  const sections = notices.flatMap(({ name, version, licence, text }) => [
    `## ${name} ${version}`,
    '',
    `Licence: ${licence}`,
    '',
    ...(text === '' ? ['The package carries no licence text of its own.'] : ['```text', normalised(text), '```']),
    '',
  ])
  return [...opening, ...sections].join('\n')
}

function main() {
  const notices = collect()
  const refused = notices.filter(({ licence }) => !isPermissive(licence))
  for (const { name, version, licence } of refused) {
    console.error(`${name} ${version} is under "${licence}", which is not on the list of permissive licences.`)
  }
  const text = render(notices)
  if (!process.argv.includes('--check')) {
    writeFileSync(noticesPath, text)
    console.log(`THIRD-PARTY-NOTICES.md: ${String(notices.length)} packages.`)
  } else if (!existsSync(noticesPath) || readFileSync(noticesPath, 'utf8') !== text) {
    console.error('THIRD-PARTY-NOTICES.md is out of date: run "npm run notices".')
    process.exitCode = 1
  }
  if (refused.length > 0) process.exitCode = 1
}

if (process.argv[1]?.endsWith('notices.mjs') === true) main()
