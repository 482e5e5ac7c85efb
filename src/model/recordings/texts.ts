/**
 * What the numbers of one place stand for. The model knows versions; a server was asked about texts.
 *
 * A row's text is what was written with its version. A cached text is numbered by the version that it carries or,
 * where it carries none, by the row that has it as its value; recorded versions may be 0 and those of the model may
 * not, so that one is added to each. Whatever stands for no version gets a number of its own, above all versions: no
 * rule that compares versions takes it for an older one. What a number stands for is what was last stored under it,
 * which is right because the place holds nothing else under that number.
 */
import { VERSION_LIMIT } from './limits'

/** How a script reads the version of a stored text. */
export type Numbering =
  /** It does not: the text is only a value. */
  | 'plain'
  /** As text, as the script of compare-and-set does: `01` is not `1`. */
  | 'textual'
  /** As a number. */
  | 'numeric'

/** The version of the model for a recorded one. */
export const versionOf = (recorded: number): number => recorded + 1

/** The recorded version for one of the model. */
export const recordedVersion = (version: number): number => version - 1

/** Whether a version is one that the model can count on from. */
export const isVersion = (recorded: number): boolean =>
  Number.isInteger(recorded) && recorded >= 0 && recorded < VERSION_LIMIT / 2

/** What the script of compare-and-set finds in a stored text; null where the text has not the form. Lua's `([^:]+):([^:]+)`. */
export const textualVersion = (text: string): string | null => /([^:]+):[^:]+/.exec(text)?.[1] ?? null

const numericVersion = (text: string): number | null => {
  const digits = /^(\d{1,10}):/.exec(text)?.[1]
  return digits !== undefined && isVersion(Number(digits)) ? Number(digits) : null
}

export class Texts {
  private readonly texts = new Map<number, string>()
  private readonly foreign = new Map<string, number>()

  /** `rowWith` says the version of the row that has this value, where one has. */
  constructor(
    private readonly numbering: Numbering,
    private readonly rowWith: (value: string) => number | undefined = () => undefined,
  ) {}

  /** The number under which this text would be stored. */
  numberOf(text: string): number {
    if (this.numbering === 'plain') return this.rowWith(text) ?? this.foreignNumber(`text ${text}`)
    if (this.numbering === 'textual') {
      const version = textualVersion(text)
      return version === null ? this.foreignNumber(`text ${text}`) : this.numberOfVersion(version)
    }
    const version = numericVersion(text)
    return version === null ? this.foreignNumber(`text ${text}`) : versionOf(version)
  }

  /** The number of a version that a request writes as text. */
  numberOfVersion(version: string): number {
    const isPlain = /^(0|[1-9]\d{0,9})$/.test(version) && isVersion(Number(version))
    return isPlain ? versionOf(Number(version)) : this.foreignNumber(`version ${version}`)
  }

  /** From now on this number stands for this text. */
  name(number: number, text: string): void {
    this.texts.delete(number)
    this.texts.set(number, text)
  }

  /** The number that was last given to this text. */
  numberNamed(text: string): number | undefined {
    return [...this.texts].findLast((named) => named[1] === text)?.[0]
  }

  textOf(number: number): string {
    const text = this.texts.get(number)
    if (text === undefined) throw new Error(`Nothing was ever stored under the number ${number}.`)
    return text
  }

  private foreignNumber(what: string): number {
    const known = this.foreign.get(what) ?? VERSION_LIMIT + this.foreign.size
    this.foreign.set(what, known)
    return known
  }
}
