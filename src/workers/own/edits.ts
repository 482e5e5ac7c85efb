/** Changes to a text by position, made all at once. Line breaks stay, so that every line keeps its number. */
interface Insert {
  readonly at: number
  readonly text: string
  /** Where several stand at one place: what closes an inner stretch first, then an outer one, then what opens the next. */
  readonly rank: number
}

export class Edits {
  private readonly inserts: Insert[] = []
  private readonly blanks: { readonly from: number; readonly to: number }[] = []

  constructor(private readonly text: string) {}

  /** Puts `before` and `after` around a stretch; what is put around an inner one later stands inside. */
  wrap(from: number, to: number, before: string, after: string): void {
    const rank = this.inserts.length + 1
    this.inserts.push({ at: from, text: before, rank }, { at: to, text: after, rank: -rank })
  }

  insert(at: number, text: string): void {
    this.inserts.push({ at, text, rank: this.inserts.length + 1 })
  }

  /** Replaces a stretch by spaces. */
  blank(from: number, to: number): void {
    this.blanks.push({ from, to })
  }

  applied(): string {
    const signs = this.text.split('')
    for (const { from, to } of this.blanks)
      for (let at = from; at < to; at++) if (!/[\n\r\u2028\u2029]/.test(signs[at] ?? '')) signs[at] = ' '
    let code = ''
    let at = 0
    for (const insert of this.inserts.sort((a, b) => a.at - b.at || a.rank - b.rank)) {
      code += signs.slice(at, insert.at).join('') + insert.text
      at = insert.at
    }
    return code + signs.slice(at).join('')
  }
}
