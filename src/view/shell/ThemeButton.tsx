import { preferences, themes, type Theme } from '../preferences/preferences'
import { usePreferences } from '../preferences/usePreferences'
import { IconButton } from '../ui/Button'
import type { IconName } from '../ui/Icon'

const looks: Readonly<Record<Theme, { readonly icon: IconName; readonly words: string }>> = {
  system: { icon: 'system', words: 'as the system' },
  dark: { icon: 'moon', words: 'dark' },
  light: { icon: 'sun', words: 'light' },
  projector: { icon: 'projector', words: 'projector' },
}

const after = (theme: Theme): Theme => themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'

/** Goes on to the next theme: as the system, dark, light, projector. */
export const nextTheme = (): void => preferences.prefer({ theme: after(preferences.store.getState().theme) })

export function ThemeButton() {
  const theme = usePreferences((state) => state.theme)
  return (
    <IconButton
      icon={looks[theme].icon}
      label={`Theme: ${looks[theme].words}. Change to ${looks[after(theme)].words}`}
      hint="D"
      look="quiet"
      onClick={nextTheme}
    />
  )
}
