/** What the YAML parser complains about, said with the likely cause and the remedy. */
import type { ErrorCode, YAMLError } from 'yaml'

const messages: Partial<Record<ErrorCode, string>> = {
  BAD_DQ_ESCAPE: 'The backslash in this text means nothing. Write two of them, or use single quotes.',
  BAD_INDENT: 'This line is indented differently from its neighbours. Line it up with them.',
  BAD_SCALAR_START: 'A text may not begin with this character. Put the text in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'There are two colons on this line. Put the text in quotes, or the second part on its own line.',
  BLOCK_IN_FLOW: 'A list or map of several lines stands inside brackets. Close the bracket first.',
  MISSING_CHAR:
    'Something is missing here: a colon, a comma, a quote or a closing bracket. Compare with the line above.',
  MULTILINE_IMPLICIT_KEY: 'This name goes on over several lines. Is a colon or a quote missing?',
  KEY_OVER_1024_CHARS: 'This name is longer than 1,024 characters. Is a colon or a quote missing?',
  MULTIPLE_DOCS: 'A second document begins here. Keep one scenario in a file.',
  NON_STRING_KEY: 'A name must be a word. Remove the brackets around it.',
  RESOURCE_EXHAUSTION: 'The file is nested too deeply; a scenario needs three levels. Is a bracket left open?',
  TAB_AS_INDENT: 'A tab stands where YAML wants spaces. Indent with spaces.',
  TAG_RESOLVE_FAILED: 'Tags are not read here. Remove the word after "!".',
  BAD_ALIAS: 'Aliases are not read here. Write the value itself.',
  BAD_DIRECTIVE: 'This line begins like a directive of YAML. Remove it, or put the text in quotes.',
  UNEXPECTED_TOKEN: 'This does not belong here. Is a bracket or a quote left open, or closed twice?',
}

export function syntaxMessage({ code, message }: YAMLError): string {
  if (/^Missing closing .quote/.test(message)) return 'A quote that was opened above is never closed. Close it.'
  if (code === 'BAD_INDENT' && /^Flow/.test(message))
    return 'A bracket that was opened above is still open here. Close it.'
  return messages[code] ?? 'This is not YAML that can be read. Check the quotes, colons and brackets of this line.'
}
