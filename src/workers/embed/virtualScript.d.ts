/** The embedded page's worker as one classic script; see `build/embed.ts`. */
declare module 'virtual:explorer-script' {
  const script: string
  export default script
}
