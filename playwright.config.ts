import { createServer } from 'node:net'
import { chromium, defineConfig, devices } from '@playwright/test'
import { chromiumFlags, findChromium } from './scripts/chromium.mjs'

/** A port that nobody uses; the workers inherit the choice, so that two runs side by side never meet. */
const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : 4317)
      })
    })
  })

const port = (process.env['CACHESCOPE_E2E_PORT'] ??= String(await freePort()))
const url = `http://127.0.0.1:${port}/`
const executablePath = findChromium(chromium.executablePath())

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumFlags, ...(executablePath === null ? {} : { executablePath }) },
  },
  webServer: {
    // Builds the page when it is stale, so that the browser tests never judge an old one.
    command: `node scripts/start.mjs --port ${port} --fixed-port`,
    url,
    timeout: 120_000,
    reuseExistingServer: false,
  },
})
