/** What the Lab loads when somebody compares. */
export { Compare } from './Compare'
export { nextBeside } from './variants'
