/**
 * The wings of the house and what each may import. Two rules: `wings` resolves every import against the file it stands
 * in; `file-names` keeps files from being called after nothing.
 */
import { basename, dirname, join, relative } from 'node:path'

/**
 * What a wing may import: other wings, and packages by name. In tests the packages are free.
 * @type {Record<string, { wings: string[], allows: (source: string, file: string) => boolean }>}
 */
const fences = {
  model: {
    wings: ['model'],
    allows: (source, file) => source === 'yaml' && file.startsWith('src/model/scenario/'),
  },
  course: { wings: ['model', 'course'], allows: (source) => !isNode(source) && !isPage(source) },
  workers: { wings: ['model', 'course', 'workers'], allows: (source) => !isNode(source) && !isPage(source) },
  view: { wings: ['model', 'course', 'workers', 'view'], allows: (source) => !isNode(source) },
  cli: { wings: ['model', 'course', 'cli'], allows: (source) => isNode(source) || !isPage(source) },
  root: { wings: ['model', 'course', 'workers', 'view', 'root'], allows: (source) => !isNode(source) },
}

const testPackages = /^(vitest|fast-check|happy-dom|@testing-library\/.*|node:.*)$/

/** @param {string} source */
const isNode = (source) => source.startsWith('node:')

/** @param {string} source */
const isPage = (source) => /^(react|react-dom|framer-motion|wouter|zustand|mermaid|uplot)(\/|$)/.test(source)

/**
 * The wing of a file given from the project's root; nothing outside src.
 * @param {string} file
 * @returns {string | null}
 */
function wingOf(file) {
  const parts = file.split('/')
  if (parts[0] !== 'src') return null
  return parts.length > 2 && parts[1] !== undefined ? parts[1] : 'root'
}

/**
 * Why an import is refused, or nothing.
 * @param {string} file from the project's root
 * @param {string} source what is written after `from`
 * @returns {string | null}
 */
function refusal(file, source) {
  const wing = wingOf(file)
  if (wing === null || source.startsWith('virtual:')) return null
  const fence = fences[wing]
  if (fence === undefined) return `src/${wing} is no wing of this house: ${Object.keys(fences).join(', ')}.`
  const isTest = /\.(test|fixture)\.tsx?$/.test(file)
  if (!source.startsWith('.')) {
    if (fence.allows(source, file) || (isTest && testPackages.test(source))) return null
    return `src/${wing} may not import "${source}".`
  }
  const target = join(dirname(file), source.split('?', 1)[0] ?? '').replaceAll('\\', '/')
  const targetWing = wingOf(target)
  if (targetWing === null) return isTest ? null : `src/${wing} may not import "${target}", which is outside src.`
  if (fence.wings.includes(targetWing)) return null
  return `src/${wing} may not import from src/${targetWing}: imports go model <- course <- view.`
}

/** @type {import('eslint').Rule.RuleModule} */
const wings = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll('\\', '/')
    /** @param {import('estree').Node | null | undefined} node */
    const check = (node) => {
      if (node?.type !== 'Literal' || typeof node.value !== 'string') return
      const message = refusal(file, node.value)
      if (message !== null) context.report({ node, message })
    }
    return {
      ImportDeclaration: (node) => {
        check(node.source)
      },
      ImportExpression: (node) => {
        check(node.source)
      },
      ExportNamedDeclaration: (node) => {
        check(node.source)
      },
      ExportAllDeclaration: (node) => {
        check(node.source)
      },
      /** @param {{ source?: import('estree').Literal }} node */
      TSImportType: (node) => {
        check(node.source)
      },
    }
  },
}

const emptyNames = /^(utils?|helpers?|misc|common|stuff|shared)$/i

/** @type {import('eslint').Rule.RuleModule} */
const fileNames = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const name = basename(context.filename).split('.', 1)[0] ?? ''
    return {
      Program(node) {
        if (emptyNames.test(name)) {
          context.report({ node, message: `"${name}" says nothing: name the file after what it knows.` })
        }
      },
    }
  },
}

export const cachescope = { rules: { wings, 'file-names': fileNames } }
