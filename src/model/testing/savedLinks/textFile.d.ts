/** A text as it stands in its file. */
declare module '*.txt?raw' {
  const text: string
  export default text
}
