import type { Command } from '../commands/command'
import { clientStyle } from '../panels/clientColour'
import { classes } from '../ui/classes'
import { choicesOfAll, formOf, type Choice } from './choices'
import { CommandButton } from './CommandButton'
import { useLab, useLabState } from './labContext'
import styles from './StepButtons.module.css'

/** More buttons of a kind would fill the page; the palette finds the others. */
const BUTTONS_MAX = 8

/** The key of each client's button; its command asks which where an operation is still open. */
export function ClientButtons({ isShort = false }: { isShort?: boolean }) {
  const { commands } = useLab()
  const clients = useLabState((state) => state.scenario.clients)
  return (
    <div role="group" aria-label="Take a step" className={styles['steps']}>
      {clients.slice(0, BUTTONS_MAX).map(({ name }, index) => {
        const command = commands.get(`key.${index + 1}`) ?? commands.get(`take.${name}`)
        return command === undefined ? null : (
          <CommandButton
            key={name}
            command={command}
            {...(isShort ? { words: name } : {})}
            className={classes(styles['client'], isShort && styles['wide'])}
            style={clientStyle(index)}
          />
        )
      })}
    </div>
  )
}

const keys: Readonly<Record<string, string>> = { crash: 'key.x', evict: 'key.e' }

/** One button a kind where a key can ask which; otherwise one for each choice. */
function commandsOf(choices: readonly Choice[], kind: string, commands: ReadonlyMap<string, Command>) {
  const ofKind = choices.filter((choice) => choice.kind === kind)
  const keyed = commands.get(keys[kind] ?? `ask.${kind}`)
  if (keyed !== undefined && ofKind.length > 0) {
    const short = formOf(kind)?.short
    return [{ command: keyed, words: ofKind.length > 1 && short !== undefined ? `${short} …` : keyed.title }]
  }
  return ofKind.slice(0, BUTTONS_MAX).flatMap((choice) => {
    const command = commands.get(`take.${choice.word}`)
    return command === undefined ? [] : [{ command, words: choice.title }]
  })
}

/** Everything that may happen without a client asking for it; nothing where the scenario has nothing of the kind. */
export function FaultButtons() {
  const { commands } = useLab()
  const choices = choicesOfAll(useLabState(({ scenario, beside }) => [scenario, ...beside]))
  const kinds = [...new Set(choices.map(({ kind }) => kind))].filter((kind) => kind !== 'client')
  const shown = kinds.flatMap((kind) => commandsOf(choices, kind, commands))
  if (shown.length === 0) return null
  return (
    <div role="group" aria-label="Let something happen" className={styles['steps']}>
      {shown.map(({ command, words }) => (
        <CommandButton key={command.id} command={command} words={words} />
      ))}
    </div>
  )
}
