import { useState } from 'react'
import { equalRule, newerRule } from '../../workers/lua/scripts'
import { EdgeCases } from '../script/EdgeCases'
import { OneCall } from '../script/OneCall'
import styles from '../script/Script.module.css'
import { TwoWriters } from '../script/TwoWriters'
import { usePageTitle } from '../shell/usePageTitle'
import { Button } from '../ui/Button'
import { Select } from '../ui/Select'

const rules = [
  { value: 'equal', title: 'Compare for equality', text: equalRule },
  { value: 'newer', title: 'Newer wins', text: newerRule },
] as const

type RuleName = (typeof rules)[number]['value']

const textOf = (name: RuleName): string => rules.find(({ value }) => value === name)?.text ?? ''

const TEXT_MAX = 8000

/** The rule of a compare-and-set as a script that Redis could run: edited and run here, as real Lua. */
export default function ScriptPage() {
  usePageTitle('Lua')
  const [rule, setRule] = useState<RuleName>('equal')
  const [texts, setTexts] = useState<Readonly<Record<RuleName, string>>>({ equal: equalRule, newer: newerRule })
  const script = texts[rule]
  const write = (text: string) => setTexts({ ...texts, [rule]: text })
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>Compare and set, in Lua</h1>
      <p className={styles['lead']}>
        Redis runs a script alone, so a script can look and store in one step. Which question it asks decides who wins:
        is the entry the one that you have seen, or is yours newer? Change the script and see.
      </p>
      <div className={styles['bench']}>
        <section className={styles['editor']} aria-label="Script">
          <div className={styles['bar']}>
            <Select label="Rule" value={rule} options={rules} onChange={setRule} />
            <Button
              look="quiet"
              reason={script === textOf(rule) ? 'It is as it was' : null}
              onClick={() => write(textOf(rule))}
            >
              Set back
            </Button>
          </div>
          <textarea
            aria-label="The script"
            className={styles['text']}
            value={script}
            rows={16}
            maxLength={TEXT_MAX}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            onChange={(event) => write(event.currentTarget.value)}
          />
        </section>
        <div>
          <OneCall script={script} />
          <TwoWriters script={script} />
        </div>
      </div>
      <EdgeCases script={script} />
    </div>
  )
}
