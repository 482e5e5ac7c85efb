import type { Trace } from '../../model/engine/trace'
import type { PredictBlock, PredictOption } from '../../course/lesson/lesson'
import { Button } from '../ui/Button'
import { Note } from '../ui/Note'
import { classes } from '../ui/classes'
import styles from './Prediction.module.css'
import { Blocks, Inlines } from './Prose'
import { useTruth } from './useTruth'

interface PredictionProps {
  readonly block: PredictBlock
  /** The lesson's own run, which answers. */
  readonly trace: Trace
  /** The option that was chosen, -1 when the reader asked to be shown, undefined while the question is open. */
  readonly answer: number | undefined
  readonly onAnswer: (option: number) => void
  readonly onAskAgain: () => void
}

const letter = (index: number): string => String.fromCharCode(65 + index)

/** A question before the step that answers it. Choosing plays the step and says why. */
export function Prediction({ block, trace, answer, onAnswer, onAskAgain }: PredictionProps) {
  const isOpen = answer === undefined
  const { truth, problem } = useTruth(block, trace, isOpen)
  const questionId = `${block.id}-question`
  return (
    <section className={styles['prediction']} aria-labelledby={questionId}>
      <p id={questionId} className={styles['question']}>
        <Inlines inlines={block.question} />
      </p>
      <p className={styles['hint']}>
        {isOpen ? 'Choose first, then the step plays.' : `Step ${block.at + 1} has been played.`}
      </p>
      <ul className={styles['options']}>
        {block.options.map((option, index) => (
          <li key={option.expression}>
            <Option
              option={option}
              name={letter(index)}
              state={stateOf(index, answer, truth)}
              onChoose={() => onAnswer(index)}
            />
          </li>
        ))}
      </ul>
      <div role="status" className={styles['feedback']}>
        {!isOpen && truth !== null && <Feedback block={block} answer={answer} truth={truth} />}
        {problem !== null && <Note tone="bad">{problem}</Note>}
      </div>
      {isOpen ? (
        <Button look="quiet" onClick={() => onAnswer(-1)}>
          Show me instead
        </Button>
      ) : (
        <Button look="quiet" onClick={onAskAgain}>
          Ask me again
        </Button>
      )}
    </section>
  )
}

type OptionState = 'open' | 'true' | 'chosen' | 'chosen and true' | 'other'

function stateOf(index: number, answer: number | undefined, truth: number | null): OptionState {
  if (answer === undefined) return 'open'
  if (index === truth) return index === answer ? 'chosen and true' : 'true'
  return index === answer ? 'chosen' : 'other'
}

const remarks: Readonly<Record<OptionState, string>> = {
  open: '',
  true: 'this is what happens',
  chosen: 'your answer',
  'chosen and true': 'your answer, and what happens',
  other: '',
}

interface OptionProps {
  readonly option: PredictOption
  readonly name: string
  readonly state: OptionState
  readonly onChoose: () => void
}

function Option({ option, name, state, onChoose }: OptionProps) {
  const isOpen = state === 'open'
  const isTrue = state === 'true' || state === 'chosen and true'
  return (
    <button
      type="button"
      className={classes(styles['option'], isTrue && styles['true'], state === 'chosen' && styles['chosen'])}
      aria-disabled={isOpen ? undefined : true}
      onClick={isOpen ? onChoose : undefined}
    >
      <span className={styles['letter']} aria-hidden="true">
        {name}
      </span>
      <span>
        <Inlines inlines={option.label} />
      </span>
      {remarks[state] !== '' && <span className={styles['remark']}>{remarks[state]}</span>}
    </button>
  )
}

/** Why the chosen one does not happen, then why the other does. */
function Feedback({ block, answer, truth }: { block: PredictBlock; answer: number; truth: number }) {
  const shown = answer === truth || answer === -1 ? [truth] : [answer, truth]
  return shown.map((index) => {
    const option = block.options[index]
    if (option === undefined) return null
    return (
      <div key={index} className={styles['why']}>
        <span className={styles['letter']} aria-hidden="true">
          {letter(index)}
        </span>
        <div>
          <Blocks blocks={option.feedback} />
        </div>
      </div>
    )
  })
}
