import type { MouseEvent } from 'react'
import { Link, useLocation } from 'wouter'
import styles from './Header.module.css'
import { sections } from './routes'
import { ThemeButton } from './ThemeButton'

const SECTIONS = 'sections'

/** Where there is no room the sections are a menu, which goes when one of them has been chosen. */
const close = ({ currentTarget }: MouseEvent<HTMLElement>) => {
  if (currentTarget.matches(':popover-open')) currentTarget.hidePopover()
}

/** The wordmark, the way around, and a slot for what the page itself offers. */
export function Header({ onSlot }: { onSlot: (element: HTMLElement | null) => void }) {
  const [path] = useLocation()
  const isIn = (href: string) => path === href || path.startsWith(`${href}/`)
  return (
    <header className={styles['header']}>
      <Link href="/" className={styles['wordmark']} aria-current={path === '/' ? 'page' : undefined}>
        CacheScope
      </Link>
      <button type="button" popoverTarget={SECTIONS} className={styles['menu']}>
        Menu
      </button>
      <nav id={SECTIONS} popover="auto" aria-label="Main" className={styles['nav']} onClick={close}>
        {sections.map(({ href, title, also = href }) => (
          <Link
            key={href}
            href={href}
            className={styles['link']}
            aria-current={isIn(href) || isIn(also) ? (path === href ? 'page' : 'true') : undefined}
          >
            {title}
          </Link>
        ))}
      </nav>
      <div className={styles['right']}>
        <div ref={onSlot} className={styles['slot']} />
        <ThemeButton />
      </div>
    </header>
  )
}
