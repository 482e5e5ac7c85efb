import { expect, test } from './fixtures'

/** The watch itself is tested: each offence is committed once, must be noticed, and is then forgiven. */
test.describe('the watch notices', () => {
  test('a broken policy', async ({ page, watch }) => {
    await page.goto('./')
    await page.evaluate(() => {
      const style = document.createElement('style')
      style.textContent = 'p { color: red }'
      document.head.append(style)
    })
    await expect.poll(() => watch.offences.join('\n')).toContain('the policy was broken: style-src-elem')
    watch.offences.length = 0
  })

  test('markup made from text', async ({ page, watch }) => {
    await page.goto('./')
    const attempt = page.evaluate(() => {
      // eslint-disable-next-line no-restricted-syntax -- the offence under test
      document.body.innerHTML = '<b>x</b>'
    })
    await expect(attempt).rejects.toThrow('TrustedHTML')
    await expect.poll(() => watch.offences.join('\n')).toContain('require-trusted-types-for')
    watch.offences.length = 0
  })

  test('an error in the console and an error that nobody caught', async ({ page, watch }) => {
    await page.goto('./')
    await page.evaluate(() => {
      console.error('it broke')
      setTimeout(() => {
        throw new Error('nobody caught this')
      })
    })
    await expect
      .poll(() => watch.offences)
      .toEqual(['the page logged an error: it broke', 'the page threw: nobody caught this'])
    watch.offences.length = 0
  })

  test('a request to another origin', async ({ page, watch }) => {
    await page.goto('./')
    await page.evaluate(() => {
      open('http://127.0.0.2:9/elsewhere')
    })
    await expect.poll(() => watch.offences.join('\n')).toContain('another origin was asked: http://127.0.0.2:9/')
    watch.offences.length = 0
  })
})
