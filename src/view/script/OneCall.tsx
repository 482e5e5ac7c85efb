import { useMemo, useState } from 'react'
import type { ScriptCall } from '../../workers/lua/messages'
import { entryWords, replyWords } from './answerWords'
import styles from './Script.module.css'
import { useScript } from './useScript'

const fields = [
  { name: 'before', label: 'Entry before (empty for none)' },
  { name: 'expected', label: 'Expected version' },
  { name: 'version', label: 'New version' },
  { name: 'value', label: 'Value' },
  { name: 'seconds', label: 'Seconds to live' },
] as const

type Values = Readonly<Record<(typeof fields)[number]['name'], string>>

const start: Values = { before: '1:a', expected: '1', version: '2', value: 'b', seconds: '60' }

const callOf = ({ before, expected, version, value, seconds }: Values): ScriptCall => ({
  key: 'x',
  before: before === '' ? null : before,
  lasts: null,
  passes: 0,
  args: [expected, version, value, seconds],
})

/** One call with arguments of the reader's own. */
export function OneCall({ script }: { script: string }) {
  const [values, setValues] = useState(start)
  const calls = useMemo(() => [callOf(values)], [values])
  const { answers, problem } = useScript(script, calls)
  const answer = answers?.[0]
  return (
    <section className={styles['part']} aria-labelledby="one-call">
      <h2 id="one-call">One call</h2>
      <div className={styles['fields']}>
        {fields.map(({ name, label }) => (
          <label key={name} className={styles['field']}>
            <span>{label}</span>
            <input
              type="text"
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={values[name]}
              onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <p role="status" className={styles['answer']}>
        {problem ??
          (answer === undefined
            ? 'The script runs.'
            : `It answers ${replyWords(answer)}. Afterwards: ${entryWords(answer)}.`)}
      </p>
    </section>
  )
}
