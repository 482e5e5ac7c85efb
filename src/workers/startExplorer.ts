/** Starts the explorer's worker, a module beside the page. The embedded page has another way; see `embed/startExplorer.ts`. */
import workerUrl from './explorer.worker?worker&url'
import { trustedWorkerUrl } from './trustedUrl'

export const startExplorer = (): Worker => new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'explorer' })
