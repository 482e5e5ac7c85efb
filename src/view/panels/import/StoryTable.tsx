import type { Story } from '../../../model/recordings/story'
import { classes } from '../../ui/classes'
import styles from './ImportDialog.module.css'

const summaryOf = ({ steps, stopped }: Story): string => {
  const answered = steps.filter(({ model }) => model !== null)
  const differing = answered.filter(({ agrees }) => !agrees)
  if (stopped !== null) return `The model goes no further. ${stopped}`
  if (differing.length === 0) return `The model gives the same ${answered.length} answers.`
  return `The model answers otherwise at step ${differing.map(({ number }) => number).join(', ')}.`
}

/** A recorded run of real servers as its story, the model's answers beside those of the servers. */
export function StoryTable({ story }: { readonly story: Story }) {
  return (
    <div className={styles['story']}>
      <p className={styles['summary']}>
        <b>{story.title}</b> {summaryOf(story)}
      </p>
      <div className={styles['scrolls']} tabIndex={0} role="group" aria-label="The recorded run, step by step">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Who</th>
              <th scope="col">Asks</th>
              <th scope="col">The server said</th>
              <th scope="col">The model says</th>
            </tr>
          </thead>
          <tbody>
            {story.steps.map(({ number, by, server, what, recorded, model, agrees }) => (
              <tr key={number} className={classes(!agrees && styles['differs'])}>
                <th scope="row">{number}</th>
                <td>{by}</td>
                <td>
                  {server !== '' && <span className={styles['server']}>{server} </span>}
                  <code>{what}</code>
                </td>
                <td>{recorded === null ? '' : <code>{recorded}</code>}</td>
                <td>
                  {model === null ? (
                    ''
                  ) : agrees ? (
                    <>✓ the same</>
                  ) : (
                    <>
                      ✗ <code>{model}</code>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
