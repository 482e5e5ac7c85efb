import styles from './Compare.module.css'

interface StageSwitchProps {
  readonly names: readonly string[]
  readonly chosen: number
  readonly onChoose: (place: number) => void
}

/** Which stage a small screen shows, at the thumb. */
export const StageSwitch = ({ names, chosen, onChoose }: StageSwitchProps) => (
  <div role="group" aria-label="Shown stage" className={styles['switch']}>
    {names.map((name, place) => (
      <button key={name} type="button" aria-pressed={place === chosen} onClick={() => onChoose(place)}>
        {name}
      </button>
    ))}
  </div>
)
