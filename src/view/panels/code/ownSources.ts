/** The texts of learners' programs as the code panel shows them. Tones are a matter of looks, so no parser is asked. */
import { ownName, ownTitle, roles, type OwnPrograms } from '../../../model/own/own'
import type { ProgramSource, Token, Tone } from './programSource'

const keyword =
  /^(?:const|let|var|function|yield|return|if|else|for|while|do|of|in|new|throw|try|catch|finally|export|import|null|true|false|break|continue|switch|case|typeof)$/

const parts = /(\/\/.*|\/\*.*?\*\/)|('[^']*'|"[^"]*"|`[^`]*`)|([A-Za-z_$][\w$]*)(?=(\s*\()?)/g

/** One line in tones. */
function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = []
  const add = (text: string, tone: Tone) => {
    if (text !== '') tokens.push({ text, tone })
  }
  let at = 0
  for (const found of line.matchAll(parts)) {
    const [text, comment, string, word, call] = found
    add(line.slice(at, found.index), 'plain')
    const ofWord = keyword.test(word ?? '') ? 'keyword' : call === undefined ? 'plain' : 'name'
    add(text, comment !== undefined ? 'comment' : string !== undefined ? 'string' : ofWord)
    at = found.index + text.length
  }
  add(line.slice(at), 'plain')
  return tokens
}

/** By the names that their requests carry. */
export const ownSources = (own: OwnPrograms): Readonly<Record<string, ProgramSource>> =>
  Object.fromEntries(
    roles.flatMap((role) => {
      const text = own[role]?.text.trimEnd()
      if (text === undefined) return []
      const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(tokensOf)
      return [[ownName(role), { source: ownName(role), title: ownTitle(role), isOwn: true as const, lines }]]
    }),
  )
