/** The board of claims as the build hands it to the page. */
declare module 'virtual:claims' {
  export const board: readonly import('./board').ClaimRow[]
}
