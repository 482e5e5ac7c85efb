import { preferences, type Theme } from './preferences'

/** Puts the preferred theme on the page; `system` leaves the choice to the colour scheme of the system. */
const apply = (theme: Theme): void => {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
}

// On import, because it has to happen before the first paint, and the page's policy allows no inline script.
apply(preferences.store.getState().theme)
preferences.store.subscribe((state) => apply(state.theme))
