import recorded from '../../model/recordings/fixtures/_seed-cas-edge-cases.json'
import { callOf, ttlAgrees, type EdgeCase } from '../../workers/lua/edgeCase'
import type { ScriptAnswer } from '../../workers/lua/messages'
import { VerdictMark } from '../ui/VerdictMark'
import { entryWords } from './answerWords'
import styles from './Script.module.css'
import { useScript } from './useScript'

const cases: readonly EdgeCase[] = recorded.cases
const calls = cases.map(callOf)

const replyText = ({ reply, error }: ScriptAnswer): string =>
  error === null ? String(reply ?? 'nothing') : `ERR: ${error.replace(/^line \d+: /, '')}`

const agrees = (each: EdgeCase, answer: ScriptAnswer | undefined): boolean =>
  answer !== undefined &&
  replyText(answer) === String(each.reply) &&
  answer.after === each.after &&
  ttlAgrees(each.ttl, answer.lasts)

const beforeWords = ({ before }: EdgeCase): string => {
  if (before === null) return 'no entry'
  return Array.isArray(before) ? `${String(before[0])}, for ${String(before[2])} ms` : String(before)
}

/** What a real server answered to the rule that compares for equality, beside what this script answers. */
export function EdgeCases({ script }: { script: string }) {
  const { answers, problem } = useScript(script, calls)
  const same = answers && cases.filter((each, index) => agrees(each, answers[index])).length
  return (
    <section className={styles['part']} aria-labelledby="edge-cases">
      <h2 id="edge-cases">Recorded cases</h2>
      <p role="status">
        {problem ??
          (same === null
            ? 'The script runs.'
            : `${same} of ${cases.length} answers are those that a real Redis gave when it ran the rule that compares for equality.`)}
      </p>
      <div className={styles['scroller']} role="region" aria-label="The cases, side by side" tabIndex={0}>
        <table className={styles['cases']}>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Entry before</th>
              <th scope="col">Arguments</th>
              <th scope="col">Redis answered</th>
              <th scope="col">This script answers</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((each, index) => (
              <CaseLine key={each.case} each={each} answer={answers?.[index] ?? null} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const CaseLine = ({ each, answer }: { each: EdgeCase; answer: ScriptAnswer | null }) => (
  <tr>
    <th scope="row">{each.case}</th>
    <td>
      <code>{beforeWords(each)}</code>
    </td>
    <td>
      <code>{each.args.join(' ')}</code>
    </td>
    <td>
      <code>{String(each.reply)}</code>
    </td>
    <td>
      {answer !== null && (
        <>
          <VerdictMark verdict={agrees(each, answer) ? 'holds' : 'violated'} /> <code>{replyText(answer)}</code>
          <span className={styles['entry']}>{entryWords(answer)}</span>
        </>
      )}
    </td>
  </tr>
)
