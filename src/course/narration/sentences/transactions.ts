/** What a client does inside a transaction that it keeps open: nobody else sees it before the commit. */
import { plainly, type Narration } from '../narration'
import { versionIn } from '../replies'
import { ofKey, type RequestTelling } from '../telling'
import { acknowledged } from './database'

export const begin = ({ event }: RequestTelling): Narration =>
  plainly(`${event.client} begins a transaction.`, 'transaction')

export function selectInside(telling: RequestTelling): Narration {
  const { step, event } = telling
  const version = versionIn(event.reply) ?? 0
  const isOwn = version !== step.before.database[event.key]
  const note = isOwn ? ', which only it can see until it commits' : ''
  return plainly(
    `${event.client} reads version ${version}${ofKey(telling, event.key)} inside its transaction${note}.`,
    'transaction',
  )
}

export function updateInside(telling: RequestTelling): Narration {
  const { event } = telling
  const version = versionIn(event.reply)
  if (version === null)
    return plainly(
      `${event.client} changes nothing of ${event.key}, because the row has another version than it expected.`,
      'transaction',
    )
  return plainly(
    `${event.client} changes ${event.key} to version ${version} and locks the row. Nobody else sees it yet.`,
    'row lock',
  )
}

export function commit(telling: RequestTelling): Narration {
  const { step, event } = telling
  const version = step.after.database[event.key] ?? 0
  const isNew = version !== step.before.database[event.key]
  const what = isNew ? `: the database has version ${version} of ${event.key}` : ', which changed nothing'
  return plainly(`${event.client} commits its transaction${what}.${acknowledged(telling)}`, 'commit')
}

export const rollback = (telling: RequestTelling): Narration =>
  plainly(
    `${telling.event.client} takes its transaction back. ${telling.event.key} stays at version ${telling.step.after.database[telling.event.key] ?? 0}.${acknowledged(telling)}`,
    'rollback',
  )
