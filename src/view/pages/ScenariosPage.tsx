import { useMemo, useState } from 'react'
import { protocols } from '../../model/protocols'
import { catalogue } from '../../model/scenario/catalogue'
import { Cards } from '../gallery/Cards'
import { pairsOf, type Pair } from '../gallery/pairs'
import { useVerdicts } from '../gallery/useVerdicts'
import { usePageTitle } from '../shell/usePageTitle'
import { Button } from '../ui/Button'
import styles from './ScenariosPage.module.css'

const pairs = pairsOf(catalogue)

/** Everything that may be looked for in a pair: names, texts, patterns, guards and faults. */
const textOf = ({ scenario, twin }: Pair): string =>
  [scenario, twin]
    .flatMap((each) => (each === null ? [] : [each.scenario, each.title, each.about, ...chosenIn(each)]))
    .join(' ')
    .toLowerCase()

const chosenIn = ({ protocol, guards, faults }: Pair['scenario']): readonly string[] => [
  protocol.read,
  protocol.write,
  ...Object.entries(guards).flat(),
  ...Object.entries(faults).flatMap(([name, value]) => (String(value) === '' || value === 0 ? [] : [name])),
]

/** Pairs that have every word of the query somewhere. */
export function matching(query: string): readonly Pair[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return pairs.filter((pair) => words.every((word) => textOf(pair).includes(word)))
}

/** By the write pattern of the first of each pair, in the order of the catalogue. */
const groupsOf = (found: readonly Pair[]) =>
  [...new Set(found.map(({ scenario }) => scenario.protocol.write))].map((write) => ({
    write,
    title: protocols.write[write]?.title ?? write,
    pairs: found.filter(({ scenario }) => scenario.protocol.write === write),
  }))

/** The whole catalogue, to look something up in. */
export default function ScenariosPage() {
  usePageTitle('Scenarios')
  const [query, setQuery] = useState('')
  const found = useMemo(() => matching(query), [query])
  const reports = useVerdicts(catalogue)
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>Scenarios</h1>
      <p className={styles['lead']}>
        Every run here comes with another one that breaks where it holds, or holds where it breaks. Open either and step
        it yourself.
      </p>
      <search className={styles['search']}>
        <label>
          <span className={styles['label']}>Find a pattern, a guard or a fault</span>
          <input
            type="search"
            className={styles['query']}
            value={query}
            placeholder="lease, crash, write-behind …"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
        <p role="status" className={styles['count']}>
          {found.length === pairs.length ? `${pairs.length} pairs` : `${found.length} of ${pairs.length} pairs`}
        </p>
      </search>
      {groupsOf(found).map(({ write, title, pairs: group }) => (
        <section key={write} aria-labelledby={`group-${write}`} className={styles['group']}>
          <h2 id={`group-${write}`} className={styles['heading']}>
            {title}
          </h2>
          <Cards pairs={group} reports={reports} />
        </section>
      ))}
      {found.length === 0 && (
        <p className={styles['none']}>
          No scenario has all of these words. <Button onClick={() => setQuery('')}>Show all again</Button>
        </p>
      )}
    </div>
  )
}
