import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { useStore } from 'zustand'
import { commandDialogs } from '../commands/commandDialogs'
import { useCommands } from '../commands/useCommands'
import { useKeys } from '../commands/useKeys'
import { preferences } from '../preferences/preferences'
import { usePreferences } from '../preferences/usePreferences'
import { Note } from '../ui/Note'
import { announcer } from './announcer'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary'
import { globalCommands } from './globalCommands'
import { useHashPath } from './hashLocation'
import { Header } from './Header'
import { LiveRegion } from './LiveRegion'
import { NotFound } from './NotFound'
import { PageSkeleton } from './PageSkeleton'
import { routes } from './routes'
import { SlotContext } from './slot'

const CommandDialogs = lazy(async () => ({ default: (await import('../commands/CommandDialogs')).CommandDialogs }))

/** The dialogs stay once they have been asked for, so that closing one gives the focus back. */
function LazyCommandDialogs() {
  const isOpen = useStore(commandDialogs.store, (state) => state.open !== null)
  const [isWanted, setIsWanted] = useState(false)
  if (isOpen && !isWanted) setIsWanted(true)
  return isWanted ? (
    <Suspense>
      <CommandDialogs />
    </Suspense>
  ) : null
}

/** After going to another page the keyboard goes on there, not in the header. */
function useFocusOnArrival(path: string) {
  const main = useRef<HTMLElement>(null)
  const arrived = useRef(path)
  useEffect(() => {
    if (arrived.current === path) return
    arrived.current = path
    main.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [path])
  return main
}

function Pages() {
  return (
    <Switch>
      {routes.map(({ path, name, scrolls, Page }) => (
        <Route key={path} path={path}>
          {(params) => (
            <ErrorBoundary name={name}>
              <Suspense fallback={<PageSkeleton isTall={scrolls} />}>
                <Page params={params} />
              </Suspense>
            </ErrorBoundary>
          )}
        </Route>
      ))}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

function Shell() {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [path] = useLocation()
  const main = useFocusOnArrival(path.split('/')[1] ?? '')
  const note = usePreferences((state) => state.note)
  useKeys()
  useCommands(globalCommands)
  return (
    <SlotContext value={slot}>
      <a className={styles['skip']} href="#main" onClick={(event) => skip(event, main.current)}>
        Skip to the content
      </a>
      <Header onSlot={setSlot} />
      <main ref={main} id="main" tabIndex={-1} className={styles['main']}>
        {note !== null && (
          <div className={styles['note']}>
            <Note onDismiss={preferences.dismissNote}>{note}</Note>
          </div>
        )}
        <Pages />
      </main>
      <LiveRegion announcer={announcer} />
      <LazyCommandDialogs />
    </SlotContext>
  )
}

/** The address after the `#` is the route, so the link must not follow itself. */
function skip(event: { preventDefault: () => void }, main: HTMLElement | null): void {
  event.preventDefault()
  main?.focus()
}

export function App() {
  return (
    <ErrorBoundary name="The page">
      <Router hook={useHashPath} hrefs={useHashPath.hrefs}>
        <Shell />
      </Router>
    </ErrorBoundary>
  )
}
