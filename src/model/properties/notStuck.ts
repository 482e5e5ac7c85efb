/** Not stuck: no client waits for ever. A crashed client is not stuck; it is gone. */
import type { Property } from './property'

export const notStuck: Property = {
  name: 'not-stuck',
  title: 'Nobody waits for ever',
  says: 'When nothing can step any more, every client that has not crashed has finished, or reads for ever.',
  violatedSays: 'leave a client waiting for ever',
  bind({ clients }) {
    return {
      judged: 0,
      broken: false,
      watcher: null,
      violatedWhenQuiet() {
        this.judged++
        return clients.some((client) => !client.isCrashed() && !client.isFinished && !client.canGoOn)
      },
    }
  },
}
