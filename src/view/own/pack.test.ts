import { describe, expect, it } from 'vitest'
import { TEXT_MAX } from '../../model/own/own'
import { PACKED_MAX } from '../../model/scenario/linkOwn'
import { pack, unpack } from './pack'

const text =
  'export const mine = function* ({ cache }, key) {\n  // “é”\n  return (yield* cache.get(key)).version ?? null\n}'

describe('a packed text', () => {
  it('comes back as it was', async () => {
    const packed = await pack(text)
    expect(packed).toMatch(/^\d+\.[\w-]+$/)
    expect(await unpack(packed)).toBe(text)
  })

  it('of the usual kind leaves room for the rest of a link', async () => {
    expect((await pack(text.repeat(60).slice(0, TEXT_MAX))).length).toBeLessThan(500)
  })

  it('is empty where no link could hold it', async () => {
    const noise = Array.from({ length: TEXT_MAX }, (_, at) =>
      String.fromCharCode(33 + (((at * at * 7919) % 9973) % 9000)),
    )
    expect(await pack(noise.join(''))).toBe('')
  })

  it('is never more than it names: a small one does not become a large one', async () => {
    const [, letters = ''] = (await pack('x'.repeat(8000))).split('.')
    expect(letters.length).toBeLessThan(60)
    expect(await unpack(`10.${letters}`)).toBeNull()
    expect(await unpack(`99999.${letters}`)).toBeNull()
    expect(await unpack(`8000.${letters}`)).toBe('x'.repeat(8000))
  })

  it.each(['', '.', '5.', '5.!!!!', '5.AAAA', '12.PcxBCsIw', `5.${'A'.repeat(PACKED_MAX)}`])(
    'that is not whole is nothing: %.20s',
    async (packed) => {
      expect(await unpack(packed)).toBeNull()
    },
  )
})
