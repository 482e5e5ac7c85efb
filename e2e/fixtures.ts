import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'

/**
 * Every browser test fails on what no page may ever do: break the content security policy, log an error, throw, or ask
 * another origin for anything. Holds for every page of the context, so for a presenter's second window too.
 */
export interface Watch {
  readonly offences: string[]
}

interface Fixtures {
  watch: Watch
}

const reportPrefix = 'csp-report '

/** Runs in the page, before its own scripts. */
function reportViolations(prefix: string): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.debug(`${prefix}${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
  })
}

function watchPage(page: Page, offences: string[]): void {
  page.on('pageerror', (error) => offences.push(`the page threw: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(reportPrefix)) offences.push(`the policy was broken: ${text.slice(reportPrefix.length)}`)
    else if (message.type() === 'error') offences.push(`the page logged an error: ${text}`)
  })
}

async function watchContext(context: BrowserContext, baseURL: string): Promise<Watch> {
  const offences: string[] = []
  const home = new URL(baseURL).origin
  await context.addInitScript(reportViolations, reportPrefix)
  context.pages().forEach((page) => {
    watchPage(page, offences)
  })
  context.on('page', (page) => {
    watchPage(page, offences)
  })
  context.on('request', (request) => {
    const url = new URL(request.url())
    // A frame without an origin has blobs of its own, and can have no others.
    const isBlob = [home, 'null'].some((origin) => request.url().startsWith(`blob:${origin}/`))
    const isOwn = url.origin === home || url.protocol === 'data:' || isBlob
    if (!isOwn) offences.push(`another origin was asked: ${request.url()}`)
  })
  return { offences }
}

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = await watchContext(context, baseURL ?? '')
      await use(watch)
      expect(watch.offences).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
