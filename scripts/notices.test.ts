import { describe, expect, it } from 'vitest'
import { isPermissive } from './notices.mjs'

describe('a licence is', () => {
  it.each(['MIT', 'OFL-1.1', '(MPL-2.0 OR Apache-2.0)', 'MIT AND ISC'])('permissive: %s', (expression) => {
    expect(isPermissive(expression)).toBe(true)
  })

  it.each(['GPL-3.0', 'EPL-2.0 OR GPL-3.0', 'MIT AND GPL-2.0', 'MIT AND (ISC OR GPL-2.0)', 'none', ''])(
    'refused: %s',
    (expression) => {
      expect(isPermissive(expression)).toBe(false)
    },
  )
})
