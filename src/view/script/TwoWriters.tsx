import { useEffect, useState } from 'react'
import type { ScriptAnswer, ScriptCall } from '../../workers/lua/messages'
import { runInLua } from '../../workers/lua/client'
import { VerdictMark } from '../ui/VerdictMark'
import { replyWords, versionIn } from './answerWords'
import styles from './Script.module.css'

interface Writer {
  readonly name: string
  readonly args: readonly string[]
}

const first: Writer = { name: 'T1', args: ['1', '2', 'from T1', '60'] }
const second: Writer = { name: 'T2', args: ['2', '3', 'from T2', '60'] }
const NEWEST = 3
const START = '1:start'

const orders: readonly (readonly [Writer, Writer])[] = [
  [first, second],
  [second, first],
]

interface Told {
  readonly order: readonly [Writer, Writer]
  readonly answers: readonly [ScriptAnswer, ScriptAnswer]
}

const callOf = (before: string | null, { args }: Writer): ScriptCall => ({
  key: 'x',
  before,
  lasts: null,
  passes: 0,
  args,
})

async function tell(script: string, order: readonly [Writer, Writer]): Promise<Told | null> {
  const [one] = await runInLua(script, [callOf(START, order[0])])
  const [other] = await runInLua(script, [callOf(one?.after ?? null, order[1])])
  return one === undefined || other === undefined ? null : { order, answers: [one, other] }
}

/** Two commits whose stores arrive in either order: does the newer version stay? */
export function TwoWriters({ script }: { script: string }) {
  const [told, setTold] = useState<readonly Told[]>([])
  useEffect(() => {
    let isWanted = true
    Promise.all(orders.map((order) => tell(script, order))).then(
      (all) => isWanted && setTold(all.filter((each) => each !== null)),
      () => isWanted && setTold([]),
    )
    return () => {
      isWanted = false
    }
  }, [script])
  return (
    <section className={styles['part']} aria-labelledby="two-writers">
      <h2 id="two-writers">Two writers, either order</h2>
      <p>
        T1 has committed version 2 and T2 version 3. Their stores reach the cache in one order or in the other. Whatever
        the order, version 3 should be there at the end.
      </p>
      <ul className={styles['orders']}>
        {told.map(({ order, answers }) => (
          <Order key={order[0].name} order={order} answers={answers} />
        ))}
      </ul>
    </section>
  )
}

function Order({ order, answers }: Told) {
  const end = answers[1].after
  const isGood = versionIn(end) === NEWEST
  return (
    <li className={styles['order']}>
      <strong>
        {order[0].name}, then {order[1].name}
      </strong>
      <span>
        {order[0].name}: {replyWords(answers[0])}
      </span>
      <span>
        {order[1].name}: {replyWords(answers[1])}
      </span>
      <span>
        <VerdictMark verdict={isGood ? 'holds' : 'violated'} /> The cache ends with <code>{end ?? 'no entry'}</code>
        {isGood ? '.' : ', and version 3 is in the database.'}
      </span>
    </li>
  )
}
