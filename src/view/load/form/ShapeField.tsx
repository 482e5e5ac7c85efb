import { useId } from 'react'
import type { ChoiceShape, ListShape, OptionShape, Shape, WordShape } from '../../../model/load/workload/shape'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import {
  countPlace,
  fieldPlace,
  flagText,
  isTherePlace,
  itemPlace,
  kindOf,
  kindPlace,
  ON,
  startText,
  variantIn,
  type Draft,
} from './draft'
import { fieldLabelOf, wordTitle, type Label } from './labels'
import styles from './ShapeField.module.css'

export interface Editing {
  readonly draft: Draft
  /** Sentences by their place. */
  readonly problems: ReadonlyMap<string, string>
  readonly write: (texts: Draft) => void
}

interface Props<Kind extends Shape> extends Editing {
  shape: Kind
  place: string
  label: Label
  /** The whole of what it is about, for those who do not see what stands around it. */
  name: string
}

/** A field, or several, for whatever shape a value has. */
export function ShapeField(props: Props<Shape>) {
  const { shape } = props
  switch (shape.is) {
    case 'number':
      return <NumberField {...props} />
    case 'word':
      return <WordField {...props} shape={shape} />
    case 'flag':
      return <FlagField {...props} />
    case 'option':
      return <OptionField {...props} shape={shape} />
    case 'list':
      return <ListField {...props} shape={shape} />
    case 'choice':
      return <ChoiceField {...props} shape={shape} />
  }
}

function NumberField({ shape, place, label, name, draft, problems, write }: Props<Shape>) {
  const id = useId()
  const problem = problems.get(place)
  return (
    <span className={styles['number']}>
      <span className={styles['entry']}>
        <input
          className={styles['input']}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-label={name}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : id}
          value={draft[place] ?? startText(shape, place)}
          onChange={(event) => write({ [place]: event.currentTarget.value })}
        />
        {label.unit !== undefined && <span className={styles['unit']}>{label.unit}</span>}
      </span>
      {problem !== undefined && (
        <span id={id} className={styles['problem']}>
          {problem}
        </span>
      )}
    </span>
  )
}

const WordField = ({ shape, place, name, draft, write }: Props<WordShape>) => (
  <Select
    label={name}
    value={draft[place] ?? startText(shape, place)}
    options={shape.values.map((value) => ({ value, title: wordTitle(value, place) }))}
    onChange={(value) => write({ [place]: value })}
  />
)

const FlagField = ({ place, name, draft, write }: Props<Shape>) => (
  <Check name={name} isOn={draft[place] === ON} onChange={(isOn) => write({ [place]: flagText(isOn) })} text="yes" />
)

function OptionField(props: Props<OptionShape>) {
  const { shape, place, label, name, draft, write } = props
  const { none, some } = label.option ?? { none: 'no limit', some: 'at most' }
  const isThere = draft[isTherePlace(place)] === ON
  return (
    <span className={styles['option']}>
      <Check
        name={`${name}: ${some}`}
        isOn={isThere}
        onChange={(isOn) => write({ [isTherePlace(place)]: flagText(isOn) })}
        text={isThere ? some : none}
      />
      {isThere && <ShapeField {...props} shape={shape.of} />}
    </span>
  )
}

interface CheckProps {
  name: string
  text: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

const Check = ({ name, text, isOn, onChange }: CheckProps) => (
  <label className={styles['check']}>
    <input
      type="checkbox"
      aria-label={name}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    {text}
  </label>
)

function ChoiceField(props: Props<ChoiceShape>) {
  const { shape, place, name, draft, problems, write } = props
  const { variants } = shape
  const variant = variantIn(draft, shape, place)
  const problem = problems.get(place)
  return (
    <span className={styles['choice']}>
      {variants.length > 1 && (
        <Select
          label={`${name}: how`}
          value={variant === undefined ? '' : kindOf(variant)}
          options={variants.map((each) => ({ value: kindOf(each), title: wordTitle(kindOf(each), place) }))}
          onChange={(kind) => write({ [kindPlace(place)]: kind })}
        />
      )}
      {variant?.fields.map((field) => {
        const label = fieldLabelOf(field.word)
        return (
          <span key={field.word} className={styles['field']}>
            {isNamed(label, variant.fields.length, variants.length) && (
              <span className={styles['word']}>{label.title}</span>
            )}
            <ShapeField
              {...props}
              shape={field.shape}
              place={fieldPlace(place, field)}
              label={label}
              name={`${name}, ${label.title}`}
            />
          </span>
        )
      })}
      {problem !== undefined && <span className={styles['problem']}>{problem}</span>}
    </span>
  )
}

/** A time alone needs no word beside its unit. */
const isNamed = ({ title, unit }: Label, fields: number, variants: number): boolean =>
  !(title === 'time' && unit !== undefined) && (fields > 1 || variants > 1)

function ListField(props: Props<ListShape>) {
  const { shape, place, name, draft, problems, write } = props
  const count = Number(draft[countPlace(place)] ?? 0)
  const problem = problems.get(place)
  /** The items behind the removed one move up. */
  const remove = (gone: number) => {
    const moved = Object.entries(draft).flatMap(([at, text]): [string, string][] => {
      const [, index, rest] = new RegExp(`^${place}\\.(\\d+)(.*)$`).exec(at) ?? []
      return Number(index) > gone ? [[`${itemPlace(place, Number(index) - 1)}${rest ?? ''}`, text]] : []
    })
    write({ ...Object.fromEntries(moved), [countPlace(place)]: String(count - 1) })
  }
  return (
    <span className={styles['list']}>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={styles['item']}>
          <ShapeField
            {...props}
            shape={shape.of}
            place={itemPlace(place, index)}
            name={`${name}, number ${index + 1}`}
          />
          <Button look="quiet" aria-label={`Remove ${name}, number ${index + 1}`} onClick={() => remove(index)}>
            Remove
          </Button>
        </span>
      ))}
      <Button
        onClick={() => write({ [countPlace(place)]: String(count + 1) })}
        reason={count >= shape.max ? `No more than ${shape.max}` : null}
      >
        Add one
      </Button>
      {problem !== undefined && <span className={styles['problem']}>{problem}</span>}
    </span>
  )
}
