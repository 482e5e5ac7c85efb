import { useLocation } from 'wouter'
import { ButtonLink } from '../ui/Button'
import styles from './NotFound.module.css'
import { usePageTitle } from './usePageTitle'

export function NotFound() {
  const [path] = useLocation()
  usePageTitle('No such page')
  return (
    <div className={styles['page']}>
      <h1>There is nothing at {path}</h1>
      <p>The address may be mistyped, or the page may have moved. The Lab opens every scenario there is.</p>
      <p className={styles['ways']}>
        <ButtonLink look="primary" href="#/lab">
          Open the Lab
        </ButtonLink>
        <ButtonLink href="#/">Go to the start</ButtonLink>
      </p>
    </div>
  )
}
