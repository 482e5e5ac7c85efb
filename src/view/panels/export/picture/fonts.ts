/** The page's two faces inside of a picture that is about to be painted: an image loads nothing, so they go in as data. */
import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import monoUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url'

const faces = [
  { family: 'Inter Variable', weights: '100 900', url: interUrl },
  { family: 'JetBrains Mono Variable', weights: '100 800', url: monoUrl },
] as const

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.onerror = () => reject(reader.error ?? new Error('The face could not be read.'))
    reader.readAsDataURL(blob)
  })

let known: Promise<string> | null = null

async function load(): Promise<string> {
  const rules = await Promise.all(
    faces.map(async ({ family, weights, url }) => {
      const answer = await fetch(url)
      if (!answer.ok) return ''
      return `@font-face{font-family:'${family}';font-weight:${weights};src:url(${await dataUrl(await answer.blob())})}`
    }),
  )
  return rules.join('')
}

/** Style rules with both faces; empty where they cannot be had, and then the system's faces are used. */
export const fontRules = (): Promise<string> => (known ??= load().catch(() => ''))

/** The SVG with the faces in it. */
export const withFonts = (svg: string, rules: string): string =>
  rules === '' ? svg : svg.replace(/^(<svg[^>]*>)/, `$1<style>${rules}</style>`)
