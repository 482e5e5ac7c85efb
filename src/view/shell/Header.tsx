import { Link, useLocation } from 'wouter'
import styles from './Header.module.css'
import { sections } from './routes'
import { ThemeButton } from './ThemeButton'

/** The wordmark, the way around, and a slot for what the page itself offers. */
export function Header({ onSlot }: { onSlot: (element: HTMLElement | null) => void }) {
  const [path] = useLocation()
  const isIn = (href: string) => path === href || path.startsWith(`${href}/`)
  return (
    <header className={styles['header']}>
      <Link href="/" className={styles['wordmark']} aria-current={path === '/' ? 'page' : undefined}>
        CacheScope
      </Link>
      <nav aria-label="Main" className={styles['nav']}>
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
