import { always, type Command } from '../commands/command'
import { commandDialogs } from '../commands/commandDialogs'
import { nextTheme } from './ThemeButton'
import { sections } from './routes'

const goTo = (href: string) => () => {
  location.hash = `#${href}`
}

/** What can be done on every page. */
export const globalCommands: readonly Command[] = [
  {
    id: 'commands.palette',
    title: 'Find a command',
    keys: ['Mod+k'],
    group: 'Everywhere',
    run: () => commandDialogs.showPalette(),
    reason: always,
  },
  {
    id: 'commands.keys',
    title: 'Show all keys',
    keys: ['?'],
    group: 'Everywhere',
    run: commandDialogs.showKeys,
    reason: always,
  },
  { id: 'theme.next', title: 'Change the theme', keys: ['d'], group: 'Everywhere', run: nextTheme, reason: always },
  {
    id: 'go.home',
    title: 'Go to the start',
    keys: [],
    group: 'Everywhere',
    run: goTo('/'),
    reason: always,
  },
  ...sections.map(({ href, title }) => ({
    id: `go.${title.toLowerCase()}`,
    title: `Go to ${title}`,
    keys: [],
    group: 'Everywhere',
    run: goTo(href),
    reason: always,
  })),
]
